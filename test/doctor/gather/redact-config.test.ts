import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {configFiles} from '../../../src/config-file/read-config-files.ts';
import {redactConfig} from '../../../src/doctor/gather/redact-config.ts';
import {rules} from '../../../src/rules/config-file/rules.generated.ts';
import type {Finding} from '../../../src/rules/finding.ts';
import {runRules} from '../../../src/rules/run.ts';
import {GOOD_CONFIG} from '../../support/config-rule.ts';
import {oddConfig, tidyConfig} from '../../support/config-texts.ts';

describe('a redacted config file', () => {
	test('is judged as the file itself', () => {
		const text = fc.oneof({weight: 3, arbitrary: oddConfig}, tidyConfig);
		fc.assert(
			fc.property(text, text, fc.constantFrom('a', 'default', 'b'), (config, credentials, cliProfile) => {
				const [redacted, redactedCredentials] = [redactConfig(config), redactConfig(credentials)];
				expect(findings(redacted, redactedCredentials, cliProfile)).toEqual(findings(config, credentials, cliProfile));
			}),
			{numRuns: 1000},
		);
	});

	test('shows no secret, wherever it stands', () => {
		const secret = fc.constantFrom('S3cr3tMark', '"S3cr3tMark 7"', 'S3cr3tMark/+a=', "it'S3cr3tMark", 'x S3cr3tMark');
		const indent = fc.constantFrom('', '', '  ', '\t');
		const line = fc.oneof(
			fc.constantFrom('[profile a]', '[a]', '', 's3 =', 'region = x', '# note').map(text => [text]),
			fc.tuple(
				indent,
				fc.constantFrom('aws_secret_access_key', 'aws_session_token', 'my_key', 'passphrase', 'x y'),
				fc.constantFrom('=', ' = ', ': '),
				secret,
			),
			fc.tuple(
				indent,
				fc.constantFrom(
					'credential_process = /x/aws_signing_helper credential-process --pkcs8-password ',
					'credential_process = /x --trust-anchor-arn arn --tpm-key-password=',
					'credential_process = /bin/vault read -p ',
					'credential_process = sh -c AWS_SECRET_ACCESS_KEY=',
					'credential_process = anchorsmith credentials --private-key pkcs11:a?pin-value=',
					'--pkcs8-password ',
					'; ',
					'# ',
					'',
				),
				secret,
			),
		);
		const lines = fc.array(
			line.map(parts => parts.join('')),
			{minLength: 1, maxLength: 8},
		);
		fc.assert(
			fc.property(lines, fc.constantFrom('\n', '\r\n'), (texts, end) => {
				expect(redactConfig(texts.join(end))).not.toContain('S3cr3tMark');
			}),
			{numRuns: 2000},
		);
	});

	test('has the lines that the file has', () => {
		fc.assert(
			fc.property(oddConfig, text => {
				expect(redactConfig(text).split(/\r\n|\r|\n/)).toHaveLength(text.split(/\r\n|\r|\n/).length);
			}),
		);
	});

	test.each([
		['what configure writes', GOOD_CONFIG, GOOD_CONFIG],
		[
			'static keys',
			'[a]\naws_access_key_id = AKIASECRET\naws_secret_access_key=s3cr3t/Key\n',
			'[a]\naws_access_key_id = REDACTED\naws_secret_access_key=REDACTED\n',
		],
		['notes', '# password s3cr3t\n[a] # s3cr3t\nregion = x\n', '# REDACTED\n[a] #REDACTED\nregion = x\n'],
		[
			'settings that nobody knows',
			'[profile b]\napi_key = s3cr3t # s3cr3t\n',
			'[profile b]\napi_key = REDACTED #REDACTED\n',
		],
		['a line without a name', '[a]\ns3cr3tKey/without+name\n', '[a]\nREDACTED\n'],
		['a name that is none', '[a]\nwJalrXUtnFEMIK7MDENGbPxRfiCYs3cr3t=\n', '[a]\nREDACTED=\n'],
		[
			'what is set below a setting',
			'[a]\ns3 =\n  addressing_style = path\n  token = s3cr3t\n',
			'[a]\ns3 =\n  addressing_style = path\n  token = REDACTED\n',
		],
		[
			'the password of an address',
			'[a]\nendpoint_url = https://me:s3cr3t@example.com/?token=s3cr3t\n',
			'[a]\nendpoint_url = https://REDACTED@example.com/?REDACTED\n',
		],
		[
			'a passphrase on the command line',
			'[a]\ncredential_process = /x/aws_signing_helper credential-process --pkcs8-password "s3 cr3t" --tpm-key-password=s3cr3t --private-key "pkcs11:object=a?pin-value=s3cr3t"\n',
			'[a]\ncredential_process = /x/aws_signing_helper credential-process --pkcs8-password "REDACTED" --tpm-key-password=REDACTED --private-key "pkcs11:object=a?pin-value=REDACTED"\n',
		],
		[
			'a passphrase on the next line',
			'[a]\ncredential_process = /x --trust-anchor-arn arn --pkcs8-password\n  s3cr3t\n',
			'[a]\ncredential_process = /x --trust-anchor-arn arn --pkcs8-password\n  REDACTED\n',
		],
		[
			'and what follows flags without a value stays',
			'[a]\ncredential_process = /x/aws_signing_helper credential-process --reuse-pin --certificate /c.pem --no-tpm-key-password --role-arn r\n',
			'[a]\ncredential_process = /x/aws_signing_helper credential-process --reuse-pin --certificate /c.pem --no-tpm-key-password --role-arn r\n',
		],
		[
			'the words of another program',
			`[a]\ncredential_process = /bin/echo '{"SecretAccessKey": "s3cr3t"}' -u me:s3cr3t --file /etc/file --token=s3cr3t\n`,
			`[a]\ncredential_process = /bin/echo '{"REDACTED": "REDACTED"}' -u REDACTED:REDACTED --file /etc/file --token=REDACTED\n`,
		],
		[
			'a shell around a helper',
			`[a]\ncredential_process = sh -c 'P=s3cr3t exec /x/aws_signing_helper credential-process --certificate /c.pem'\n`,
			`[a]\ncredential_process = sh -c 'REDACTED=REDACTED REDACTED /x/aws_signing_helper REDACTED-REDACTED --certificate /c.pem'\n`,
		],
	])('shows nothing secret: %s', (_case, text, redacted) => {
		expect(redactConfig(text)).toBe(redacted);
	});
});

/** Without what quotes a word of a command that is not shown. */
function findings(
	config: string,
	credentials: string,
	cliProfile: string,
): readonly Pick<Finding, 'rule' | 'severity' | 'at' | 'fix'>[] {
	const found = runRules(
		rules,
		configFiles({
			cliProfile,
			platform: 'posix',
			env: {},
			config: {path: '/config', text: config},
			credentials: {path: '/credentials', text: credentials},
		}),
	);
	return found.map(({rule, severity, at, fix}) => ({rule, severity, at, fix}));
}
