import type {RolesAnywhereProfileDetail, TrustAnchorDetail} from '../../aws/roles-anywhere-shapes.ts';
import type {Look} from './look.ts';

/** What whoever administers the account sees of what the command names. */
export interface AccountEvidence {
	/** Who looks. */
	readonly administrator: Look<{
		readonly arn: string;
		readonly accountId: string;
		/** The CLI profile that was named for it. */
		readonly cliProfile?: string;
	}>;
	readonly trustAnchor: Look<TrustAnchorDetail>;
	/** Every trust anchor there is, when the one that is named is not there or does not fit. */
	readonly trustAnchors: Look<readonly TrustAnchorDetail[]>;
	readonly profile: Look<RolesAnywhereProfileDetail>;
	/** Every Roles Anywhere profile there is, when the one that is named is not there. */
	readonly profiles: Look<readonly RolesAnywhereProfileDetail[]>;
	readonly role: Look<RoleEvidence>;
	/** Those of the trust anchor that is named, enabled or not. */
	readonly crls: Look<readonly CrlEvidence[]>;
	/** What the service remembers of the certificate's subject. */
	readonly subject: Look<SubjectEvidence>;
}

/** An IAM role. */
export interface RoleEvidence {
	readonly arn: string;
	/** JSON text. */
	readonly trustPolicy: string;
	/** Seconds. */
	readonly maxSessionDuration: number;
	/** ISO 8601. */
	readonly createdAt?: string;
}

/** An imported list of revoked certificates. */
export interface CrlEvidence {
	readonly id: string;
	readonly arn: string;
	readonly name: string;
	readonly isEnabled: boolean;
	readonly trustAnchorArn: string;
	/** As imported, in base64. */
	readonly data: string;
}

/** What the service remembers of one subject. */
export interface SubjectEvidence {
	readonly arn: string;
	readonly subject: string;
	readonly isEnabled: boolean;
	/** One for each certificate that was seen. */
	readonly credentials: readonly {
		/** As the service writes it. */
		readonly serialNumber: string;
		readonly isEnabled: boolean;
		/** True when the last use of it was turned down. */
		readonly hasFailed: boolean;
		/** ISO 8601. */
		readonly seenAt: string;
	}[];
}
