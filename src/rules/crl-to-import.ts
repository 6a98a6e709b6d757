import type {Crl} from '../pki/crl/crl.ts';

/** What the rules on lists judge: a list that is to be imported beside a trust anchor. */
export interface CrlToImport {
	readonly crl: Crl;
	/** The moment of judgement. */
	readonly at: Date;
}
