import type {ReceivedCertificates, SignatureVerdict} from '../session/verify.ts';

/** One CreateSession request as received, its signature already verified over the received bytes. */
export interface SessionRequest extends ReceivedCertificates {
	readonly signature: SignatureVerdict;
	/** Members of the query or the body under their own names, unjudged: `profileArn`, `durationSeconds` and so on. */
	readonly parameters: Readonly<Record<string, unknown>>;
}
