import type {Intake, Item, ItemKind} from '../pki/intake/intake.ts';
import type {PrivateKeyFacts} from '../pki/intake/private-key-facts.ts';
import type {CertificateRole} from '../rules/certificate-in-role.ts';
import type {Finding, Severity} from '../rules/finding.ts';

/** A file to judge. */
export interface LintInput {
	/** Names it in the result and in commands. */
	readonly path: string;
	readonly bytes: Uint8Array;
	/** Permission bits, on systems that have them. */
	readonly mode?: number;
	/** What its bytes are made of, where that is known already, as after opening containers with a passphrase. */
	readonly intake?: Intake;
	/** What is known of private keys among the items of the intake; their bytes are not looked at then. */
	readonly keys?: ReadonlyMap<Item, PrivateKeyFacts>;
}

/** How things are judged. */
export interface LintOptions {
	/** What every certificate is for; told from its content unless given. */
	readonly as?: CertificateRole;
	/** The moment of judgement. */
	readonly at: Date;
	/** Opens encrypted keys, to find out what they belong to. */
	readonly passphrase?: string;
	/** Ids of the only rules that count; all unless given. */
	readonly rules?: readonly string[];
}

/** What a thing is to people: the coarse kind of the JSON interface. */
export type LintedKind = 'certificate' | 'private-key' | 'csr' | 'crl' | 'public-key' | 'container' | 'unknown';

/** One thing in a file, judged. Nothing of a key is in it. */
export interface LintedItem {
	/** Its place in the file, from 0. */
	readonly index: number;
	readonly kind: LintedKind;
	/** What exactly it is, such as `encrypted-private-key` or `pkcs12`. */
	readonly form: ItemKind;
	/** Of a certificate. */
	readonly role: CertificateRole | null;
	/** RFC 4514 text as it stands there, not yet fit to be shown; a list's is its issuer. */
	readonly subject: string | null;
	/** SHA-256 of the DER in hex; null for keys and for what has none. */
	readonly fingerprint: string | null;
	/** The line in which it begins, from 1. */
	readonly line: number | null;
	/** The containers around it, outermost first. */
	readonly within: readonly string[];
	/** Worst first. */
	readonly findings: readonly Finding[];
	/** What Roles Anywhere would make of it, in one sentence. */
	readonly verdict: string;
}

/** A file, judged. */
export interface LintedFile {
	readonly path: string;
	/** On the file as a whole; worst first. */
	readonly findings: readonly Finding[];
	readonly items: readonly LintedItem[];
	/** Of a file too large to list everything: how much there is. Only things with findings are among `items` then. */
	readonly listing?: Listing;
}

/** What was counted rather than listed. */
export interface Listing {
	readonly things: number;
	/** Things with findings that are not listed any more. */
	readonly omitted: number;
	/** Findings of those, by severity. */
	readonly unlisted: Readonly<Record<Severity, number>>;
	/** How many findings each rule has, those that are not listed included. */
	readonly byRule: Readonly<Record<string, number>>;
}

/** What `lint` answers. */
export interface LintResult {
	readonly files: readonly LintedFile[];
	/** Findings by severity, over everything. */
	readonly counts: Readonly<Record<Severity, number>>;
	/** False when there is too much to judge what belongs together: each thing is judged by itself then. */
	readonly isJudgedTogether: boolean;
	/** All of it in a sentence. */
	readonly verdict: string;
}
