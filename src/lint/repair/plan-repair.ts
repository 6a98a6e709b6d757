import type {NewFile} from '../../files/create-together.ts';
import {encodePem} from '../../pki/intake/pem.ts';
import {printable} from '../../printable.ts';
import {type FileSet, type GivenCertificate, onceEach, placeOf} from '../../rules/file-set.ts';
import type {GivenThing} from '../../rules/thing-in-set.ts';
import type {LintInput} from '../lint-result.ts';
import {FolderNames} from './folder-names.ts';
import {type GatherOptions, gather} from './gather.ts';
import {type KeyOptions, writeKey} from './write-key.ts';

export interface RepairOptions extends GatherOptions, KeyOptions {}

/** A file of the repaired set. */
export interface PlannedFile extends NewFile {
	/** What is in it, in words; nothing of a key. */
	readonly what: string;
}

/** A folder of the repaired set. */
export interface PlannedFolder {
	/** Below the folder that everything is written into; empty for that one itself. */
	readonly name: string;
	readonly files: readonly PlannedFile[];
}

/** Something that is not in the repaired set. */
export interface LeftOut {
	/** Where it stands, and why it is left out: whole sentences, fit to be shown. */
	readonly message: string;
}

/** What a repair would write. */
export interface RepairPlan {
	readonly folders: readonly PlannedFolder[];
	readonly left: readonly LeftOut[];
}

const PUBLIC = 0o644;
const SECRET = 0o600;
/** A request takes this many certificates beside the end-entity certificate (fact sheet, CH-02). */
const MOST_IN_CHAIN = 5;

/**
 * What the repaired set of some files is: each end-entity certificate with the shortest chain that leads from it towards
 * the root, in order, and its key as PKCS#8; roots apart, as trust anchors. Reads nothing and writes nothing.
 *
 * What cannot be repaired here, such as a certificate that lacks what it must have, is kept as it is: it stays a finding.
 */
export async function planRepair(inputs: readonly LintInput[], options: RepairOptions): Promise<RepairPlan> {
	const set = await gather(inputs, options);
	return new Planner(set, options).plan();
}

class Planner {
	readonly #set: FileSet;
	readonly #options: RepairOptions;
	readonly #left: LeftOut[] = [];
	readonly #used = new Set<GivenThing>();
	readonly #names = new FolderNames();

	constructor(set: FileSet, options: RepairOptions) {
		this.#set = set;
		this.#options = options;
	}

	async plan(): Promise<RepairPlan> {
		const distinct = onceEach(this.#set.certificates);
		const endEntities = distinct.filter(({role}) => role === 'end-entity');
		const folders: PlannedFolder[] = [];
		for (const endEntity of endEntities) {
			const name = endEntities.length === 1 ? '' : this.#names.nameFor(endEntity);
			folders.push({name, files: await this.#filesOf(endEntity, endEntities.length === 1)});
		}

		const shared = [...this.#authorities(distinct), ...(await this.#otherKeys()), ...this.#others()];
		this.#sayWhatIsLeft();
		return {folders: withShared(folders, shared), left: this.#left};
	}

	async #filesOf(endEntity: GivenCertificate, isOnly: boolean): Promise<readonly PlannedFile[]> {
		const path = this.#set.pathAbove(endEntity).filter(({certificate}) => !certificate.isSelfIssued);
		const chain = path.slice(0, MOST_IN_CHAIN);
		for (const thing of [endEntity, ...path]) {
			this.#use(thing);
		}

		const key = this.#keyOf(endEntity, isOnly);
		const written = key && (await this.#keyFile(key, 'private-key.pem'));
		return [
			{name: 'certificate.pem', contents: endEntity.certificate.toPem(), mode: PUBLIC, what: subjectOf(endEntity)},
			...(chain.length > 0
				? [
						{
							name: 'chain.pem',
							contents: chain.map(({certificate}) => certificate.toPem()).join(''),
							mode: PUBLIC,
							what: chain.map(subjectOf).join(', then '),
						},
					]
				: []),
			...(written ? [written] : []),
		];
	}

	/** A closed key is taken for the one that belongs to the only certificate when there is no other. */
	#keyOf(endEntity: GivenCertificate, isOnly: boolean): GivenThing | undefined {
		const [own] = this.#set.keysOf(endEntity);
		const [first, ...others] = this.#set.keys;
		return own ?? (isOnly && first && others.length === 0 && !first.key?.publicKey ? first : undefined);
	}

	#authorities(distinct: readonly GivenCertificate[]): readonly PlannedFile[] {
		const hasEndEntity = distinct.some(({role}) => role === 'end-entity');
		const isNeeded = (given: GivenCertificate) =>
			!hasEndEntity || this.#set.hasIssued(given) || this.#set.keysOf(given).length > 0;
		const roots = distinct.filter(given => given.role === 'anchor' && isNeeded(given));
		const issuers = distinct.filter(given => given.role === 'issuer' && !this.#used.has(given) && isNeeded(given));
		const write = (kind: string) => (given: GivenCertificate, index: number) => {
			this.#use(given);
			return {name: numbered(kind, index), contents: given.certificate.toPem(), mode: PUBLIC, what: subjectOf(given)};
		};
		return [...roots.map(write('anchor')), ...issuers.map(write('issuer'))];
	}

	async #otherKeys(): Promise<readonly PlannedFile[]> {
		const files: PlannedFile[] = [];
		for (const key of this.#set.keys.filter(candidate => !this.#used.has(candidate))) {
			const isIssuers = this.#set.certificatesOf(key).length > 0;
			const kind = isIssuers ? 'issuer-key' : 'other-key';
			const count = files.filter(({name}) => name.startsWith(kind)).length;
			const file = await this.#keyFile(key, numbered(kind, count));
			if (file) {
				files.push(file);
			}
		}

		return files;
	}

	async #keyFile(key: GivenThing, name: string): Promise<PlannedFile | undefined> {
		this.#use(key);
		const written = await writeKey(key, this.#options);
		if (!written.ok) {
			this.#leave(key, written.problem);
			return undefined;
		}

		return {name, contents: written.value, mode: SECRET, what: `the private key of ${printable(placeOf(key))}`};
	}

	/** Requests and lists. */
	#others(): readonly PlannedFile[] {
		const files: PlannedFile[] = [];
		const write = (things: readonly GivenThing[], kind: string, label: string, what: string) => {
			for (const [index, thing] of things.entries()) {
				this.#use(thing);
				files.push({name: numbered(kind, index), contents: encodePem(label, thing.item.der), mode: PUBLIC, what});
			}
		};
		const requests = this.#set.things.filter(({requestedKey}) => requestedKey !== undefined);
		write(requests, 'request', 'CERTIFICATE REQUEST', 'a certificate signing request');
		write(this.#set.crls, 'crl', 'X509 CRL', 'a list of revoked certificates');
		return files;
	}

	#use(thing: GivenThing): void {
		this.#used.add(thing);
	}

	#leave(thing: GivenThing, why: string): void {
		this.#left.push({message: `${printable(placeOf(thing))}: ${why}`});
	}

	#sayWhatIsLeft(): void {
		const written = new Set([...this.#used].map(({certificate}) => certificate?.fingerprint));
		for (const thing of this.#set.things) {
			const {item, certificate, key} = thing;
			const isWritten = this.#used.has(thing) || (certificate && written.has(certificate.fingerprint));
			if (!isWritten && !key && !PASSED_OVER.has(item.kind)) {
				this.#leave(thing, certificate ? SUPERFLUOUS : (item.notes.at(-1)?.message ?? UNKNOWN));
			}
		}
	}
}

/** Kinds whose absence is no loss: what they hold is written, or they hold nothing. */
const PASSED_OVER: ReadonlySet<string> = new Set(['pkcs7', 'ec-parameters', 'public-key']);

const SUPERFLUOUS = 'It issued none of the end-entity certificates.';
const UNKNOWN = 'It is nothing that can be read here.';

function withShared(folders: readonly PlannedFolder[], shared: readonly PlannedFile[]): readonly PlannedFolder[] {
	const [only] = folders;
	if (folders.length === 1 && only) {
		return [{...only, files: [...only.files, ...shared]}];
	}

	return shared.length === 0 ? folders : [...folders, {name: '', files: shared}];
}

function numbered(kind: string, index: number): string {
	return index === 0 ? `${kind}.pem` : `${kind}-${index + 1}.pem`;
}

function subjectOf({certificate}: GivenCertificate): string {
	return printable(certificate.subject.text) || 'a certificate without a subject';
}
