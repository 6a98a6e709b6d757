import type {Certificate} from '../pki/certificate/certificate.ts';
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

/** The certificate that asks for credentials. */
export type EndEntityGoal =
	| {
			readonly source: 'new';
			/** In the key store. */
			readonly name: string;
			/** RFC 4514 text. */
			readonly subject: string;
			readonly dns: readonly string[];
			readonly uri: readonly string[];
			readonly ip: readonly string[];
			readonly email: readonly string[];
			readonly algorithm: KeyAlgorithm;
			readonly days: number;
	  }
	| {readonly source: 'existing'; readonly certificate: Certificate; readonly files: EndEntityFiles};

/** The role whose credentials are wanted. */
export type RoleGoal =
	| {readonly source: 'new'; readonly name: string; readonly maxSessionDuration: number}
	| {readonly source: 'existing'; readonly name: string; readonly arn: string};

/** What should exist once a set-up is applied. Holds no secrets, and nothing that is only known afterwards. */
export interface Specification {
	/** Of the set-up. */
	readonly name: string;
	/** When it was asked for: what has expired by then is of no use. */
	readonly at: Date;
	readonly region: string;
	readonly issuer: IssuerGoal;
	readonly endEntity: EndEntityGoal;
	readonly trustAnchor: {readonly name: string};
	readonly role: RoleGoal;
	/** Who may assume the role: certificates with the CN of this one, or all of the same issuer. */
	readonly trustScope: 'certificate' | 'issuer';
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
	readonly cliProfile: {readonly name: string};
}
