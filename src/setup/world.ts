import type {IamReader, IamWriter} from '../aws/iam.ts';
import type {RolesAnywhereReader, RolesAnywhereWriter} from '../aws/roles-anywhere.ts';
import type {Tag} from '../aws/roles-anywhere-shapes.ts';
import type {CliProfileGoal, CliProfilePlan} from '../config-file/configure.ts';
import type {Certificate} from '../pki/certificate/certificate.ts';
import type {SigningRequest} from '../pki/issuing/csr.ts';
import type {KeyAlgorithm} from '../pki/keys/algorithm.ts';
import type {EndEntityFiles} from './known.ts';
import type {IssuerGoal, NewEndEntity, RequestedEndEntity, SignedEndEntity} from './specification.ts';

/** An issuer in the key store. */
export interface StoredIssuer {
	readonly folder: string;
	/** What AWS is to trust: the root where there is one. */
	readonly anchor: Certificate;
	/** Where that lies. */
	readonly anchorFile: string;
	/** What signs end-entity certificates: the issuing CA where there is one, else the root. */
	readonly signer: Certificate;
	/** The subjects of the end-entity certificates that it issued, as its register says. */
	readonly issuedTo: readonly string[];
}

/** An end-entity certificate that was issued here. */
export interface StoredEndEntity {
	readonly folder: string;
	readonly certificate: Certificate;
	readonly files: EndEntityFiles;
}

/** A request that was made here, with the key that it is for. */
export interface StoredRequest {
	readonly folder: string;
	readonly file: string;
	readonly request: SigningRequest;
}

/** A file that would be written. */
export interface FileToBe {
	readonly path: string;
	/** Permission bits. */
	readonly mode: number;
}

/** What is asked of the key store. */
export interface KeyReader {
	/** @throws {ExpectedError} when what is there under this name is no whole issuer */
	findIssuer(name: string): Promise<StoredIssuer | undefined>;
	/** The names of the issuers that have this subject (RFC 4514 text). */
	issuersOf(subject: string): Promise<readonly string[]>;
	findEndEntity(name: string): Promise<StoredEndEntity | undefined>;
	/**
	 * Opens the key of an issuer that is there, so that a wrong key or passphrase is refused before anything is made.
	 *
	 * @throws {ExpectedError} what reading the key throws.
	 */
	requireKeyOf(issuer: IssuerGoal): Promise<void>;
	/** A request of this name that has its key here. */
	findRequest(name: string): Promise<StoredRequest | undefined>;
	/** The files that making it would write. */
	filesOfIssuer(name: string, withIssuing: boolean): readonly FileToBe[];
	filesOfEndEntity(name: string, which: {readonly hasChain: boolean; readonly hasKey: boolean}): readonly FileToBe[];
	filesOfRequest(name: string): readonly FileToBe[];
}

/** What the key store is told to do. Nothing that is there is ever overwritten. */
export interface KeyWriter {
	createIssuer(goal: IssuerGoal & {readonly source: 'new'}): Promise<StoredIssuer>;
	/** Begins to make the key of a certificate that is issued later, where that takes long. */
	startKey(algorithm: KeyAlgorithm): void;
	issue(goal: NewEndEntity, issuer: IssuerGoal): Promise<StoredEndEntity>;
	/** Signs a request that came from another machine. */
	sign(goal: SignedEndEntity, issuer: IssuerGoal): Promise<StoredEndEntity>;
	/** Makes a key and a request for it. */
	request(goal: RequestedEndEntity): Promise<StoredRequest>;
	/** Removes the files of an issuer, its keys included. */
	removeIssuer(name: string): Promise<void>;
	/** Removes a certificate, and its key unless that stays. */
	removeEndEntity(name: string, options: {readonly keepsKey: boolean}): Promise<void>;
	/** Removes a request and its key. */
	removeRequest(name: string): Promise<void>;
}

/** All that planning may use: nothing in it can write. */
export interface Reader {
	/** Empty, as region and partition, where the part that is set up is in no account. */
	readonly accountId: string;
	readonly region: string;
	readonly partition: string;
	readonly rolesAnywhere: RolesAnywhereReader;
	readonly iam: IamReader;
	readonly keys: KeyReader;
	readonly config: {
		/** The path of the config file. */
		readonly file: string;
		plan(goal: CliProfileGoal): Promise<CliProfilePlan>;
		/** The text of the config file; empty when there is none. */
		read(file: string): Promise<string>;
	};
	/** Other set-ups of this home that use what this ARN names. */
	setupsThatUse(arn: string, except: string): Promise<readonly string[]>;
	/** How the helper that the CLI profile will start is started. */
	readonly helper: {
		readonly kind: 'own' | 'official';
		readonly program: readonly [string, ...string[]];
		/** Where this program keeps its state, when it is not the usual place. */
		readonly home?: string;
	};
	/** Where sessions are created, when it is not AWS's own endpoint. */
	readonly sessionEndpoint?: string;
	/** What programs that use the CLI profile are to call instead of AWS; for rehearsals. */
	readonly consumerEndpoint?: string;
}

/** All that applying may use. */
export interface Writer {
	readonly rolesAnywhere: RolesAnywhereWriter;
	readonly iam: IamWriter;
	readonly keys: KeyWriter;
	readonly config: {
		apply(plan: CliProfilePlan): Promise<unknown>;
		undo(change: string): Promise<'restored' | 'removed' | 'nothing to undo'>;
	};
	/** Put on all that is made at AWS. */
	readonly tags: readonly Tag[];
}

/** The tag that names a set-up, for people. */
export const NAME_TAG = 'anchorsmith:setup';

/** The tag by which a set-up knows what it made; see `Beginning`. */
export const ID_TAG = 'anchorsmith:setup-id';
