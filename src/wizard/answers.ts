import type {SecretSource} from './field.ts';

/** What was answered, by the keys that answers files use. Everything may still be unanswered. */
export interface Answers {
	readonly rehearse?: boolean;
	readonly part?: 'all' | 'aws' | 'pki' | 'machine';
	readonly adminProfile?: string;
	readonly region?: string;
	readonly name?: string;
	readonly issuerSource?: 'new' | 'existing';
	readonly issuerName?: string;
	readonly issuerSubject?: string;
	readonly issuerAlgorithm?: 'p256' | 'p384' | 'p521' | 'rsa2048' | 'rsa3072' | 'rsa4096';
	readonly issuerDays?: number;
	readonly withIssuing?: boolean;
	readonly issuerCertificate?: string;
	readonly certificateSource?: 'new' | 'existing' | 'csr' | 'later';
	readonly request?: string;
	readonly issuerPrivateKey?: string;
	readonly passphrase?: SecretSource;
	readonly certificateName?: string;
	readonly subject?: string;
	readonly dns?: readonly string[];
	readonly uri?: readonly string[];
	readonly ip?: readonly string[];
	readonly email?: readonly string[];
	readonly algorithm?: 'p256' | 'p384' | 'p521' | 'rsa2048' | 'rsa3072' | 'rsa4096';
	readonly days?: number;
	readonly certificate?: string;
	readonly privateKey?: string;
	readonly intermediates?: string;
	readonly privateKeyPassphraseFile?: string;
	readonly trustAnchorName?: string;
	readonly roleSource?: 'new' | 'existing';
	readonly roleName?: string;
	readonly roleArn?: string;
	readonly trustAnchorArn?: string;
	readonly profileArn?: string;
	readonly trustScope?: 'certificate' | 'issuer';
	readonly trustedSubject?: string;
	readonly permissions?: 'none' | 'inline' | 'managed' | 'inline-and-managed';
	readonly permissionsPolicy?: string;
	readonly managedPolicy?: readonly string[];
	readonly rolesAnywhereProfile?: string;
	readonly sessionDuration?: number;
	readonly sessionPolicy?: string;
	readonly cliProfile?: string;
	readonly helper?: 'own' | 'official';
	readonly helperProgram?: string;
}

/** The name of an answer. */
export type AnswerKey = keyof Answers;
