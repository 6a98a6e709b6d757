/** Whether the request was signed by the certificate's key, over exactly what was received, and in time. */
export type SignatureVerdict = {readonly isValid: true} | {readonly isValid: false; readonly reason: string};

/** One CreateSession request as received, its signature already verified over the received bytes. */
export interface SessionRequest {
	/** DER from X-Amz-X509; undefined when the header is missing or is not base64. */
	readonly certificate: Uint8Array | undefined;
	/** DER from X-Amz-X509-Chain, in the order received. */
	readonly chain: readonly Uint8Array[];
	readonly signature: SignatureVerdict;
	/** Members of the query or the body under their own names, unjudged: `profileArn`, `durationSeconds` and so on. */
	readonly parameters: Readonly<Record<string, unknown>>;
}
