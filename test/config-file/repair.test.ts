import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {readDocument} from '../../src/config-file/document.ts';
import {configFiles} from '../../src/config-file/read-config-files.ts';
import {CONFIG_REPAIRS, type ConfigRepair, type RepairContext, repairConfig} from '../../src/config-file/repair.ts';
import {rules} from '../../src/rules/config-file/rules.generated.ts';
import {runRules} from '../../src/rules/run.ts';

const ARN = 'arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555555';
const GOOD = `credential_process = /opt/helper --certificate /c.pem --trust-anchor-arn ${ARN}`;
const context: RepairContext = {
	file: 'config',
	cliProfile: 'a',
	platform: 'posix',
	home: '/home/me',
	workingDirectory: '/home/me/work',
};

const repaired = (
	text: string,
	repairs: readonly ConfigRepair[] = CONFIG_REPAIRS,
	differsBy: Partial<RepairContext> = {},
) => repairConfig(text, repairs, {...context, ...differsBy});

const findingsIn = (text: string) =>
	runRules(
		rules,
		configFiles({
			cliProfile: 'a',
			platform: 'posix',
			env: {},
			config: {path: '/config', text},
			credentials: undefined,
		}),
	)
		.filter(({rule}) => rule !== 'config-region')
		.map(({rule, message}) => `${rule}: ${message}`);

describe('the command is written on one line when it was', () => {
	test.each([
		[
			'continued on indented lines',
			`credential_process = /opt/helper\n  --certificate /c.pem\n\t--trust-anchor-arn ${ARN}`,
		],
		[
			'continued on lines that are not indented',
			`credential_process = /opt/helper\n--certificate /c.pem\n--trust-anchor-arn ${ARN}`,
		],
		[
			'broken with backslashes',
			`credential_process = /opt/helper \\\n  --certificate /c.pem \\\n  --trust-anchor-arn ${ARN}`,
		],
		[
			'joined with its backslashes',
			`credential_process = /opt/helper \\ --certificate /c.pem \\ --trust-anchor-arn ${ARN}`,
		],
		['begun on the next line', `credential_process =\n  /opt/helper --certificate /c.pem --trust-anchor-arn ${ARN}`],
		['followed by a note', `${GOOD} # mine`],
		[
			'left with a quotation mark open',
			`credential_process = /opt/helper --certificate "/c.pem --trust-anchor-arn ${ARN}`,
		],
		[
			'written with a colon and capitals',
			`CREDENTIAL_PROCESS: /opt/helper --certificate /c.pem --trust-anchor-arn ${ARN}`,
		],
		[
			'broken with notes and blank lines between',
			`credential_process = /opt/helper \\\n# the host\n\n  --certificate /c.pem --trust-anchor-arn ${ARN}`,
		],
	])('%s', (_how, lines) => {
		const text = repaired(`[profile a]\n${lines}\nregion = eu-central-1\n`);
		expect(text.split('\n')).toContain(GOOD);
		expect(text).toContain('region = eu-central-1\n');
		expect(findingsIn(text)).toEqual([]);
	});

	test('with ~, $HOME and relative paths written out', () => {
		const text = repaired(
			`[profile a]\ncredential_process = ./helper --certificate ~/c.pem --private-key "$HOME/my keys/k.pem" --intermediates ../chain.pem --trust-anchor-arn ${ARN}\n`,
		);
		expect(text).toContain(
			`credential_process = /home/me/work/helper --certificate /home/me/c.pem --private-key "/home/me/my keys/k.pem" --intermediates /home/me/chain.pem --trust-anchor-arn ${ARN}\n`,
		);
	});

	test('and a line that every client reads alike already stays byte for byte', () => {
		const text = `# mine\n[profile a]\n${GOOD}\n\n[profile b]\nregion=us-east-1`;
		expect(repaired(text)).toBe(text);
	});
});

describe('the file can be read again when', () => {
	test.each([
		['it begins with a byte order mark', `\uFEFF[profile a]\n${GOOD}\n`, `[profile a]\n${GOOD}\n`],
		['a line is nothing', `oops\n[profile a]\njunk\n${GOOD}\n`, `# oops\n[profile a]\n# junk\n${GOOD}\n`],
		[
			'a line that is nothing goes on',
			`[profile a]\n${GOOD}\njunk\n  more of it\nregion = x\n`,
			`[profile a]\n${GOOD}\n# junk\n# more of it\nregion = x\n`,
		],
		[
			'a section stands twice',
			`[profile a]\nregion = us-east-1\n\n[profile b]\noutput = json\n\n[profile a]\n${GOOD}\nregion = eu-central-1`,
			`[profile a]\n${GOOD}\nregion = eu-central-1\n\n[profile b]\noutput = json\n\n`,
		],
		['a key stands twice', `[profile a]\n${GOOD}\nregion = x\nregion = y\n`, `[profile a]\n${GOOD}\nregion = y\n`],
		[
			'two commands stand in it, of which one is of Roles Anywhere',
			`[profile a]\n${GOOD}\ncredential_process = /old\n`,
			`[profile a]\n${GOOD}\n`,
		],
		['the header has blanks', `[ profile a ]\n${GOOD}\n`, `[profile a]\n${GOOD}\n`],
		['the header lacks its first word', `[a]\n${GOOD}\n`, `[profile a]\n${GOOD}\n`],
		[
			'another source of credentials stands beside the command',
			`[profile a]\n${GOOD}\nrole_arn = arn:aws:iam::111122223333:role/x\nsso_session = corp\n`,
			`[profile a]\n${GOOD}\n# role_arn = arn:aws:iam::111122223333:role/x\n# sso_session = corp\n`,
		],
		['keys are in capitals', `[profile a]\n${GOOD}\nREGION = x\n`, `[profile a]\n${GOOD}\nregion = x\n`],
		['lines end as on Windows', `[profile a]\r\njunk\r\n${GOOD}\r\n`, `[profile a]\r\n# junk\r\n${GOOD}\r\n`],
	])('%s', (_how, before, after) => {
		expect(repaired(before)).toBe(after);
		expect(findingsIn(after)).toEqual([]);
	});

	test('static keys stand in the credentials file, and those of others stay', () => {
		const text =
			'[b]\naws_access_key_id = AKIAOTHER\naws_secret_access_key = other\n[a]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = not-a-secret\nregion = us-east-1\n';
		expect(repaired(text, ['static-keys'], {file: 'credentials'})).toBe(
			'[b]\naws_access_key_id = AKIAOTHER\naws_secret_access_key = other\n[a]\nregion = us-east-1\n',
		);
	});
});

const line = fc.oneof(
	fc.constantFrom(
		'[profile a]',
		'[profile b]',
		'[ profile a ]',
		'[a]',
		'[default]',
		'[profile default]',
		'region = us-east-1',
		'REGION = x',
		'  indented',
		'  --certificate /c.pem',
		'--certificate /c.pem',
		'credential_process = /opt/helper \\',
		'credential_process =',
		GOOD,
		's3 =',
		'  max_concurrent_requests = 3',
		'# a note',
		'',
		'junk',
		'key: value',
		'sso_session = corp',
	),
	fc.string({maxLength: 12}).map(text => text.replace(/[\r\n]/g, '')),
);

describe('of whatever lines, repairing', () => {
	const texts = fc
		.tuple(fc.array(line, {maxLength: 14}), fc.constantFrom('\n', '\r\n'), fc.boolean())
		.map(([lines, end, hasMark]) => `${hasMark ? '\uFEFF' : ''}${lines.join(end)}`);
	const unlessUnquotable = (work: () => void) => {
		try {
			work();
		} catch (error) {
			if (!(error instanceof Error && error.message.includes('cannot carry'))) {
				throw error;
			}
		}
	};

	test('leaves a file that botocore can read', () => {
		fc.assert(
			fc.property(texts, text =>
				unlessUnquotable(() => {
					expect(readDocument(repaired(text)).problems).toEqual([]);
				}),
			),
		);
	});

	test('a second time changes nothing', () => {
		fc.assert(
			fc.property(texts, text =>
				unlessUnquotable(() => {
					const once = repaired(text);
					expect(repaired(once)).toBe(once);
				}),
			),
		);
	});
});
