import type {KnownMessage} from './message.ts';

/**
 * What IAM Roles Anywhere answers to CreateSession (fact sheet, section 6.1). The ends of messages vary, and capitals do;
 * words that nobody recorded are those of the rehearsal (docs/adr/0002-refusals-whose-words-are-unknown.md).
 */
export const serviceMessages: readonly KnownMessage[] = [
	{
		id: 'untrusted-signing-certificate',
		fact: 'ERR-01',
		speaker: 'service',
		says: 'Untrusted signing certificate',
		phrases: ['Untrusted signing certificate'],
		meaning: 'No sound chain leads from the certificate that was sent to the trust anchor that the request names.',
		stage: 'path',
		causes: [
			{
				rules: ['path-key-identifier', 'path-signature', 'set-issuer-signed', 'path-end-entity-not-anchor'],
				what: 'Another CA than the one that is registered issued it, perhaps one of the same name that was made anew.',
				next: 'Check that the certificate was issued by the trust anchor named with --trust-anchor-arn: openssl verify -CAfile ANCHOR.pem CERTIFICATE.pem',
			},
			{
				rules: ['path-issuer-present', 'set-issuer-present', 'path-readable', 'config-one-line'],
				what: 'A CA between the certificate and the trust anchor was not sent along.',
				next: 'If an issuing CA stands between them, give its certificate with --intermediates',
			},
			{
				rules: ['path-validity', 'issuer-valid-now', 'anchor-valid-now'],
				what: 'The certificate of a CA on the way has expired, or is not valid yet.',
				next: 'Look at the dates of every CA on the way: anchorsmith inspect CA.pem',
			},
			{
				rules: [
					'path-ca',
					'path-key-cert-sign',
					'path-length',
					'path-depth',
					'set-path-length',
					'issuer-basic-constraints',
					'issuer-key-cert-sign',
				],
				what: 'A certificate on the way may not sign others: it is no CA, lacks keyCertSign, or allows fewer below it.',
				next: 'See which certificate breaks the chain: anchorsmith verify CERTIFICATE.pem --anchor ANCHOR.pem',
			},
			{
				rules: ['path-signature-algorithm', 'issuer-signature-algorithm', 'path-sound'],
				what: 'A certificate on the way is signed with an algorithm that is not accepted, such as SHA-1.',
				next: 'Issue the certificate of that CA again with SHA-256: anchorsmith inspect CA.pem',
			},
			{
				rules: ['path-critical-extension', 'path-name-constraints', 'path-policy', 'path-conforming'],
				what: 'A certificate on the way forbids this one, by constraints on names or policies, or holds something critical that is not understood.',
				next: 'See which certificate breaks the chain: anchorsmith verify CERTIFICATE.pem --anchor ANCHOR.pem',
			},
		],
	},
	{
		id: 'insufficient-certificate',
		fact: 'ERR-02',
		speaker: 'service',
		says: 'Untrusted certificate. Insufficient certificate',
		phrases: ['Untrusted certificate. Insufficient certificate', 'Insufficient certificate'],
		meaning: 'The end-entity certificate itself lacks something that the service demands of it.',
		stage: 'path',
		refines: ['untrusted-certificate'],
		causes: [
			{
				rules: ['ee-digital-signature', 'key-usage-fits-key'],
				what: 'It lacks the key usage digitalSignature.',
				next: 'It must be version 3, have the key usage digitalSignature, and not be a CA. See what it lacks: anchorsmith inspect CERTIFICATE.pem',
			},
			{
				rules: ['ee-version-3'],
				what: 'It is version 1, as openssl makes them when it is given no extensions.',
				next: 'Issue it again with extensions: version 3 is what makes room for them',
			},
			{
				rules: ['ee-basic-constraints', 'set-client-no-authority'],
				what: 'It is the certificate of a CA.',
				next: 'Use a certificate that is no CA: a self-signed one made by openssl usually is',
			},
			{
				rules: ['ee-signature-algorithm', 'ee-key-kind', 'ee-subject-present', 'path-signature-algorithm'],
				what: 'Its signature is weak, its key is of a kind that is not accepted, or its subject is empty.',
				next: 'See what the certificate lacks: anchorsmith inspect CERTIFICATE.pem',
			},
			{
				rules: ['path-issuer-present', 'path-signature', 'path-key-identifier'],
				what: 'Certificates were made anew, and this one no longer belongs to the trust anchor.',
				next: 'Compare certificate and trust anchor: anchorsmith verify CERTIFICATE.pem --anchor ANCHOR.pem',
			},
		],
	},
	{
		id: 'certificate-not-valid-now',
		fact: 'ERR-05',
		speaker: 'service',
		says: 'Untrusted certificate. Certificate is not valid now',
		phrases: ['Untrusted certificate. Certificate is not valid now', 'Certificate is not valid now'],
		meaning: 'The end-entity certificate has expired, or is not valid yet.',
		stage: 'path',
		isOurs: true,
		refines: ['untrusted-certificate'],
		causes: [
			{
				rules: ['ee-valid-now', 'path-end-entity-validity', 'path-validity'],
				what: 'The certificate has expired, or is not valid yet.',
				next: 'Look at its dates, then issue it again: anchorsmith inspect CERTIFICATE.pem',
			},
			{
				rules: ['network-clock'],
				what: 'The clock of this machine is wrong.',
				next: "Check this machine's clock: date -u",
			},
		],
	},
	{
		id: 'untrusted-certificate',
		fact: 'ERR-05',
		speaker: 'service',
		says: 'Untrusted certificate…',
		phrases: ['Untrusted certificate'],
		meaning:
			'The service does not accept the end-entity certificate; what follows these words says why, where it is known.',
		stage: 'path',
		causes: [
			{
				rules: ['ee-valid-now', 'path-end-entity-validity'],
				what: 'The certificate has expired, or is not valid yet: in which words the service says so is not recorded.',
				next: 'Look at its dates: anchorsmith inspect CERTIFICATE.pem',
			},
			{
				rules: [
					'ee-digital-signature',
					'ee-version-3',
					'ee-basic-constraints',
					'ee-signature-algorithm',
					'ee-key-kind',
				],
				what: 'It lacks something that an end-entity certificate must have.',
				next: 'It must be version 3, have the key usage digitalSignature, and not be a CA. See what it lacks: anchorsmith inspect CERTIFICATE.pem',
			},
		],
	},
	{
		id: 'invalid-signature',
		fact: 'ERR-03',
		speaker: 'service',
		says: 'Invalid signature',
		phrases: ['Invalid signature'],
		meaning:
			'The signature of the request does not fit the certificate that was sent with it, or the time it was made.',
		stage: 'signature',
		causes: [
			{
				rules: ['set-key-certified', 'set-end-entity-first', 'session-signature'],
				what: 'The private key is not that of the certificate, or another certificate stands first in its file.',
				next: 'Compare the key with the certificate: anchorsmith lint CERTIFICATE.pem KEY.pem',
			},
			{
				rules: ['network-clock'],
				what: "The machine's clock is off by more than a few minutes.",
				next: "Check this machine's clock: date -u",
			},
			{
				rules: ['network-service-answers', 'network-tls-trusted', 'order-region', 'order-endpoint'],
				what: 'Something on the way changes requests, such as a proxy that opens TLS; or the request was signed for another region.',
				next: 'Check that nothing between here and the endpoint rewrites requests, such as a proxy that opens TLS',
			},
			{
				rules: ['serial-number'],
				what: 'The serial number was written in another form than the service expects.',
				next: 'Look at the serial number: anchorsmith inspect CERTIFICATE.pem',
			},
			{
				rules: ['host-file-mounted'],
				what: 'Certificate and key were exchanged one after the other, and the request was made in between.',
				next: 'Try once more; replace both files at once when they are renewed',
			},
		],
	},
	{
		id: 'certificate-revoked',
		fact: 'ERR-04',
		speaker: 'service',
		says: 'Certificate revoked',
		phrases: ['Certificate revoked'],
		meaning: 'An enabled revocation list of the trust anchor names a certificate of the chain.',
		stage: 'revocation',
		causes: [
			{
				rules: ['path-revoked', 'set-not-revoked'],
				what: 'The serial number of the certificate stands on an imported list.',
				next: 'Issue a new certificate: the serial number of this one is on a CRL of the trust anchor',
			},
			{
				rules: ['account-crl-enabled'],
				what: 'The list names it by mistake, or belongs to another CA of the same name.',
				next: 'Look at the lists: aws rolesanywhere list-crls',
			},
		],
	},
	{
		id: 'trust-anchor-not-found',
		fact: 'ERR-06',
		speaker: 'service',
		says: "Specified Trust Anchor wasn't found.",
		phrases: ["Trust Anchor wasn't found", 'Trust Anchor was not found'],
		meaning: 'In the account and region that were asked there is no trust anchor of this id.',
		stage: 'trust-anchor',
		causes: [
			{
				rules: [
					'session-trust-anchor-found',
					'order-region',
					'order-one-account',
					'order-endpoint',
					'account-same-account',
				],
				what: 'The ARN has another id, account or region, or the trust anchor was deleted.',
				next: 'Compare the account, region and id in --trust-anchor-arn with: aws rolesanywhere list-trust-anchors',
			},
		],
	},
	{
		id: 'trust-anchor-disabled',
		fact: 'ERR-14',
		speaker: 'service',
		says: 'Specified Trust Anchor is disabled.',
		phrases: ['Trust Anchor is disabled'],
		meaning: 'The trust anchor is there, and is switched off.',
		stage: 'trust-anchor',
		isOurs: true,
		causes: [
			{
				rules: ['session-trust-anchor-enabled'],
				what: 'The trust anchor is disabled.',
				next: 'Enable it: aws rolesanywhere enable-trust-anchor --trust-anchor-id ID',
			},
		],
	},
	{
		id: 'invalid-or-empty-profile',
		fact: 'ERR-07',
		speaker: 'service',
		says: 'Invalid or empty profile provided.',
		phrases: ['Invalid or empty profile'],
		meaning:
			'The Roles Anywhere profile cannot be used: it is not there, and perhaps so when it is disabled or lists no role.',
		stage: 'profile',
		causes: [
			{
				rules: ['session-profile-found', 'order-one-account', 'order-one-region'],
				what: 'The ARN has another id, account or region, or the profile was deleted.',
				next: 'The profile must be there, be enabled and list a role: aws rolesanywhere list-profiles',
			},
			{
				rules: ['session-profile-enabled'],
				what: 'The profile is disabled.',
				next: 'Enable it: aws rolesanywhere enable-profile --profile-id ID',
			},
			{
				rules: ['session-profile-has-roles'],
				what: 'The profile lists no role.',
				next: 'Add the role: aws rolesanywhere update-profile --profile-id ID --role-arns ROLE-ARN',
			},
		],
	},
	{
		id: 'role-not-in-profile',
		fact: 'ERR-08',
		speaker: 'service',
		says: "Requested Role isn't one of those listed in the Profile.",
		phrases: [
			"role isn't one of those listed",
			'role is not one of those listed',
			"isn't one of those listed in the profile",
		],
		meaning: 'The Roles Anywhere profile does not list the role that is asked for.',
		stage: 'role-in-profile',
		causes: [
			{
				rules: ['session-role-in-profile', 'account-role-path'],
				what: 'The role is not on the list, or is written differently there: the path is part of it.',
				next: 'Add the role to the Roles Anywhere profile, or give --role-arn exactly as the profile has it, path included',
			},
		],
	},
	{
		id: 'role-session-name-refused',
		fact: 'ERR-09',
		speaker: 'service',
		says: 'Not authorized to set roleSessionName.',
		phrases: ['Not authorized to set roleSessionName'],
		meaning: 'The request names the session, and the Roles Anywhere profile does not let it.',
		stage: 'role-session-name',
		causes: [
			{
				rules: ['session-role-session-name'],
				what: 'The profile does not accept role session names.',
				next: 'Leave --role-session-name out, or have the Roles Anywhere profile accept role session names',
			},
		],
	},
	{
		id: 'duration-exceeds-role',
		fact: 'ERR-11',
		speaker: 'service',
		says: 'Unable to assume role for …. The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
		phrases: ['DurationSeconds exceeds the MaxSessionDuration'],
		meaning: 'The session would last longer than the role allows.',
		stage: 'assume-role',
		refines: ['unable-to-assume-role'],
		causes: [
			{
				rules: ['session-duration', 'account-profile-duration'],
				what: 'The shorter of what the request and the profile ask for is longer than the maximum of the role.',
				next: "Give a shorter --session-duration, or raise the role's maximum session duration",
			},
		],
	},
	{
		id: 'attributes-not-mapped',
		fact: 'ERR-12',
		speaker: 'service',
		says: 'Unable to assume role for …. Some attributes failed to be mapped into session tags. Issuer: […]; Subject: […]; SAN: […]',
		phrases: ['attributes failed to be mapped into session tags', 'failed to be mapped into session tags'],
		meaning:
			'The role could not be assumed, and some names of the certificate became no session tags: a condition of the trust policy may want one of them.',
		stage: 'assume-role',
		refines: ['unable-to-assume-role'],
		causes: [
			{
				rules: ['session-tags-mapped', 'ee-tag-characters', 'issuer-tag-characters', 'ee-first-names-only'],
				what: 'A name that the trust policy compares has characters that no session tag can have, or is too long.',
				next: 'Look at the names listed: the trust policy may want a tag that such a name cannot become. Remove the mapping, relax the condition, or issue a certificate without the character.',
			},
			{
				rules: ['session-role-trust'],
				what: 'The trust policy does not allow it for another reason, and the names listed do not matter.',
				next: "Compare the role's trust policy with the certificate: its conditions on the subject, the issuer and the trust anchor's ARN must all hold",
			},
		],
	},
	{
		id: 'packed-policy-too-large',
		fact: 'ERR-13',
		speaker: 'service',
		says: 'PackedPolicyTooLarge',
		phrases: [
			'PackedPolicyTooLarge',
			'PackedPolicyTooLargeException',
			'packed policy too large',
			'PackedPolicySize',
			'Packed size of … exceeds',
		],
		meaning: 'Session policies and session tags together are more than a session can carry.',
		stage: 'assume-role',
		refines: ['unable-to-assume-role'],
		causes: [
			{
				rules: ['session-tag-count', 'ee-tag-count', 'account-session-policies'],
				what: 'The session policy of the profile is long, or many or long names are mapped.',
				next: 'Shorten the session policy of the Roles Anywhere profile, or map fewer attributes',
			},
		],
	},
	{
		id: 'unable-to-assume-role',
		fact: 'ERR-10',
		speaker: 'service',
		says: 'Unable to assume role for ….',
		phrases: ['Unable to assume role'],
		meaning:
			'Everything was right until the role: its trust policy does not let this certificate assume it, or it is not there.',
		stage: 'assume-role',
		causes: [
			{
				rules: ['session-role-trust'],
				what: "A condition of the trust policy on the subject, the issuer or the trust anchor's ARN does not hold, or the principal or one of the three actions is missing.",
				next: "Compare the role's trust policy with the certificate: its conditions on the subject, the issuer and the trust anchor's ARN must all hold, and sts:AssumeRole, sts:TagSession and sts:SetSourceIdentity must be allowed to rolesanywhere.amazonaws.com",
			},
			{
				rules: ['session-role-found', 'account-role-path'],
				what: 'The role was deleted, or never made: a profile may list any.',
				next: 'Look for the role: aws iam get-role --role-name NAME',
			},
			{
				rules: ['account-role-settled'],
				what: 'The role was made or changed a moment ago.',
				next: 'If the role was made a moment ago, try again in a minute',
			},
			{
				rules: [
					'session-source-identity',
					'ee-common-name-present',
					'ee-common-name-characters',
					'ee-common-name-length',
				],
				what: "The common name cannot become the session's source identity.",
				next: 'Look at the common name: anchorsmith inspect CERTIFICATE.pem',
			},
			{
				rules: ['session-tag-count', 'ee-tag-count'],
				what: 'The names of the certificate make more session tags than a session can have.',
				next: 'Map fewer attributes in the Roles Anywhere profile',
			},
			{
				rules: [],
				what: 'A policy of the organisation forbids it.',
				next: 'Ask whoever looks after the organisation for service and resource control policies on sts:AssumeRole',
			},
		],
	},
	{
		id: 'validation-error',
		fact: 'ERR-15',
		speaker: 'service',
		says: "1 validation error detected: Value '…' at '…' failed to satisfy constraint: …",
		phrases: ['validation error detected', 'validation errors detected', 'failed to satisfy constraint'],
		meaning: 'A member of the request is not well formed; the message names it.',
		stage: 'request',
		causes: [
			{
				rules: ['session-parameters', 'order-arn-kinds', 'order-arns-named', 'order-duration', 'order-session-name'],
				what: 'An ARN is malformed or of another kind, the duration is out of range, or the session name has other characters.',
				next: 'Check the ARNs, and that --session-duration is from 900 to 43200',
			},
		],
	},
	{
		id: 'chain-too-long',
		fact: 'ERR-15',
		speaker: 'service',
		says: "1 validation error detected: Value at 'X-Amz-X509-Chain' failed to satisfy constraint: Member must have length less than or equal to 5",
		phrases: ["Value at 'X-Amz-X509-Chain' failed to satisfy constraint"],
		meaning: 'More than five certificates were sent between the end-entity certificate and the trust anchor.',
		stage: 'request',
		isOurs: true,
		refines: ['validation-error'],
		causes: [
			{
				rules: ['session-chain-length', 'set-chain-length', 'set-superfluous'],
				what: 'The file of intermediates holds more than five certificates.',
				next: 'Leave out what is not on the way, the root first of all: anchorsmith lint FILE.pem --fix-into DIR',
			},
		],
	},
	{
		id: 'resource-not-found',
		fact: 'ERR-16',
		speaker: 'service',
		says: 'ResourceNotFoundException: …',
		phrases: ['ResourceNotFoundException'],
		meaning: 'There is nothing at the address that was asked, or no such thing in this account and region.',
		causes: [
			{
				rules: ['session-trust-anchor-found', 'session-profile-found'],
				what: 'An id is wrong, or belongs to another account or region.',
				next: 'Compare the ids with: aws rolesanywhere list-trust-anchors; aws rolesanywhere list-profiles',
			},
			{
				rules: ['order-endpoint', 'network-endpoint', 'network-service-answers'],
				what: 'The endpoint has a path that it should not have.',
				next: 'Check the endpoint: --endpoint, AWS_ENDPOINT_URL_ROLESANYWHERE, AWS_ENDPOINT_URL',
			},
		],
	},
	{
		id: 'rate-exceeded',
		fact: 'ERR-17',
		speaker: 'service',
		says: 'ThrottlingException: Rate exceeded',
		phrases: [
			'ThrottlingException',
			'Rate exceeded',
			'RequestLimitExceeded',
			'TooManyRequestsException',
			'Too Many Requests',
		],
		meaning: 'More was asked in a short time than the account, the certificate or this address may ask.',
		causes: [
			{
				rules: ['network-service-available'],
				what: 'Many programs fetch credentials at once, each for itself.',
				next: 'Start fewer at the same time, and let credentials be cached: leave --no-cache out',
			},
		],
	},
	{
		id: 'access-denied-for-unknown-reason',
		fact: 'ERR-14',
		speaker: 'service',
		says: 'AccessDeniedException: Access denied',
		phrases: ['AccessDeniedException: Access denied'],
		meaning:
			'The rehearsal refuses with these words when one of its own rules failed; that is a defect of this program.',
		isOurs: true,
		causes: [{rules: [], what: 'A rule of this program failed.', next: 'Report it, with what was sent'}],
	},
];
