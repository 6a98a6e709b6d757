import type {Certificate} from '../pki/certificate/certificate.ts';

/**
 * What a certificate is for: registered as a trust anchor, signing others without being registered,
 * or presented in CreateSession.
 */
export type CertificateRole = 'anchor' | 'issuer' | 'end-entity';

/** What the rules on certificates judge. */
export interface CertificateInRole {
	readonly certificate: Certificate;
	readonly role: CertificateRole;
	/** The moment of judgement. */
	readonly at: Date;
}
