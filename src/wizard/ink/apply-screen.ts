import type {ExpectedError} from '../../errors.ts';
import {printable} from '../../printable.ts';
import type {ApplyProgress} from '../../setup/apply.ts';
import type {Change} from '../../setup/change.ts';
import type {Plan} from '../../setup/planner.ts';
import {blank, type Line, line, span} from '../../ui/line.ts';
import {type Work, workRow} from '../../ui/progress.ts';
import type {Theme} from '../../ui/theme.ts';
import {wrap} from '../../ui/wrap.ts';
import {conducting as texts} from '../texts/en.ts';

/** How far one piece of work is. */
interface Record {
	readonly label: string;
	state: Work['state'];
	note?: string;
	begunAt?: Date;
	endedAt?: Date;
}

const VERBS: Readonly<globalThis.Record<Change['action'], string>> = {create: '+', update: '~', delete: '-'};

/** What showing work needs. */
export interface WorksOptions {
	readonly now: () => Date;
	refresh(): void;
	readonly isProven: boolean;
}

/** The changes of a plan while they are made, and the proof after them, as rows. */
export class Works implements ApplyProgress {
	readonly #now: () => Date;
	readonly #refresh: () => void;
	readonly #changes: ReadonlyMap<Change, Record>;
	readonly #proof: Record = {label: texts.proof, state: 'pending'};
	readonly #isProven: boolean;

	/** @param options - `isProven` is false where the part that is set up is not enough to prove anything. */
	constructor({changes}: Plan, {now, refresh, isProven}: WorksOptions) {
		this.#isProven = isProven;
		this.#now = now;
		this.#refresh = refresh;
		this.#changes = new Map(
			changes.map(change => [
				change,
				{label: `${VERBS[change.action]} ${change.kind} ${printable(change.name)}`, state: 'pending'},
			]),
		);
	}

	begun(change: Change): void {
		this.#begin(this.#changes.get(change));
	}

	doing(change: Change, note: string): void {
		this.#note(this.#changes.get(change), note);
	}

	done(change: Change): void {
		this.#end(this.#changes.get(change), 'done');
	}

	failed(change: Change): void {
		this.#end(this.#changes.get(change), 'failed');
	}

	/** Fetching credentials has begun. */
	proving(): void {
		this.#begin(this.#proof);
	}

	/** What goes on in it. */
	provingNote(note: string): void {
		this.#note(this.#proof, note);
	}

	/** How it ended. */
	proved(state: 'done' | 'failed'): void {
		this.#end(this.#proof, state);
	}

	/** Which row things are at. */
	get at(): number {
		const all = this.#all();
		const running = all.findIndex(({state}) => state === 'running' || state === 'failed');
		return running === -1 ? all.findLastIndex(({state}) => state === 'done') : running;
	}

	rows(columns: number, theme: Theme): readonly Line[] {
		return this.#all().map(record => workRow(this.#workOf(record), texts.states, {columns, theme}));
	}

	#all(): readonly Record[] {
		return [...this.#changes.values(), ...(this.#isProven ? [this.#proof] : [])];
	}

	#workOf({label, state, note, begunAt, endedAt}: Record): Work {
		return {
			label,
			state,
			...(note !== undefined && state !== 'done' && {note}),
			...(begunAt && {spent: (endedAt ?? this.#now()).getTime() - begunAt.getTime()}),
		};
	}

	#begin(record: Record | undefined): void {
		if (record) {
			record.state = 'running';
			record.begunAt = this.#now();
			this.#refresh();
		}
	}

	#note(record: Record | undefined, note: string): void {
		if (record) {
			record.note = printable(note);
			this.#refresh();
		}
	}

	#end(record: Record | undefined, state: 'done' | 'failed'): void {
		if (record) {
			record.state = state;
			record.endedAt = this.#now();
			this.#refresh();
		}
	}
}

/** What exists of a set-up that stopped, as `SetupRun.account` tells. */
export interface Standing {
	readonly made: readonly Change[];
	readonly uncertain: readonly Change[];
	readonly unmade: readonly Change[];
	readonly resume: string;
	readonly undo: string;
}

/** What happened, what exists and what does not, how to go on and how to go back. */
export function failureRows(
	error: ExpectedError,
	standing: Standing | undefined,
	{width, theme, asCalled}: {readonly width: number; readonly theme: Theme; asCalled(text: string): string},
): readonly Line[] {
	const {symbols} = theme;
	const list = (title: string, mark: string, changes: readonly Change[]): readonly Line[] =>
		changes.length === 0
			? []
			: [
					blank,
					line(title, 'strong'),
					...changes.map(({kind, name}): Line => [span(`  ${mark} `), span(`${kind} ${printable(name)}`)]),
				];
	const command = (title: string, text: string): readonly Line[] => [
		blank,
		line(title, 'strong'),
		...wrap(`  ${asCalled(text)}`, width),
	];
	return [
		...wrap(safe(error.message), width - 2).map(
			(row, index): Line => [span(index === 0 ? `${symbols.failed} ` : '  ', 'bad'), ...row],
		),
		blank,
		line(texts.whatNext, 'strong'),
		...error.next
			.filter(step => standing === undefined || !(step.endsWith(standing.resume) || step.endsWith(standing.undo)))
			.flatMap(step => wrap(`  ${asCalled(step)}`, width)),
		...(standing === undefined
			? [blank, line(texts.failedNothing)]
			: [
					...list(texts.failedExists, symbols.done, standing.made),
					...list(texts.failedUncertain, symbols.attention, standing.uncertain),
					...list(texts.failedMissing, symbols.ahead, standing.unmade),
					...command(texts.resumeBy, standing.resume),
					...(standing.made.length + standing.uncertain.length === 0 ? [] : command(texts.undoBy, standing.undo)),
				]),
	];
}

/** Messages of ours may have several rows; each is made safe. */
function safe(message: string): string {
	return message.split('\n').map(printable).join('\n');
}
