import type {FormNote, Intake, ItemKind, KeyFormat} from '../../pki/intake/intake.ts';
import type {KeyWrapping} from '../../pki/intake/private-key-facts.ts';
import type {OpeningProblem} from '../../pki/pkcs12/rounds.ts';
import type {Look} from './look.ts';

/** The files that the command names. What no word names is `absent`; a path that leads nowhere is `unseen` with the code `ENOENT`. */
export interface FilesEvidence {
	readonly certificate: Look<FileEvidence>;
	readonly privateKey: Look<FileEvidence>;
	readonly intermediates: Look<FileEvidence>;
	readonly passphraseFile: Look<Omit<FileEvidence, 'content'>>;
	/** Certificates that lie in the same folders, or in the store of issuers here, and are not named: they may be what is missing. */
	readonly nearby: readonly FileEvidence[];
	/** Issuers that this machine keeps the keys of: their certificates may issue again. */
	readonly issuers: readonly IssuerEvidence[];
}

/** A file as it lies on the disk. Nothing secret of it is here. */
export interface FileEvidence {
	/** Absolute. */
	readonly path: string;
	/** Links followed, where that is another path. */
	readonly realPath?: string;
	/** That the file itself is mounted, as with a `subPath` of Kubernetes: another file that takes its place does not appear here. */
	readonly isMounted?: true;
	/** Permission bits, on systems that have them. */
	readonly mode?: number;
	readonly owner?: number;
	readonly group?: number;
	/** Whether the user of {@link HostEvidence} can read it, and if not, what is in the way: the file itself or a folder above it. */
	readonly access: {readonly isReadable: true} | {readonly isReadable: false; readonly obstacle: string};
	/** What is in it; absent where whoever gathered this could not read it. */
	readonly content?: ContentEvidence;
}

/** What a file is made of, as the intake tells it. */
export interface ContentEvidence {
	readonly form: Intake['form'];
	readonly notes: readonly FormNote[];
	readonly problems: Intake['problems'];
	readonly items: readonly ItemEvidence[];
}

/** One thing in a file. */
export interface ItemEvidence {
	readonly kind: ItemKind;
	/** DER in base64; only of certificates, CRLs, requests and public keys. Absent for everything that is or may be private. */
	readonly der?: string;
	readonly key?: KeyEvidence;
	readonly keyFormat?: KeyFormat;
	readonly label?: string;
	readonly line?: number;
	readonly offset: number;
	readonly source: readonly string[];
	readonly isPlain: boolean;
	readonly notes: readonly FormNote[];
}

/** What is known of a private key without showing anything of it. */
export type KeyEvidence = KeyWrapping &
	(
		| {
				readonly state: 'read';
				/** As Node names it: `rsa`, `ec`, `ed25519`. */
				readonly type: string;
				readonly modulusBits?: number;
				/** Decimal. */
				readonly publicExponent?: string;
				readonly curve?: string;
				/** SubjectPublicKeyInfo: DER in base64. */
				readonly publicKey: string;
		  }
		| {
				readonly state: 'closed';
				readonly problem: OpeningProblem;
				/** SubjectPublicKeyInfo, where it stands beside the key in clear: DER in base64. */
				readonly publicKey?: string;
		  }
	);

/** An issuer whose key this machine keeps. */
export interface IssuerEvidence {
	/** As `--issuer` takes it. */
	readonly name: string;
	/** Of what signs end-entity certificates: DER in base64. */
	readonly certificate: string;
	/** Of the root, where another one signs: DER in base64. */
	readonly root?: string;
}
