import type {Certificate} from '../pki/certificate/certificate.ts';
import type {Crl} from '../pki/crl/crl.ts';
import type {Item} from '../pki/intake/intake.ts';
import type {PrivateKeyFacts} from '../pki/intake/private-key-facts.ts';
import type {CertificateRole} from './certificate-in-role.ts';
import type {FileSet} from './file-set.ts';

/** One thing among those that were given together, whichever file it is in. */
export interface GivenThing {
	/** The file's; names it in messages. */
	readonly path: string;
	/** The place of its item among those of the file. */
	readonly index: number;
	readonly item: Item;
	readonly certificate?: Certificate;
	/** For a certificate. */
	readonly role?: CertificateRole;
	/** For a private key. */
	readonly key?: PrivateKeyFacts;
	/** For a request: SubjectPublicKeyInfo in DER. */
	readonly requestedKey?: Uint8Array;
	/** For a list of revoked certificates. */
	readonly crl?: Crl;
}

/** What the rules on sets judge: one thing, with everything that was given together with it. */
export interface ThingInSet {
	readonly thing: GivenThing;
	readonly set: FileSet;
	/** The moment of judgement. */
	readonly at: Date;
}
