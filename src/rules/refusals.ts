import type {Refusal} from './finding.ts';

/** What CreateSession answers when the end-entity certificate lacks what it must have (fact sheet, ERR-02). */
export const INSUFFICIENT_CERTIFICATE: Refusal = {
	code: 'AccessDeniedException',
	message: 'Untrusted certificate. Insufficient certificate',
};

/** What CreateSession answers when no sound chain leads to the trust anchor (fact sheet, ERR-01). */
export const UNTRUSTED_SIGNING_CERTIFICATE: Refusal = {
	code: 'AccessDeniedException',
	message: 'Untrusted signing certificate',
};

/** What CreateSession answers to a certificate that an enabled revocation list names (fact sheet, CRL-06 and ERR-04). */
export const CERTIFICATE_REVOKED: Refusal = {code: 'AccessDeniedException', message: 'Certificate revoked'};

/** What CreateTrustAnchor answers to a certificate that may not sign others (fact sheet, CA-06 and ERR-20). */
export const INCORRECT_BASIC_CONSTRAINTS: Refusal = {
	code: 'ValidationException',
	message: 'Incorrect basic constraints for CA certificate',
};
