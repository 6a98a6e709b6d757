import type {Certificate} from '../pki/certificate/certificate.ts';
import type {SigningRequest} from '../pki/issuing/csr.ts';
import type {KeyAlgorithm} from '../pki/keys/algorithm.ts';
import type {EndEntityFiles} from './known.ts';

/** The certificate authority that AWS is to trust. */
export type IssuerGoal =
	| {
			readonly source: 'new';
			/** In the key store. */
			readonly name: string;
			/** RFC 4514 text. */
			readonly subject: string;
			readonly algorithm: KeyAlgorithm;
			readonly days: number;
			readonly withIssuing: boolean;
	  }
	| {
			readonly source: 'existing';
			readonly file: string;
			/** What AWS is to trust: one certificate, or two while the issuer changes. */
			readonly certificates: readonly [Certificate, ...Certificate[]];
			/** Absent when it does not sign here. */
			readonly privateKeyFile?: string;
	  };

/** What a certificate, or a request for one, is to say. */
export interface EndEntityNames {
	/** RFC 4514 text. */
	readonly subject: string;
	readonly dns: readonly string[];
	readonly uri: readonly string[];
	readonly ip: readonly string[];
	readonly email: readonly string[];
}

/** A key and a certificate that are made here. */
export interface NewEndEntity extends EndEntityNames {
	readonly source: 'new';
	/** In the key store. */
	readonly name: string;
	readonly algorithm: KeyAlgorithm;
	readonly days: number;
}

/** A certificate for a key that another machine keeps. */
export interface SignedEndEntity {
	readonly source: 'csr';
	/** In the key store. */
	readonly name: string;
	/** Where the request was read from. Absolute. */
	readonly file: string;
	readonly request: SigningRequest;
	readonly days: number;
}

/** A key that is made here, and a request that somebody else signs. */
export interface RequestedEndEntity extends EndEntityNames {
	readonly source: 'requested';
	/** In the key store. */
	readonly name: string;
	readonly algorithm: KeyAlgorithm;
}

/** The certificate that asks for credentials. */
export type EndEntityGoal =
	| NewEndEntity
	| SignedEndEntity
	| RequestedEndEntity
	| {readonly source: 'existing'; readonly certificate: Certificate; readonly files: EndEntityFiles};

/** The role whose credentials are wanted. */
export type RoleGoal =
	| {readonly source: 'new'; readonly name: string; readonly maxSessionDuration: number}
	| {readonly source: 'existing'; readonly name: string; readonly arn: string};

/** What is to be at AWS. */
export interface AwsGoal {
	readonly region: string;
	readonly trustAnchor: {readonly name: string};
	readonly role: RoleGoal;
	/** Who may assume the role: certificates with the CN of this one, or all of the same issuer. */
	readonly trustScope: 'certificate' | 'issuer';
	/** Who may assume the role, as RFC 4514 text, where the certificate is not known yet. */
	readonly trustedSubject?: string;
	/** What will sign certificates below the trust anchor, where none is known yet. */
	readonly trustedIssuer?: Certificate;
	readonly permissions: {
		/** JSON without white space. */
		readonly inline?: string;
		/** ARNs. */
		readonly managed: readonly string[];
	};
	readonly rolesAnywhereProfile: {
		readonly name: string;
		/** Seconds. */
		readonly durationSeconds: number;
		/** JSON without white space. */
		readonly sessionPolicy?: string;
	};
}

/** What an administrator made and handed out. */
export interface HandedOut {
	readonly trustAnchorArn: string;
	readonly roleArn: string;
	readonly profileArn: string;
	readonly region: string;
	readonly accountId: string;
	readonly partition: string;
}

/** The AWS CLI profile that gets credentials. */
export interface CliProfileSpec {
	readonly name: string;
	/** Seconds. */
	readonly durationSeconds: number;
}

/**
 * What should exist once a set-up is applied. Holds no secrets, and nothing that is only known afterwards. Each of the
 * three persons does a part: what is absent is somebody else's.
 */
export interface Specification {
	/** Of the set-up. */
	readonly name: string;
	/** When it was asked for: what has expired by then is of no use. */
	readonly at: Date;
	readonly issuer?: IssuerGoal;
	readonly endEntity?: EndEntityGoal;
	readonly aws?: AwsGoal;
	/** Instead of `aws`, where another has set that up. */
	readonly handedOut?: HandedOut;
	readonly cliProfile?: CliProfileSpec;
}

/** What is to be at AWS, where something is. */
export function awsGoalOf({aws}: Specification): AwsGoal {
	if (!aws) {
		throw new Error('this part of a set-up has nothing at AWS');
	}

	return aws;
}
