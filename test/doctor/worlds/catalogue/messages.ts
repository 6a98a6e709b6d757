/** A message as it reaches a person, and the fact that it is. */
export interface MessageMet {
	readonly fact: string;
	readonly text: string;
	/** Rules, one of which the message must lead to; empty where no rule of this program is behind it. */
	readonly rules: readonly string[];
}

const asked =
	'operation error RolesAnywhere: CreateSession, https response error StatusCode: 403, RequestID: 5b3e-example, ';
const helper = (message: string) => `2026/11/02 10:11:12 ${message}`;
const cli = (message: string) => `Error when retrieving credentials from custom-process: ${message}`;
const role = 'arn:aws:iam::111122223333:role/apps/Uploader';

/** Messages as they are pasted, with what stands around them: one for each row of sections 6.1 to 6.4 of the fact sheet. */
export const messages: readonly MessageMet[] = [
	{
		fact: 'ERR-01',
		text: cli(helper(`${asked}AccessDeniedException: Untrusted signing certificate`)),
		rules: ['path-issuer-present', 'path-signature'],
	},
	{
		fact: 'ERR-02',
		text: 'AccessDeniedException: Untrusted certificate. Insufficient certificate.',
		rules: ['ee-digital-signature', 'ee-basic-constraints'],
	},
	{fact: 'ERR-03', text: `${asked}AccessDeniedException: Invalid signature`, rules: ['set-key-certified']},
	{fact: 'ERR-04', text: 'AccessDeniedException: Certificate revoked', rules: ['path-revoked']},
	{
		fact: 'ERR-06',
		text: `${asked}AccessDeniedException: Specified Trust Anchor wasn't found.`,
		rules: ['session-trust-anchor-found'],
	},
	{
		fact: 'ERR-07',
		text: `${asked}AccessDeniedException: Invalid or empty profile provided.`,
		rules: ['session-profile-found', 'session-profile-enabled'],
	},
	{
		fact: 'ERR-08',
		text: "AccessDeniedException: Requested Role isn't one of those listed in the Profile.",
		rules: ['session-role-in-profile'],
	},
	{
		fact: 'ERR-09',
		text: 'AccessDeniedException: Not authorized to set roleSessionName.',
		rules: ['session-role-session-name'],
	},
	{
		fact: 'ERR-10',
		text: cli(helper(`${asked}AccessDeniedException: Unable to assume role for ${role}`)),
		rules: ['session-role-trust'],
	},
	{
		fact: 'ERR-11',
		text: `AccessDeniedException: Unable to assume role for ${role}. The requested DurationSeconds exceeds the MaxSessionDuration set for this role.`,
		rules: ['session-duration'],
	},
	{
		fact: 'ERR-12',
		text: `AccessDeniedException: Unable to assume role for ${role}. Some attributes failed to be mapped into session tags. Issuer: [ ]; Subject: [ CN ]; SAN: [ ]`,
		rules: ['session-tags-mapped', 'ee-tag-characters'],
	},
	{fact: 'ERR-13', text: 'An error occurred (PackedPolicyTooLarge)', rules: []},
	{
		fact: 'ERR-15',
		text: "ValidationException: 1 validation error detected: Value 'build' at 'profileArn' failed to satisfy constraint: Member must satisfy regular expression pattern",
		rules: ['session-parameters'],
	},
	{fact: 'ERR-16', text: 'StatusCode: 404, ResourceNotFoundException: not found', rules: []},
	{fact: 'ERR-17', text: 'ThrottlingException: Rate exceeded', rules: []},
	{fact: 'ERR-18', text: 'proxyconnect tcp: Proxy Authentication Required', rules: []},
	{
		fact: 'ERR-20',
		text: 'ValidationException: Incorrect basic constraints for CA certificate',
		rules: ['anchor-basic-constraints'],
	},
	{fact: 'ERR-21', text: 'ValidationException: Error creating TrustAnchor. Bad certificate data', rules: []},
	{fact: 'ERR-22', text: 'Error creating TrustAnchor. Given AWS PCA did not allow get request.', rules: []},
	{
		fact: 'ERR-23',
		text: 'AccessDeniedException: User: arn:aws:iam::111122223333:user/a is not authorized to perform: rolesanywhere:TagResource on resource: arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/*',
		rules: [],
	},
	{
		fact: 'ERR-24',
		text: 'Unauthorized because no identity-based policy allows for the iam:CreateServiceLinkedRole action',
		rules: [],
	},
	{
		fact: 'ERR-25',
		text: 'User: arn:aws:iam::111122223333:user/a is not authorized to perform: iam:PassRole',
		rules: [],
	},
	{
		fact: 'ERR-26',
		text: "ValidationException: 1 validation error detected: Value at 'durationSeconds' failed to satisfy constraint: Member must have value less than or equal to 43200",
		rules: [],
	},
	{fact: 'ERR-29', text: 'MalformedPolicyDocument: Invalid principal in policy', rules: []},
	{fact: 'ERR-30', text: 'The security token included in the request is expired', rules: []},
	{fact: '6.3', text: helper('could not parse PEM data'), rules: []},
	{fact: '6.3', text: helper('could not parse certificate'), rules: []},
	{fact: '6.3', text: helper('unable to parse private key'), rules: []},
	{fact: '6.3', text: 'unable to read your PKCS#8 private key password', rules: []},
	{fact: '6.3', text: 'undefined certificate value', rules: ['order-certificate-named']},
	{fact: '6.3', text: helper('unsupported algorithm'), rules: ['key-kind']},
	{fact: '6.3', text: helper('invalid certificate chain'), rules: []},
	{fact: '6.3', text: helper("can't specify certificate chain when using PKCS#12 files"), rules: []},
	{fact: '6.3', text: cli(helper('unable to use cert store signer on linux')), rules: ['config-one-line']},
	{fact: '6.3', text: helper('no matching certs found in cert store'), rules: []},
	{fact: '6.3', text: helper("trust anchor and profile regions don't match"), rules: ['order-one-region']},
	{fact: '6.3', text: helper("failed to parse trust anchor arn: ''"), rules: ['order-arn-kinds', 'order-arns-named']},
	{fact: '6.3', text: 'failed to create listener', rules: []},
	{fact: '6.3', text: 'unable to get or create read-only AWS credentials file', rules: []},
	{
		fact: '6.3',
		text: 'Error: if any flags in the group [certificate cert-selector] are set none of the others can be; [certificate cert-selector] were all set',
		rules: [],
	},
	{fact: '6.3', text: 'Error: unknown flag: --reuse-latest-expiring-certificate', rules: []},
	{fact: '6.3', text: 'tls: failed to verify certificate: x509: certificate signed by unknown authority', rules: []},
	{fact: '6.3', text: 'dial tcp: lookup rolesanywhere.eu-central-1.amazonaws.com: no such host', rules: []},
	{fact: '6.3', text: 'failed to get shared config profile, build', rules: []},
	{
		fact: '6.3',
		text: "/lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.34' not found (required by aws_signing_helper)",
		rules: [],
	},
	{fact: '6.3', text: 'sh: /usr/local/bin/aws_signing_helper: not found', rules: []},
	{fact: '6.3', text: 'bash: /opt/aws_signing_helper: cannot execute binary file: Exec format error', rules: []},
	{
		fact: '6.4',
		text: cli("Unsupported version '2' for credential process provider, supported versions: 1"),
		rules: [],
	},
	{fact: '6.4', text: cli("Missing required key in response: 'SecretAccessKey'"), rules: []},
	{fact: '6.4', text: 'Expecting value: line 1 column 1 (char 0)', rules: []},
	{fact: '6.4', text: 'Credentials were refreshed, but the refreshed credentials are still expired.', rules: []},
	{fact: '6.4', text: "[Errno 2] No such file or directory: './aws_signing_helper'", rules: ['config-absolute-paths']},
	{fact: '6.4', text: 'No closing quotation', rules: ['config-same-command']},
	{
		fact: '6.4',
		text: 'Unable to parse config file: /home/build/.aws/config',
		rules: ['config-no-duplicates', 'config-byte-order-mark'],
	},
	{fact: '6.4', text: 'The config profile (build) could not be found', rules: ['config-profile-header']},
	{
		fact: '6.4',
		text: 'Partial credentials found in assume-role, missing: source_profile or credential_source',
		rules: ['config-one-source'],
	},
	{
		fact: '6.4',
		text: 'Partial credentials found in shared-credentials-file, missing: aws_secret_access_key',
		rules: ['config-static-keys'],
	},
	{fact: '6.4', text: 'Error loading SSO Token: Token for example does not exist', rules: ['config-one-source']},
	{
		fact: '6.4',
		text: 'Unable to locate credentials. You can configure credentials by running "aws configure".',
		rules: [],
	},
	{fact: '6.4', text: 'CredentialsProviderError: Could not load credentials from any providers', rules: []},
	{
		fact: '6.4',
		text: 'You must specify a region. You can also configure your region by running "aws configure".',
		rules: ['config-region'],
	},
	{fact: '6.4', text: 'Error: Region is missing', rules: ['config-region']},
	{fact: '6.4', text: 'OverflowError: date value out of range', rules: []},
	{
		fact: '6.4',
		text: 'Invalid endpoint EC2 Instance Metadata endpoint: http://127.0.0.1:9911latest/api/token',
		rules: [],
	},
];
