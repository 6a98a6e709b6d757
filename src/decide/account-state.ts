/** The part of a certificate that an attribute mapping reads (fact sheet, TAG-08). */
export type CertificateField = 'x509Subject' | 'x509Issuer' | 'x509SAN';

/** Which attributes of one part of a certificate become session tags. */
export interface AttributeMapping {
	readonly certificateField: CertificateField;
	/** RDN short names or OIDs, `DNS`, `URI`, `Name/<RDN>`, or `*`; as the service takes them. */
	readonly specifiers: readonly string[];
}

/** A trust anchor as far as a decision depends on it. */
export interface TrustAnchor {
	readonly arn: string;
	readonly isEnabled: boolean;
	/**
	 * DER, one or two certificates; `unseen` where whoever asks for a prediction cannot see them. A path to them is then
	 * taken to be there.
	 */
	readonly certificates: readonly Uint8Array[] | 'unseen';
}

/** A Roles Anywhere profile as far as a decision depends on it. */
export interface RolesAnywhereProfile {
	readonly arn: string;
	readonly isEnabled: boolean;
	/** May be empty; no session then succeeds (fact sheet, API-05). */
	readonly roleArns: readonly string[];
	readonly durationSeconds: number;
	readonly acceptRoleSessionName: boolean;
	/** IAM policy, as JSON. */
	readonly sessionPolicy?: string;
	readonly managedPolicyArns: readonly string[];
	readonly attributeMappings: readonly AttributeMapping[];
}

/** An IAM role as far as a decision depends on it. */
export interface Role {
	readonly arn: string;
	/** IAM policy, as JSON (not URL-encoded). */
	readonly trustPolicy: string;
	/** Seconds. */
	readonly maxSessionDuration: number;
}

/** A revocation list imported for a trust anchor. */
export interface Crl {
	readonly arn: string;
	readonly isEnabled: boolean;
	readonly trustAnchorArn: string;
	/** As imported: PEM or DER. */
	readonly data: Uint8Array;
}

/** Everything in one account and region that the service's decision depends on. */
export interface AccountState {
	/** Twelve digits. */
	readonly accountId: string;
	readonly region: string;
	/** Such as `aws` or `aws-cn`. */
	readonly partition: string;
	readonly trustAnchors: readonly TrustAnchor[];
	readonly profiles: readonly RolesAnywhereProfile[];
	readonly roles: readonly Role[];
	/** Only those that are enabled, and imported for the trust anchor of a request, count for it. */
	readonly crls: readonly Crl[];
}
