import type {Certificate} from '../pki/certificate/certificate.ts';
import type {Crl} from '../pki/crl/crl.ts';
import {nameKey} from '../pki/names/name-match.ts';
import {findSignatureAlgorithm} from '../pki/path/signature-algorithm.ts';
import {isSignedBy, keyProblem, type Signed, verificationCost} from '../pki/path/verify-signature.ts';
import type {GivenThing} from './thing-in-set.ts';

/** A certificate among those that were given together. */
export type GivenCertificate = GivenThing & {readonly certificate: Certificate};

/** What verifying signatures within one set may take, in microseconds; after that what is not known stays unknown. */
const BUDGET = 5_000_000;

/** More certificates of one name than this are not tried as the issuer. */
const MAX_CANDIDATES = 16;

const MAX_NAMESAKES = 64;

/** Longer paths are not followed. */
const LONGEST_PATH = 32;

/** One file of a set. */
export class GivenFile {
	/** In the order of the file. */
	readonly certificates: readonly GivenCertificate[];
	readonly firstEndEntity: GivenThing | undefined;
	readonly firstKey: GivenThing | undefined;
	/** How many different certificates there are. */
	readonly count: number;
	/** How many of the certificates are of end entities, copies included. */
	readonly endEntities: number;
	readonly #before: ReadonlyMap<GivenThing, GivenCertificate>;

	constructor(things: readonly GivenThing[]) {
		this.certificates = things.filter(isCertificate);
		this.firstEndEntity = things.find(({role}) => role === 'end-entity');
		this.firstKey = things.find(({key}) => key !== undefined);
		this.count = new Set(this.certificates.map(({certificate}) => certificate.fingerprint)).size;
		this.endEntities = this.certificates.filter(({role}) => role === 'end-entity').length;
		this.#before = new Map(
			this.certificates.flatMap((given, index) => {
				const before = this.certificates[index - 1];
				return before ? [[given, before] as const] : [];
			}),
		);
	}

	/** The certificate that stands before another one. */
	before(thing: GivenThing): GivenCertificate | undefined {
		return this.#before.get(thing);
	}
}

/** Everything that was given together, indexed once: looking something up takes no time that grows with the set. */
export class FileSet {
	readonly things: readonly GivenThing[];
	readonly certificates: readonly GivenCertificate[];
	readonly keys: readonly GivenThing[];
	readonly crls: readonly GivenThing[];
	readonly #byFingerprint: ReadonlyMap<string, readonly GivenCertificate[]>;
	readonly #bySubject: ReadonlyMap<string, readonly GivenCertificate[]>;
	readonly #byPublicKey: ReadonlyMap<string, readonly GivenCertificate[]>;
	readonly #bySerial: ReadonlyMap<string, readonly GivenCertificate[]>;
	readonly #byFile: ReadonlyMap<string, GivenFile>;
	readonly #endEntityFolders: ReadonlySet<string>;
	readonly hasAuthority: boolean;
	/** True when of every key the public half is known. */
	readonly areKeysKnown: boolean;
	readonly #keysByPublicKey: ReadonlyMap<string, readonly GivenThing[]>;
	readonly #listsByIssuer: ReadonlyMap<string, readonly GivenThing[]>;
	readonly #requested: ReadonlySet<string>;
	readonly #signed = new Map<string, boolean>();
	readonly #issuers = new Map<string, readonly GivenCertificate[]>();
	#issued: ReadonlySet<string> | undefined;
	#budget = BUDGET;

	constructor(things: readonly GivenThing[]) {
		this.things = things;
		this.certificates = things.filter(isCertificate);
		this.keys = things.filter(({key}) => key !== undefined);
		this.crls = things.filter(({crl}) => crl !== undefined);
		this.#byFingerprint = grouped(this.certificates, ({certificate}) => certificate.fingerprint);
		this.#bySubject = grouped(onceEach(this.certificates), ({certificate}) => nameKey(certificate.subject));
		this.#byPublicKey = grouped(this.certificates, ({certificate}) => latin1(certificate.publicKey.der));
		this.#bySerial = grouped(onceEach(this.certificates), ({certificate}) => serialKey(certificate));
		this.#listsByIssuer = grouped(this.crls, ({crl}) => (crl ? nameKey(crl.issuer) : ''));
		this.#requested = new Set(things.flatMap(({requestedKey}) => (requestedKey ? [latin1(requestedKey)] : [])));
		this.#byFile = new Map(
			[...grouped(things, ({path}) => path)].map(([path, inside]) => [path, new GivenFile(inside)]),
		);
		this.hasAuthority = things.some(isAuthority);
		this.#endEntityFolders = new Set(things.flatMap(({path, role}) => (role === 'end-entity' ? [folderOf(path)] : [])));
		this.areKeysKnown = this.keys.every(({key}) => key?.publicKey !== undefined);
		this.#keysByPublicKey = grouped(this.keys, ({key}) => latin1(key?.publicKey ?? new Uint8Array()));
	}

	/** The file that a thing is in. */
	fileOf({path}: GivenThing): GivenFile {
		return this.#byFile.get(path) ?? new GivenFile([]);
	}

	/** True when an end-entity certificate lies in the same folder. */
	isBesideEndEntity({path}: GivenThing): boolean {
		return this.#endEntityFolders.has(folderOf(path));
	}

	/** The same certificate, wherever it stands; itself included. */
	copiesOf({certificate}: GivenCertificate): readonly GivenCertificate[] {
		return this.#byFingerprint.get(certificate.fingerprint) ?? [];
	}

	/** Certificates that certify the public half of a key. */
	certificatesOf({key}: GivenThing): readonly GivenCertificate[] {
		return key?.publicKey ? (this.#byPublicKey.get(latin1(key.publicKey)) ?? []) : [];
	}

	/** Keys whose public half a certificate certifies. */
	keysOf({certificate}: GivenCertificate): readonly GivenThing[] {
		return this.#keysByPublicKey.get(latin1(certificate.publicKey.der)) ?? [];
	}

	/** Certificates that bear this name as their subject, each once; not more than a person could look through. */
	named(name: Certificate['subject']): readonly GivenCertificate[] {
		return (this.#bySubject.get(nameKey(name)) ?? []).slice(0, MAX_NAMESAKES);
	}

	/** Lists of revoked certificates of an issuer of this name. */
	listsOf(issuer: Certificate['issuer']): readonly GivenThing[] {
		return this.#listsByIssuer.get(nameKey(issuer)) ?? [];
	}

	/** True for a key that one of the requests asks a certificate for. */
	isRequested(publicKey: Uint8Array): boolean {
		return this.#requested.has(latin1(publicKey));
	}

	/** Certificates of the same issuer's name with the same serial number; itself included. */
	withSerialOf({certificate}: GivenCertificate): readonly GivenCertificate[] {
		return this.#bySerial.get(serialKey(certificate)) ?? [];
	}

	/** Certificates whose key made the signature, each once; without itself. */
	issuersOf(given: GivenCertificate): readonly GivenCertificate[] {
		const {certificate} = given;
		const before = this.#issuers.get(certificate.fingerprint);
		if (before) {
			return before;
		}

		const candidates = this.named(certificate.issuer)
			.slice(0, MAX_CANDIDATES)
			.filter(({certificate: other}) => other.fingerprint !== certificate.fingerprint);
		const issuers = candidates.filter(({certificate: issuer}) => this.isSigned(certificate, issuer));
		this.#issuers.set(certificate.fingerprint, issuers);
		return issuers;
	}

	/** The issuers above a certificate as far as the set has them, its own first. */
	pathAbove(given: GivenCertificate): readonly GivenCertificate[] {
		const path: GivenCertificate[] = [];
		let [issuer] = this.issuersOf(given);
		while (issuer && !path.includes(issuer) && path.length < LONGEST_PATH) {
			path.push(issuer);
			[issuer] = issuer.certificate.isSelfIssued ? [] : this.issuersOf(issuer);
		}

		return path;
	}

	/** True for a certificate that issued another one of the set. */
	hasIssued({certificate}: GivenCertificate): boolean {
		this.#issued ??= new Set(
			this.certificates.flatMap(given => this.issuersOf(given).map(issuer => issuer.certificate.fingerprint)),
		);
		return this.#issued.has(certificate.fingerprint);
	}

	/** True when the key of the certificate made the signature; false also when there is no time left to find out. */
	isSigned(signed: (Certificate | Crl) & Signed, {publicKey, fingerprint}: Certificate): boolean {
		const link = `${signed.fingerprint} ${fingerprint}`;
		const before = this.#signed.get(link);
		if (before !== undefined) {
			return before;
		}

		const algorithm = findSignatureAlgorithm(signed.signatureAlgorithm);
		this.#budget -= verificationCost(publicKey);
		const isSigned =
			!('refusedBecause' in algorithm) &&
			keyProblem(publicKey) === undefined &&
			this.#budget > 0 &&
			isSignedBy(signed, publicKey, algorithm);
		this.#signed.set(link, isSigned);
		return isSigned;
	}

	/** False once some signatures were not looked at any more. */
	get isWhollyVerified(): boolean {
		return this.#budget > 0;
	}
}

function isCertificate(thing: GivenThing): thing is GivenCertificate {
	return thing.certificate !== undefined;
}

/** The thing as a certificate, where it is one. */
export function asCertificate(thing: GivenThing): GivenCertificate | undefined {
	return isCertificate(thing) ? thing : undefined;
}

/** True for an issuer or an anchor. */
export function isAuthority({role}: GivenThing): boolean {
	return role === 'anchor' || role === 'issuer';
}

/** Without further copies of what stands there already. */
export function onceEach(certificates: readonly GivenCertificate[]): readonly GivenCertificate[] {
	return [
		...new Map(certificates.toReversed().map(given => [given.certificate.fingerprint, given])).values(),
	].toReversed();
}

function folderOf(path: string): string {
	return path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** A thing's place in words. */
export function placeOf({path, item: {line}}: GivenThing): string {
	return line === undefined ? path : `${path}, line ${line}`;
}

function serialKey({issuer, serial}: Certificate): string {
	return `${serial.hex} ${nameKey(issuer)}`;
}

function latin1(bytes: Uint8Array): string {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function grouped<Value>(
	values: readonly Value[],
	keyOf: (value: Value) => string,
): ReadonlyMap<string, readonly Value[]> {
	const groups = new Map<string, Value[]>();
	for (const value of values) {
		const key = keyOf(value);
		const group = groups.get(key);
		if (group) {
			group.push(value);
		} else {
			groups.set(key, [value]);
		}
	}

	return groups;
}
