/**
 * How much is asked of the certificates and lists of a path:
 *
 * - `rfc5280`: the path is valid as section 6 says, and every certificate on it keeps what section 4 asks of those who
 *   issue. What `openssl verify` asks with `-x509_strict`.
 * - `section-6`: the path is valid as section 6 says, and nothing on it is unreadable. What `openssl verify` asks.
 * - `service`: as `section-6`, and what is documented of the service (fact sheet, CA-08, EE-06 and EE-15): names equal
 *   byte by byte, key identifiers that match, and no other signatures than RSA PKCS#1 v1.5, ECDSA and ML-DSA with
 *   SHA-256 or stronger.
 */
export type PathDemands = 'rfc5280' | 'section-6' | 'service';

/** All of them, the strictest reading of RFC 5280 first. */
export const PATH_DEMANDS = ['rfc5280', 'section-6', 'service'] as const satisfies readonly PathDemands[];

/** As what a certificate stands on a path. */
export type PathRole = 'target' | 'intermediate' | 'anchor';
