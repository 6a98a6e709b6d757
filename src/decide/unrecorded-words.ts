import type {Refusal} from '../rules/finding.ts';

/**
 * Refusals that the service is known to make in words that nobody recorded. These are ours, in its
 * style; the findings behind them carry no `refusal` (docs/adr/0002-refusals-whose-words-are-unknown.md).
 */
export const unrecorded = {
	chainTooLong: {
		code: 'ValidationException',
		message:
			"1 validation error detected: Value at 'X-Amz-X509-Chain' failed to satisfy constraint: Member must have length less than or equal to 5",
	},
	trustAnchorDisabled: {code: 'AccessDeniedException', message: 'Specified Trust Anchor is disabled.'},
	endEntityNotValidNow: {code: 'AccessDeniedException', message: 'Untrusted certificate. Certificate is not valid now'},
	/** The words for a profile that is not there; suggested by the fact sheet, ERR-07. */
	profileUnusable: {code: 'AccessDeniedException', message: 'Invalid or empty profile provided.'},
	tooManyAnchorCertificates: {
		code: 'ValidationException',
		message: 'Error creating TrustAnchor. A trust anchor can hold at most 2 certificates.',
	},
	/** A CA certificate with a fault that has no words of its own at CreateTrustAnchor, such as a weak signature. */
	unsuitedAnchorCertificate: {
		code: 'ValidationException',
		message: 'Error creating TrustAnchor. Bad certificate data',
	},
	/** When a rule itself failed, which is our defect: refused rather than allowed. */
	other: {code: 'AccessDeniedException', message: 'Access denied'},
} as const satisfies Readonly<Record<string, Refusal>>;
