import {open} from 'node:fs/promises';
import path from 'node:path';
import {createFolder} from '../files/create.ts';
import {fileProblem} from '../files/problem.ts';
import {readFileIfThere} from '../files/read.ts';
import {syncFolder} from '../files/temporary.ts';
import type {ResourceKind} from './change.ts';
import {type JournalEntry, readEntry} from './journal-entry.ts';

/** What is known of a resource, as plain text by name; never a secret. */
export type Facts = Readonly<Record<string, string>>;

/** Which account and region a set-up is in, and how what it makes is recognised. */
export interface Beginning {
	/** The value of a tag on all that the set-up makes at AWS; random, so that two machines never share one. */
	readonly id: string;
	/** Absent as long as the set-up has nothing at AWS. */
	readonly accountId?: string;
	readonly region?: string;
}

/** A change that was about to be made. */
export interface Intent {
	readonly id: number;
	readonly kind: ResourceKind;
	readonly name: string;
	readonly action: 'create' | 'update' | 'delete' | 'restore';
	/** What an update replaces. */
	readonly before?: Facts;
	/** What is to become of it. */
	readonly goal: Facts;
}

/** A resource that the set-up made or changed and has not undone. */
export interface Standing {
	readonly kind: ResourceKind;
	readonly name: string;
	/** True when the set-up made it; false when it only changed what was there. */
	readonly isMade: boolean;
	/** How it was before the set-up's first change; only of what was there. */
	readonly before?: Facts;
	/** How the set-up left it: what each change said of it, the latest word counting. */
	readonly after: Facts;
	readonly changedAt: Date;
}

/**
 * What a set-up did and was about to do, one JSON line for each, flushed before anything else
 * happens. A line that a dying process left unfinished is passed over: nothing was done after it.
 */
export class Journal {
	readonly file: string;
	readonly #now: () => Date;
	readonly #entries: JournalEntry[];
	#isTorn: boolean;

	private constructor(file: string, now: () => Date, {entries, isTorn}: {entries: JournalEntry[]; isTorn: boolean}) {
		this.file = file;
		this.#now = now;
		this.#entries = entries;
		this.#isTorn = isTorn;
	}

	/**
	 * Reads a journal; one that does not exist is empty.
	 *
	 * @throws {ExpectedError} `FILE_UNREADABLE`.
	 */
	static async read(file: string, now: () => Date): Promise<Journal> {
		const text = Buffer.from((await readFileIfThere(file)) ?? []).toString('utf8');
		const entries = text.split('\n').flatMap(line => readEntry(line) ?? []);
		return new Journal(file, now, {entries, isTorn: text !== '' && !text.endsWith('\n')});
	}

	/** How many entries there are; tells whether anything was done since. */
	get size(): number {
		return this.#entries.length;
	}

	/** How the set-up began, last. */
	get beginning(): Beginning | undefined {
		return this.#entries.findLast(entry => entry.event === 'begin');
	}

	/** What stands, in the order in which it came to be. */
	get standing(): readonly Standing[] {
		const standing = new Map<string, Standing>();
		const intents = new Map<number, Intent>();
		for (const entry of this.#entries) {
			if (entry.event === 'intent') {
				intents.set(entry.id, entry);
			} else if (entry.event === 'done') {
				const intent = intents.get(entry.id);
				if (intent) {
					settle(standing, intent, entry);
				}
			}
		}

		return [...standing.values()];
	}

	/** Changes of which nobody knows whether they happened: the process died meanwhile. */
	get pending(): readonly Intent[] {
		const pending = new Map<string, Intent>();
		for (const entry of this.#entries) {
			if (entry.event === 'intent') {
				pending.set(keyOf(entry), entry);
			} else if (entry.event === 'done' || entry.event === 'dropped') {
				const settled = [...pending].find(([, {id}]) => id === entry.id);
				pending.delete(settled?.[0] ?? '');
			}
		}

		return [...pending.values()];
	}

	/** All that was ever made or changed of a kind, whether it stands or not. */
	everKnown(kind: ResourceKind): readonly Facts[] {
		const ids = new Set<number>();
		const known: Facts[] = [];
		for (const entry of this.#entries) {
			if (entry.event === 'intent' && entry.kind === kind) {
				ids.add(entry.id);
			} else if (entry.event === 'done' && ids.has(entry.id)) {
				known.push(entry.facts);
			}
		}

		return known;
	}

	/** What stands of a resource; undefined when the set-up has no part in it. */
	find(kind: ResourceKind, name: string): Standing | undefined {
		return this.standing.find(resource => resource.kind === kind && resource.name === name);
	}

	/** The journal as it would be with these changes settled or dropped; what is written to it is lost. */
	withRecovered(recovered: readonly {readonly intent: Intent; readonly facts?: Facts}[]): Journal {
		const at = this.#now();
		const entries = recovered.map(
			({intent: {id}, facts}): JournalEntry => (facts ? {event: 'done', at, id, facts} : {event: 'dropped', at, id}),
		);
		return new Journal(this.file, this.#now, {entries: [...this.#entries, ...entries], isTorn: this.#isTorn});
	}

	/** @throws {ExpectedError} `FILE_UNWRITABLE` or `DISK_FULL`, as all that write here. */
	async begin(beginning: Beginning): Promise<void> {
		await this.#append({event: 'begin', at: this.#now(), ...beginning});
	}

	/** Says what is about to be done. */
	async intend(intent: Omit<Intent, 'id'>): Promise<Intent> {
		const id = 1 + Math.max(0, ...this.#entries.map(entry => (entry.event === 'begin' ? 0 : entry.id)));
		await this.#append({event: 'intent', at: this.#now(), id, ...intent});
		return {id, ...intent};
	}

	/** Says that it happened, and how the resource is now. */
	async settle({id}: Pick<Intent, 'id'>, facts: Facts): Promise<void> {
		await this.#append({event: 'done', at: this.#now(), id, facts});
	}

	/** Says that it is known not to have happened. */
	async drop({id}: Pick<Intent, 'id'>): Promise<void> {
		await this.#append({event: 'dropped', at: this.#now(), id});
	}

	async #append(entry: JournalEntry): Promise<void> {
		const folder = path.dirname(this.file);
		await createFolder(folder);
		try {
			const isNew = this.#entries.length === 0;
			const handle = await open(this.file, 'a', 0o600);
			try {
				await handle.appendFile(`${this.#isTorn ? '\n' : ''}${JSON.stringify(entry)}\n`);
				await handle.sync();
			} finally {
				await handle.close();
			}

			if (isNew) {
				await syncFolder(folder);
			}
		} catch (error) {
			throw fileProblem(error, this.file, 'write');
		}

		this.#isTorn = false;
		this.#entries.push(entry);
	}
}

function keyOf({kind, name}: Pick<Intent, 'kind' | 'name'>): string {
	return `${kind} ${name}`;
}

function settle(standing: Map<string, Standing>, intent: Intent, {at, facts}: {at: Date; facts: Facts}): void {
	const {kind, name, action, before} = intent;
	const key = keyOf(intent);
	const known = standing.get(key);
	if (action === 'delete' || action === 'restore') {
		standing.delete(key);
		return;
	}

	const isMade = known?.isMade ?? action === 'create';
	const original = known ? known.before : before;
	standing.set(key, {
		kind,
		name,
		isMade,
		after: action === 'update' ? {...known?.after, ...facts} : facts,
		changedAt: at,
		...(!isMade && original !== undefined && {before: original}),
	});
}
