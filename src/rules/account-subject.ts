import type {RolesAnywhereProfileDetail, TrustAnchorDetail} from '../aws/roles-anywhere-shapes.ts';

/** What the rules on accounts judge: what whoever administers the account saw of it. What was not seen is absent. */
export interface LookedAtAccount {
	/** The moment of judgement by the service's clock, ISO 8601. */
	readonly at: string;
	/** As the request names them. */
	readonly trustAnchorArn?: string;
	readonly profileArn?: string;
	readonly roleArn?: string;
	/** Seconds that the request asks for; absent when it leaves them to the profile. */
	readonly durationSeconds?: number;
	/** Who looked. */
	readonly administrator?: {readonly arn: string; readonly accountId: string};
	readonly trustAnchor?: Pick<TrustAnchorDetail, 'arn' | 'sourceType' | 'certificates' | 'privateCaArn'>;
	readonly profile?: Pick<
		RolesAnywhereProfileDetail,
		'arn' | 'roleArns' | 'durationSeconds' | 'sessionPolicy' | 'managedPolicyArns'
	>;
	readonly role?: {
		readonly arn: string;
		readonly maxSessionDuration: number;
		/** ISO 8601. */
		readonly createdAt?: string;
		/** Whom its trust policy lets in besides those that it names. */
		readonly alsoLetsIn?: 'any-trust-anchor' | 'any-certificate' | 'nobody';
	};
	/** Names of imported lists that name a certificate of the path and are not enabled. */
	readonly disabledListsThatRevoke?: readonly string[];
	/** What the service remembers of the subject, and of this certificate under it. */
	readonly subject?: {
		readonly isEnabled: boolean;
		readonly certificate?: {readonly isEnabled: boolean; readonly hasFailed: boolean; readonly seenAt: string};
	};
}
