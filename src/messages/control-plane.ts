import type {KnownMessage} from './message.ts';

/** What IAM Roles Anywhere, IAM and STS answer to whoever administers an account (fact sheet, section 6.2). */
export const controlPlaneMessages: readonly KnownMessage[] = [
	{
		id: 'incorrect-basic-constraints',
		fact: 'ERR-20',
		speaker: 'control-plane',
		says: 'Incorrect basic constraints for CA certificate',
		phrases: ['Incorrect basic constraints for CA certificate', 'Incorrect basic constraints'],
		meaning: 'The certificate that was to become a trust anchor is not that of a certificate authority.',
		causes: [
			{
				rules: ['anchor-basic-constraints', 'anchor-key-cert-sign', 'set-client-no-authority'],
				what: 'It lacks CA:TRUE, often because it is the end-entity certificate, or openssl was given no extensions.',
				next: 'See which rules it breaks: anchorsmith inspect FILE',
			},
		],
	},
	{
		id: 'bad-certificate-data',
		fact: 'ERR-21',
		speaker: 'control-plane',
		says: 'Error creating TrustAnchor. Bad certificate data',
		phrases: ['Bad certificate data'],
		meaning: 'What was sent as the certificate of a trust anchor is no PEM certificate any more.',
		causes: [
			{
				rules: [
					'trust-anchor-bundle-pem',
					'trust-anchor-bundle-text',
					'file-line-breaks',
					'file-line-feeds',
					'file-label',
					'certificate-readable',
				],
				what: 'Its line breaks were lost or escaped on the way, as by a shell or a template.',
				next: 'Check that the file holds nothing but CERTIFICATE blocks: anchorsmith inspect FILE',
			},
			{
				rules: ['anchor-signature-algorithm', 'trust-anchor-bundle-names', 'trust-anchor-bundle-distinct'],
				what: 'It is a sound certificate that the service does not take, such as one signed with SHA-1.',
				next: 'See which rules it breaks: anchorsmith inspect FILE',
			},
		],
	},
	{
		id: 'too-many-anchor-certificates',
		fact: 'ERR-27',
		speaker: 'control-plane',
		says: 'Error creating TrustAnchor. A trust anchor can hold at most 2 certificates.',
		phrases: ['A trust anchor can hold at most 2 certificates'],
		meaning: 'More certificates were given than a trust anchor holds.',
		isOurs: true,
		causes: [
			{
				rules: ['trust-anchor-bundle-count'],
				what: 'The file holds the whole chain.',
				next: 'Give the certificate of the authority alone, or the old and the new one while it changes',
			},
		],
	},
	{
		id: 'anchor-too-long',
		fact: 'ERR-26',
		speaker: 'control-plane',
		says: "1 validation error detected: Value at 'source.sourceData.x509CertificateData' failed to satisfy constraint: Member must have length less than or equal to …",
		phrases: ["Value at 'source.sourceData.x509CertificateData' failed to satisfy constraint"],
		meaning: 'What was sent as the certificate of a trust anchor is longer than the service takes.',
		refines: ['validation-error'],
		causes: [
			{
				rules: ['trust-anchor-bundle-size', 'anchor-size'],
				what: 'The file holds more than the one or two certificates that are due.',
				next: 'Look at what is in it: anchorsmith inspect FILE',
			},
		],
	},
	{
		id: 'private-ca-unavailable',
		fact: 'ERR-22',
		speaker: 'control-plane',
		says: 'Error creating TrustAnchor. Given AWS PCA did not allow get request.',
		phrases: ['Given AWS PCA did not allow get request', 'PCA did not allow get request'],
		meaning: 'Roles Anywhere could not read the certificate of the private CA that was to become a trust anchor.',
		causes: [
			{
				rules: [],
				what: 'The private CA has no certificate yet, or is disabled: it must be ACTIVE.',
				next: 'Look at its status: aws acm-pca describe-certificate-authority --certificate-authority-arn ARN',
			},
			{
				rules: [],
				what: 'It lies in another region or account, and is not shared with this one.',
				next: 'Compare region and account, or share it with AWS RAM',
			},
		],
	},
	{
		id: 'tag-resource-denied',
		fact: 'ERR-23',
		speaker: 'control-plane',
		says: '… is not authorized to perform: rolesanywhere:TagResource on resource: …',
		phrases: ['not authorized to perform: rolesanywhere:TagResource'],
		meaning: 'Whoever administers may create, but not tag what is created, and tags were given.',
		refines: ['action-denied'],
		causes: [
			{
				rules: [],
				what: 'The permission rolesanywhere:TagResource is missing on trust anchors and profiles.',
				next: 'Allow rolesanywhere:TagResource on trust anchors and profiles: what setup makes is tagged, so that it is found again',
			},
		],
	},
	{
		id: 'service-linked-role-denied',
		fact: 'ERR-24',
		speaker: 'control-plane',
		says: 'Unauthorized because no identity-based policy allows for the iam:CreateServiceLinkedRole action',
		phrases: ['iam:CreateServiceLinkedRole action', 'not authorized to perform: iam:CreateServiceLinkedRole'],
		meaning: 'The first trust anchor of an account makes a service-linked role, which this administrator may not.',
		refines: ['action-denied'],
		causes: [
			{
				rules: [],
				what: 'The permission iam:CreateServiceLinkedRole is missing.',
				next: 'Allow iam:CreateServiceLinkedRole for rolesanywhere.amazonaws.com: the first trust anchor of an account needs it',
			},
		],
	},
	{
		id: 'pass-role-denied',
		fact: 'ERR-25',
		speaker: 'control-plane',
		says: '… is not authorized to perform: iam:PassRole on resource: …',
		phrases: ['not authorized to perform: iam:PassRole'],
		meaning: 'Whoever creates or changes a Roles Anywhere profile must be allowed to pass each of its roles.',
		refines: ['action-denied'],
		causes: [
			{
				rules: [],
				what: 'The permission iam:PassRole on the role is missing, or its condition names another service.',
				next: 'Allow iam:PassRole on the role, with iam:PassedToService rolesanywhere.amazonaws.com',
			},
		],
	},
	{
		id: 'assume-role-denied',
		fact: 'ERR-10',
		speaker: 'control-plane',
		says: '… is not authorized to perform: sts:AssumeRole on resource: …',
		phrases: ['not authorized to perform: sts:AssumeRole'],
		meaning:
			'STS does not let this identity assume the role; it was asked for with credentials, not with a certificate.',
		refines: ['action-denied'],
		causes: [
			{
				rules: ['config-one-source'],
				what: 'The CLI profile has role_arn, so that the client itself assumes a role; the role of Roles Anywhere belongs into the command.',
				next: 'Take role_arn out of the CLI profile, or have the trust policy of the second role name the first',
			},
			{
				rules: ['config-static-keys', 'config-environment'],
				what: 'Another identity asked than the one that was meant.',
				next: 'See who asks: aws sts get-caller-identity',
			},
		],
	},
	{
		id: 'action-denied',
		fact: 'ERR-23',
		speaker: 'control-plane',
		says: '… is not authorized to perform: … on resource: …',
		phrases: ['is not authorized to perform', 'You are not authorized to perform this operation'],
		meaning: 'The identity that asked has credentials, and may not do this with them.',
		causes: [
			{
				rules: ['config-static-keys', 'config-environment', 'config-profile-chosen'],
				what: 'Another identity asked than the one that was meant: the message names it.',
				next: 'Compare the identity that the message names with: aws sts get-caller-identity',
			},
			{
				rules: ['account-session-policies', 'account-same-account'],
				what: 'Neither the policies of the role nor the session policy of the Roles Anywhere profile allow it.',
				next: 'Allow the action in the policies of the role, and in the session policy if the profile has one',
			},
		],
	},
	{
		id: 'duration-out-of-range',
		fact: 'ERR-26',
		speaker: 'control-plane',
		says: "1 validation error detected: Value '…' at 'durationSeconds' failed to satisfy constraint: Member must have value less than or equal to …",
		phrases: ["at 'durationSeconds' failed to satisfy constraint"],
		meaning: 'The duration is out of range: a session lasts from 900 to 43200 seconds.',
		stage: 'request',
		refines: ['validation-error'],
		causes: [
			{
				rules: ['order-duration', 'session-parameters', 'account-profile-duration'],
				what: 'The number is too small or too large; some regions and old accounts stop at 3600.',
				next: 'Give --session-duration, or the duration of the profile, a number of seconds from 900 to 43200',
			},
		],
	},
	{
		id: 'quota-reached',
		fact: 'ERR-27',
		speaker: 'control-plane',
		says: 'LimitExceededException: …',
		phrases: ['LimitExceededException', 'ServiceQuotaExceededException', 'Cannot exceed quota for'],
		meaning:
			'The account has as many of these in this region as it may have; in which words Roles Anywhere says so is not recorded.',
		causes: [
			{
				rules: ['trust-anchor-bundle-count'],
				what: 'There are as many trust anchors, profiles or lists as may be, or more certificates in one trust anchor.',
				next: 'Delete what is no longer used, or raise the quota of the account',
			},
		],
	},
	{
		id: 'crl-not-taken',
		fact: 'ERR-28',
		speaker: 'control-plane',
		says: "1 validation error detected: Value at 'crlData' failed to satisfy constraint: …",
		phrases: ['crlData failed to satisfy constraint', "at 'crlData' failed to satisfy constraint"],
		meaning: 'A list of revoked certificates was not taken.',
		refines: ['validation-error'],
		causes: [
			{
				rules: ['crl-lists-something'],
				what: 'It revokes nothing: the service takes no empty list.',
				next: 'Import it once it lists something: anchorsmith crl inspect FILE',
			},
			{
				rules: ['crl-size'],
				what: 'It is longer than the service takes.',
				next: 'Look into it: anchorsmith crl inspect FILE',
			},
			{
				rules: ['crl-readable', 'file-pem', 'crl-signature-algorithm', 'crl-sound'],
				what: 'It is no PEM, as the lists that authorities publish, which are DER.',
				next: 'openssl crl -inform DER -in FILE -out NEW_FILE',
			},
		],
	},
	{
		id: 'rehearsed-quota-reached',
		fact: 'ERR-27',
		speaker: 'control-plane',
		says: 'Error creating TrustAnchor. The limit of 50 trust anchors is reached.',
		phrases: [
			'The limit of … trust anchors is reached',
			'The limit of … profiles is reached',
			'The limit of … CRLs per trust anchor is reached',
		],
		meaning: 'The account has as many of these in this region as it may have.',
		isOurs: true,
		causes: [
			{
				rules: [],
				what: 'There are too many.',
				next: 'Delete what is no longer used, or raise the quota of the account',
			},
		],
	},
	{
		id: 'rehearsed-crl-not-taken',
		fact: 'ERR-28',
		speaker: 'control-plane',
		says: 'Error importing CRL. The CRL does not revoke any certificate.',
		phrases: ['Error importing CRL. The CRL does not revoke any certificate', 'Error importing CRL. Bad CRL data'],
		meaning: 'A list of revoked certificates was not taken: it revokes nothing, or is no PEM.',
		isOurs: true,
		causes: [
			{
				rules: ['crl-lists-something', 'crl-readable', 'file-pem'],
				what: 'The list is empty, or DER.',
				next: 'Look into it: anchorsmith crl inspect FILE',
			},
		],
	},
	{
		id: 'malformed-policy',
		fact: 'ERR-29',
		speaker: 'control-plane',
		says: 'MalformedPolicyDocument: …',
		phrases: ['MalformedPolicyDocument', 'MalformedPolicyDocumentException'],
		meaning: 'IAM does not understand a policy.',
		causes: [
			{
				rules: [],
				what: 'The policy is no JSON, has a member that IAM does not know, or a principal that does not exist.',
				next: 'Check the policy file: IAM does not understand it',
			},
		],
	},
	{
		id: 'entity-already-exists',
		fact: 'ERR-29',
		speaker: 'control-plane',
		says: 'EntityAlreadyExists: …',
		phrases: ['EntityAlreadyExists', 'EntityAlreadyExistsException'],
		meaning: 'There is a role or a policy of this name already.',
		causes: [
			{
				rules: [],
				what: 'It was made before, perhaps by somebody else.',
				next: 'Choose another name, or use the one that is there',
			},
		],
	},
	{
		id: 'concurrent-modification',
		fact: 'ERR-29',
		speaker: 'control-plane',
		says: 'ConcurrentModification: …',
		phrases: ['ConcurrentModification', 'ConcurrentModificationException'],
		meaning: 'Somebody else changed the same thing at the same time.',
		causes: [{rules: [], what: 'Two programs work on it.', next: 'Try again in a minute'}],
	},
	{
		id: 'no-such-entity',
		fact: 'ERR-29',
		speaker: 'control-plane',
		says: 'NoSuchEntity: …',
		phrases: ['NoSuchEntity', 'NoSuchEntityException'],
		meaning: 'IAM knows no role or policy of this name.',
		causes: [
			{
				rules: ['session-role-found'],
				what: 'The name is misspelt, or the role was deleted, or is in another account.',
				next: 'Look for the role: aws iam get-role --role-name NAME',
			},
		],
	},
	{
		id: 'security-token-invalid',
		fact: 'ERR-30',
		speaker: 'control-plane',
		says: 'The security token included in the request is invalid',
		phrases: [
			'The security token included in the request is invalid',
			'The security token included in the request is expired',
			'security token included in the request is',
			'The provided token has expired',
			'InvalidClientTokenId',
			'UnrecognizedClientException',
			'ExpiredTokenException',
			'An error occurred (ExpiredToken)',
		],
		meaning:
			'The credentials with which a service of AWS was called are wrong or have ended. CreateSession takes none, so this is about what came after it, or about an administrator.',
		causes: [
			{
				rules: ['config-static-keys', 'config-environment'],
				what: 'Old keys in the credentials file or the environment are taken instead of those of the credential process.',
				next: 'See whose credentials are taken: aws configure list',
			},
			{
				rules: [],
				what: 'The credentials of the administrator have ended.',
				next: 'Renew the credentials that administer the account, or name others with --admin-profile',
			},
			{
				rules: [],
				what: 'The region is one that must be enabled first for the account.',
				next: 'Look whether the region is enabled: aws account list-regions',
			},
		],
	},
	{
		id: 'signature-does-not-match',
		fact: '6.4',
		speaker: 'control-plane',
		says: 'SignatureDoesNotMatch: The request signature we calculated does not match the signature you provided.',
		phrases: ['SignatureDoesNotMatch', 'The request signature we calculated does not match'],
		meaning:
			'A service other than Roles Anywhere did not accept the signature of a request; the credentials had been granted by then.',
		causes: [
			{
				rules: ['network-clock'],
				what: 'The secret key is damaged, or the clock is wrong.',
				next: 'Check the secret access key that is used, and the clock of this machine',
			},
			{
				rules: [],
				what: 'With streaming in the AWS SDK for Kotlin it is a known defect of that SDK.',
				next: 'Try the same call with the AWS CLI; if that works, update the SDK',
			},
		],
	},
];
