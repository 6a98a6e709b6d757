import type {KnownMessage} from './message.ts';

/** What the AWS CLI, boto3 and the SDKs say (fact sheet, section 6.4). Of them, only botocore shows what the credential process said. */
export const clientMessages: readonly KnownMessage[] = [
	{
		id: 'process-failed',
		fact: '6.4',
		speaker: 'botocore',
		says: 'Error when retrieving credentials from custom-process: …',
		phrases: ['Error when retrieving credentials from custom-process', 'CredentialsProviderError: Command failed'],
		meaning: 'The credential process ended badly; what it said follows these words.',
		causes: [
			{
				rules: [
					'order-certificate-named',
					'order-arns-named',
					'order-arn-kinds',
					'config-one-line',
					'config-same-command',
					'process-succeeds',
				],
				what: 'What follows the colon is the message of the helper: that is the one to look at.',
				next: 'Give explain the whole message, or run the command of the CLI profile by hand',
			},
		],
	},
	{
		id: 'process-version',
		fact: '6.4',
		speaker: 'botocore',
		says: "Unsupported version '…' for credential process provider, supported versions: 1",
		phrases: ['Unsupported version … for credential process provider', 'credential_process did not return Version 1'],
		meaning: 'The JSON of the credential process has another Version than the number 1.',
		refines: ['process-failed'],
		causes: [
			{
				rules: ['process-version'],
				what: 'Version is missing, is 2, or is the text "1" instead of the number.',
				next: 'Look at what it prints, without showing it around: it holds secrets',
			},
		],
	},
	{
		id: 'process-member-missing',
		fact: '6.4',
		speaker: 'botocore',
		says: "Missing required key in response: 'SecretAccessKey'",
		phrases: ['Missing required key in response', 'credential_process returned invalid credentials'],
		meaning: 'The JSON of the credential process lacks a member that clients need.',
		refines: ['process-failed'],
		causes: [
			{
				rules: ['process-members'],
				what: 'The program is a wrapper that leaves something out, or prints what STS answers as it is.',
				next: 'It must print Version, AccessKeyId, SecretAccessKey, SessionToken and Expiration in one object',
			},
		],
	},
	{
		id: 'process-not-json',
		fact: '6.4',
		speaker: 'botocore',
		says: 'Expecting value: line 1 column 1 (char 0)',
		phrases: [
			'Expecting value: line 1 column 1 (char 0)',
			'Extra data: line 1 column',
			'credential_process returned invalid JSON',
			"'list' object has no attribute 'get'",
			'Expecting value: line',
			'Expecting property name enclosed in double quotes',
		],
		meaning: 'What the credential process printed on standard output is not JSON, or not JSON alone.',
		causes: [
			{
				rules: ['process-json', 'program-output-clean', 'program-verb'],
				what: 'It prints something besides, as a banner, a log line or with --debug, or nothing at all.',
				next: 'Take --debug away; whatever else the program says belongs on standard error',
			},
		],
	},
	{
		id: 'process-expired',
		fact: '6.4',
		speaker: 'botocore',
		says: 'Credentials were refreshed, but the refreshed credentials are still expired.',
		phrases: [
			'the refreshed credentials are still expired',
			'refreshed credentials are still expired',
			'credential_process returned expired credentials',
		],
		meaning: 'The credential process gave credentials whose Expiration lies in the past.',
		causes: [
			{
				rules: ['process-expiration'],
				what: 'The program gives old credentials, from a cache of its own.',
				next: 'Empty its cache, then run it again',
			},
			{
				rules: ['network-clock'],
				what: 'The clock of this machine is ahead.',
				next: "Check this machine's clock: date -u",
			},
		],
	},
	{
		id: 'process-expiration-unreadable',
		fact: '6.4',
		speaker: 'botocore',
		says: 'Unknown string format: …',
		phrases: ['ParserError: Unknown string format', 'Unknown string format'],
		meaning: 'The Expiration that the credential process gave is no time that botocore can read.',
		causes: [
			{
				rules: ['process-expiration'],
				what: 'It is written otherwise than ISO 8601.',
				next: 'It must read such as 2030-01-31T12:00:00Z',
			},
		],
	},
	{
		id: 'quotation-open',
		fact: '6.4',
		speaker: 'botocore',
		says: 'No closing quotation',
		phrases: [
			'No closing quotation',
			'No escaped character',
			'unterminated quoted string',
			'Unterminated quoted string',
		],
		meaning: 'A quotation mark in the credential_process is never closed, or a backslash ends it.',
		causes: [
			{
				rules: ['config-same-command', 'config-one-line'],
				what: 'A quotation mark is missing, or the line is broken within quotes.',
				next: 'Close it, and keep the command on one line',
			},
		],
	},
	{
		id: 'config-unparsed',
		fact: '6.4',
		speaker: 'botocore',
		says: 'Unable to parse config file: …',
		phrases: ['Unable to parse config file'],
		meaning: 'The AWS CLI and boto3 refuse the whole file, with every CLI profile in it.',
		causes: [
			{
				rules: ['config-no-duplicates'],
				what: 'A section stands twice, or a key twice in one section.',
				next: 'See which lines: anchorsmith doctor',
			},
			{
				rules: ['config-readable-lines', 'config-one-line'],
				what: 'A line is neither a section nor a setting, as when a command is broken over lines.',
				next: 'Put the whole command on one line',
			},
			{
				rules: ['config-byte-order-mark', 'host-config-text'],
				what: 'The file starts with a byte order mark, or is UTF-16, as some editors on Windows write.',
				next: 'Save the file as UTF-8 without a byte order mark',
			},
		],
	},
	{
		id: 'profile-not-found',
		fact: '6.4',
		speaker: 'botocore',
		says: 'The config profile (…) could not be found',
		phrases: [
			'The config profile … could not be found',
			'could not be found in shared credentials file',
			'Could not resolve credentials using profile',
		],
		meaning: 'There is no CLI profile of this name for the program that looked.',
		causes: [
			{
				rules: ['config-profile-header', 'config-credentials-header'],
				what: 'The header lacks the word profile, or has blanks inside the brackets.',
				next: 'Write it as [profile NAME] in ~/.aws/config',
			},
			{
				rules: ['config-profile-found', 'config-profile-chosen', 'config-profile-name'],
				what: 'The name is another one, or AWS_PROFILE names it and is out of date.',
				next: 'See which there are: aws configure list-profiles',
			},
			{
				rules: ['config-location', 'host-home', 'host-config-readable'],
				what: 'The program reads other files: another user, another HOME, or AWS_CONFIG_FILE.',
				next: 'See which: anchorsmith doctor --cli-profile NAME',
			},
			{
				rules: ['config-readable-lines', 'config-byte-order-mark', 'config-no-duplicates'],
				what: 'The file is broken before it.',
				next: 'See where: anchorsmith doctor',
			},
		],
	},
	{
		id: 'process-missing-in-profile',
		fact: '6.4',
		speaker: 'sdk-js',
		says: 'Profile … did not contain credential_process.',
		phrases: ['did not contain credential_process'],
		meaning: 'The CLI profile is there, and the SDK for JavaScript sees no credential_process in it.',
		causes: [
			{
				rules: ['config-process-present', 'config-lowercase-keys', 'config-one-line', 'config-profile-chosen'],
				what: 'The key is misspelt or in capitals, its value begins on the next line, or another CLI profile has it.',
				next: 'See the lines: anchorsmith doctor --cli-profile NAME',
			},
		],
	},
	{
		id: 'partial-assume-role',
		fact: '6.4',
		speaker: 'botocore',
		says: 'Partial credentials found in assume-role, missing: source_profile or credential_source',
		phrases: ['Partial credentials found in assume-role'],
		refines: ['partial-keys'],
		meaning:
			'role_arn stands in the same CLI profile as the credential_process; botocore then wants to assume it itself.',
		causes: [
			{
				rules: ['config-one-source'],
				what: 'The role of Roles Anywhere was written as role_arn; it belongs into the command.',
				next: 'Take the line role_arn away; to assume a further role, make a second CLI profile with role_arn and source_profile',
			},
		],
	},
	{
		id: 'partial-keys',
		fact: '6.4',
		speaker: 'botocore',
		says: 'Partial credentials found in shared-credentials-file, missing: aws_secret_access_key',
		phrases: [
			'Partial credentials found in shared-credentials-file',
			'Partial credentials found in env',
			'Partial credentials found in config-file',
			'Partial credentials found',
		],
		meaning:
			'Half a static key stands in the credentials file, the config file or the environment, and is looked at before the credential process.',
		causes: [
			{
				rules: ['config-static-keys', 'config-environment'],
				what: 'A key was deleted only in part.',
				next: 'Take the rest of it away: the message says where it stands',
			},
		],
	},
	{
		id: 'sso-token',
		fact: '6.4',
		speaker: 'botocore',
		says: 'Error loading SSO Token: Token for … does not exist',
		phrases: [
			'Error loading SSO Token',
			'The specified sso-session does not exist',
			'The SSO session associated with this profile has expired',
			'Error when retrieving token from sso',
		],
		meaning: 'The CLI profile has settings of single sign-on, which win over the credential_process in botocore.',
		causes: [
			{
				rules: ['config-one-source'],
				what: 'sso_session or other sso_ settings stand in the same CLI profile.',
				next: 'Take them away, or give the credential_process a CLI profile of its own',
			},
			{
				rules: ['config-profile-chosen'],
				what: 'Another CLI profile than the one with the credential process is in use.',
				next: 'Name it: --profile NAME',
			},
		],
	},
	{
		id: 'source-profile-missing',
		fact: '6.4',
		speaker: 'botocore',
		says: 'The source_profile "…" referenced in the profile "…" does not exist.',
		phrases: [
			'The source_profile … referenced in the profile … does not exist',
			'Infinite loop in credential configuration detected',
			'Detected a cycle attempting to resolve credentials',
		],
		meaning: 'A CLI profile borrows credentials from another that is not there, or that borrows them back.',
		causes: [
			{
				rules: ['config-profile-found', 'config-process-present', 'config-one-source'],
				what: 'source_profile names another CLI profile than the one with the credential process.',
				next: 'Write the name of that CLI profile behind source_profile',
			},
		],
	},
	{
		id: 'no-credentials',
		fact: '6.4',
		speaker: 'sdk',
		says: 'Unable to locate credentials',
		phrases: [
			'Unable to locate credentials',
			'Could not load credentials from any providers',
			'NoCredentialProviders: no valid providers in chain',
			'failed to refresh cached credentials, no EC2 IMDS role found',
			'no EC2 IMDS role found',
			'Unable to load credentials from any of the providers in the chain',
			'Unable to load AWS credentials',
		],
		meaning:
			'The program found no credentials anywhere. The SDK for JavaScript says this of every failure, and hides what the credential process said.',
		causes: [
			{
				rules: ['config-profile-chosen', 'config-profile-found', 'config-process-present'],
				what: 'The program was not told the CLI profile, or it has no credential_process.',
				next: 'Name it: export AWS_PROFILE=NAME',
			},
			{
				rules: [
					'config-one-line',
					'config-lowercase-keys',
					'config-profile-header',
					'config-same-command',
					'config-profile-name',
					'config-load-config',
				],
				what: 'The program reads the config file otherwise than the AWS CLI: broken lines, capitals, quotes.',
				next: 'See what each client reads: anchorsmith doctor --cli-profile NAME',
			},
			{
				rules: [
					'process-json',
					'order-certificate-named',
					'order-arns-named',
					'process-starts',
					'process-succeeds',
					'process-version',
					'process-members',
					'process-expiration',
					'process-ends',
				],
				what: 'The credential process fails, and the SDK does not say so.',
				next: 'Run the command of the CLI profile by hand',
			},
			{
				rules: ['config-location', 'host-home', 'host-config-readable'],
				what: 'The program runs as another user or in a container, without these files.',
				next: 'Ask there: anchorsmith doctor --cli-profile NAME',
			},
		],
	},
	{
		id: 'no-region',
		fact: '6.4',
		speaker: 'sdk',
		says: 'You must specify a region',
		phrases: [
			'You must specify a region',
			'Region is missing',
			'Unable to find a region via the region provider chain',
			'an AWS region is required, but was not found',
			'Invalid region in client config',
		],
		meaning: 'The program does not know in which region to work; a credential process supplies none.',
		causes: [
			{
				rules: ['config-region', 'config-region-variables', 'host-region-served'],
				what: 'The CLI profile has no region, and no variable that this program reads names one.',
				next: 'Add region = REGION to the CLI profile',
			},
			{
				rules: ['config-profile-chosen', 'config-profile-found', 'config-profile-header'],
				what: 'Another CLI profile is in use than the one that has it.',
				next: 'Name it: --profile NAME',
			},
		],
	},
	{
		id: 'wrong-identity',
		fact: '6.4',
		speaker: 'sdk',
		says: 'Multiple credential sources detected',
		phrases: ['Multiple credential sources detected'],
		meaning:
			'Static keys in the environment stand beside AWS_PROFILE: the SDK for JavaScript takes the CLI profile, the AWS CLI and boto3 take the keys, and so work as another identity.',
		causes: [
			{
				rules: ['config-environment', 'config-static-keys', 'config-process-place'],
				what: 'AWS_ACCESS_KEY_ID is set.',
				next: 'unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN',
			},
		],
	},
	{
		id: 'date-overflow',
		fact: '6.4',
		speaker: 'botocore',
		says: 'OverflowError: date value out of range',
		phrases: ['date value out of range'],
		meaning: 'aws_signing_helper serve answered with success and with empty credentials, because it could not get any.',
		causes: [
			{
				rules: [],
				what: 'The helper behind the local address fails; versions up to 1.8.5 do not say so.',
				next: 'Read the log of the helper, and explain what it says',
			},
		],
	},
	{
		id: 'metadata-endpoint-invalid',
		fact: '6.4',
		speaker: 'botocore',
		says: 'Invalid endpoint EC2 Instance Metadata endpoint: http://host:portlatest/api/token',
		phrases: ['Invalid endpoint EC2 Instance Metadata endpoint', 'portlatest/api/token'],
		meaning: 'An old botocore puts the path right behind AWS_EC2_METADATA_SERVICE_ENDPOINT.',
		causes: [
			{
				rules: ['host-metadata-address'],
				what: 'The address lacks a slash at its end, which this version needs; the SDK for Java refuses one.',
				next: 'Set it with a slash for this program: AWS_EC2_METADATA_SERVICE_ENDPOINT=http://127.0.0.1:9911/',
			},
		],
	},
	{
		id: 'process-empty',
		fact: '6.4',
		speaker: 'botocore',
		says: 'IndexError: list index out of range',
		phrases: ['IndexError: list index out of range'],
		meaning: 'The credential_process is empty, so there is no program to start.',
		causes: [
			{
				rules: ['config-one-line', 'config-same-command'],
				what: 'The value begins on the next line, or a variable that should have held it was empty.',
				next: 'Write the whole command behind the equals sign',
			},
		],
	},
];
