import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {fromProcess} from '@aws-sdk/credential-provider-process';
import {describe, expect, test} from 'vitest';
import {findMessages} from '../../src/messages/find-messages.ts';
import {askPython} from '../support/python.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const CREDENTIALS = {
	Version: 1,
	AccessKeyId: 'AKIAEXAMPLE',
	SecretAccessKey: 'example',
	SessionToken: 'example',
	Expiration: '2099-01-01T00:00:00Z',
};
const without = (name: string) => Object.fromEntries(Object.entries(CREDENTIALS).filter(([member]) => member !== name));
const printing = (value: unknown): Process => ({stdout: JSON.stringify(value)});

interface Process {
	readonly stdout?: string;
	readonly stderr?: string;
	readonly exit?: number;
}

interface Case {
	readonly is: readonly string[];
	readonly config?: string;
	readonly credentials?: string;
	/** What the credential process of the CLI profile `a` does; `config` stands after it. */
	readonly process?: Process;
	readonly env?: Readonly<Record<string, string>>;
	/** Who prints it: botocore alone, or the AWS CLI. */
	readonly by?: 'cli';
	readonly words?: readonly string[];
}

const HELPER = '2026/01/01 10:00:00 unable to use cert store signer on linux\n';

/** What is wrong, and which messages are then to be found, the inner one first. */
const CASES: Readonly<Record<string, Case>> = {
	'a process that fails': {process: {stderr: 'boom', exit: 1}, is: ['process-failed']},
	'a helper that fails': {process: {stderr: HELPER, exit: 1}, is: ['helper-no-certificate-store', 'process-failed']},
	'no JSON': {process: {stdout: 'hello'}, is: ['process-not-json']},
	nothing: {process: {}, is: ['process-not-json']},
	'JSON behind a line': {process: {stdout: `log\n${JSON.stringify(CREDENTIALS)}`}, is: ['process-not-json']},
	'JSON twice': {process: {stdout: JSON.stringify(CREDENTIALS).repeat(2)}, is: ['process-not-json']},
	'JSON of another form': {process: printing([]), is: ['process-not-json']},
	'version 2': {process: printing({...CREDENTIALS, Version: 2}), is: ['process-version']},
	'the text 1': {process: printing({...CREDENTIALS, Version: '1'}), is: ['process-version']},
	'no version': {process: printing(without('Version')), is: ['process-version']},
	'no secret': {process: printing(without('SecretAccessKey')), is: ['process-member-missing']},
	'no id': {process: printing(without('AccessKeyId')), is: ['process-member-missing']},
	'an end that is past': {
		process: printing({...CREDENTIALS, Expiration: '2001-01-01T00:00:00Z'}),
		is: ['process-expired'],
	},
	'an end that is no time': {
		process: printing({...CREDENTIALS, Expiration: 'soon'}),
		is: ['process-expiration-unreadable'],
	},
	'no such program': {config: '[profile a]\ncredential_process = /nonexistent/helper --x\n', is: ['no-such-program']},
	'a home folder': {config: '[profile a]\ncredential_process = ~/helper\n', is: ['no-such-program']},
	'a folder': {config: '[profile a]\ncredential_process = /tmp\n', is: ['permission-denied']},
	'an empty process': {config: '[profile a]\ncredential_process =\n', is: ['process-empty']},
	'an open quotation': {config: '[profile a]\ncredential_process = "/opt/helper --x\n', is: ['quotation-open']},
	'a backslash at the end': {config: '[profile a]\ncredential_process = /opt/helper \\\n', is: ['quotation-open']},
	'a section twice': {config: '[profile a]\nregion=x\n[profile a]\nregion=y\n', is: ['config-unparsed']},
	'a key twice': {config: '[profile a]\nregion=x\nregion=y\n', is: ['config-unparsed']},
	'a line of nothing': {config: '[profile a]\njunk\n', is: ['config-unparsed']},
	'a byte order mark': {config: '\ufeff[profile a]\n', is: ['config-unparsed']},
	'a value on the next line': {config: '[profile a]\ncredential_process =\n  --x\n', is: ['config-unparsed']},
	'no such CLI profile': {config: '[profile b]\n', is: ['profile-not-found']},
	'a role in the same CLI profile': {
		config: '[profile a]\nrole_arn = arn:aws:iam::111122223333:role/R\ncredential_process = /x\n',
		is: ['partial-assume-role'],
	},
	'half a key in the credentials file': {credentials: '[a]\naws_access_key_id = AKIA\n', is: ['partial-keys']},
	'half a key in the config file': {config: '[profile a]\naws_access_key_id = AKIA\n', is: ['partial-keys']},
	'single sign-on': {
		config:
			'[profile a]\nsso_session = s\nsso_account_id = 111122223333\nsso_role_name = R\ncredential_process = /x\n[sso-session s]\nsso_region = eu-central-1\nsso_start_url = https://example.com\n',
		is: ['sso-token'],
	},
	'a session of single sign-on that is not there': {
		config: '[profile a]\nsso_session = s\nsso_account_id = 111122223333\nsso_role_name = R\n',
		is: ['sso-token'],
	},
	'a source that is not there': {
		config: '[profile a]\nrole_arn = arn:aws:iam::111122223333:role/R\nsource_profile = z\n',
		is: ['source-profile-missing'],
	},
	'sources in a circle': {
		config:
			'[profile a]\nrole_arn = arn:aws:iam::111122223333:role/R\nsource_profile = b\n[profile b]\nrole_arn = arn:aws:iam::111122223333:role/R\nsource_profile = a\n',
		is: ['source-profile-missing'],
	},
	'no credentials': {config: '[profile a]\n', is: ['no-credentials']},
	'no region': {by: 'cli', words: ['ec2', 'describe-regions'], config: '[profile a]\n', is: ['no-region']},
	'no such CLI profile, by the AWS CLI': {
		by: 'cli',
		words: ['sts', 'get-caller-identity'],
		config: '[profile b]\n',
		is: ['profile-not-found'],
	},
	'an endpoint that nobody serves': {
		by: 'cli',
		words: ['sts', 'get-caller-identity', '--endpoint-url', 'http://127.0.0.1:9', '--region', 'eu-central-1'],
		process: printing(CREDENTIALS),
		is: ['no-connection'],
	},
};

/** Lets botocore, and the AWS CLI within the same process, fail as the cases say; gives what they print. */
const PROVOKE = `
import contextlib, io, os, subprocess, tempfile
folder = tempfile.mkdtemp()
os.environ.update(HOME=folder, AWS_EC2_METADATA_DISABLED='true', AWS_MAX_ATTEMPTS='1',
    AWS_CONFIG_FILE=folder + '/config', AWS_SHARED_CREDENTIALS_FILE=folder + '/credentials')
from botocore.session import Session
try:
    import awscli.clidriver
except ImportError:
    awscli = None

def put(name, text):
    with open(folder + '/' + name, 'w', encoding='utf-8', newline='') as file:
        file.write(text)
    return folder + '/' + name

def prepare(case):
    config = case.get('config', '')
    if 'process' in case:
        told = case['process']
        script = put('process.py', 'import sys\\nsys.stdout.write(%r)\\nsys.stderr.write(%r)\\nsys.exit(%d)\\n' % (
            told.get('stdout', ''), told.get('stderr', ''), told.get('exit', 0)))
        config = '[profile a]\\ncredential_process = "%s" -S "%s"\\n' % (sys.executable, script)
    put('config', config)
    put('credentials', case.get('credentials', ''))

def by_cli(words):
    if awscli is None:
        return subprocess.run(['aws', '--profile', 'a', *words], capture_output=True, text=True).stderr
    said = io.StringIO()
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()):
        try:
            awscli.clidriver.create_clidriver().main(['--profile', 'a', *words])
        except SystemExit:
            pass
        except Exception as error:
            said.write(str(error))
    return said.getvalue()

def by_botocore():
    try:
        session = Session(profile='a')
        credentials = session.get_credentials()
        if credentials is None:
            session.create_client('sts', region_name='eu-central-1').get_caller_identity()
        credentials.get_frozen_credentials()
        return ''
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)

def provoke(case):
    prepare(case)
    return by_cli(case['words']) if case.get('by') == 'cli' else by_botocore()

print(json.dumps({name: provoke(case) for name, case in input.items()}))
`;

test('what botocore and the AWS CLI print is known', () => {
	const printed = askPython(PROVOKE, CASES);
	const found = Object.entries(Object(printed)).map(([name, text]) => [
		name,
		findMessages(String(text)).map(({message}) => message.id),
	]);
	expect(Object.fromEntries(found), JSON.stringify(printed, null, 1)).toEqual(
		Object.fromEntries(Object.entries(CASES).map(([name, {is}]) => [name, is])),
	);
});

describe('what the AWS SDK for JavaScript throws is known', () => {
	test.each<[string, string, string]>([
		['a process that is not there', 'credential_process = /nonexistent/helper', 'loader-missing'],
		['no process', 'region = x', 'process-missing-in-profile'],
		['an open quotation', 'credential_process = "/x', 'quotation-open'],
		['no JSON', `credential_process = echo hello`, 'process-not-json'],
		['version 2', `credential_process = echo '{"Version": 2}'`, 'process-version'],
		['no secret', `credential_process = echo '{"Version": 1, "AccessKeyId": "x"}'`, 'process-member-missing'],
		[
			'an end that is past',
			`credential_process = echo '{"Version": 1, "AccessKeyId": "x", "SecretAccessKey": "y", "Expiration": "2001-01-01T00:00:00Z"}'`,
			'process-expired',
		],
	])('for %s', async (_what, line, known) => {
		const said = await thrownBy(`[profile a]\n${line}\n`);
		const ids = findMessages(said).map(({message}) => message.id);
		expect(ids[0], said).toBe(known);
	});

	test('for a CLI profile that is not there', async () => {
		const said = await thrownBy('[profile b]\n');
		expect(
			findMessages(said).map(({message}) => message.id),
			said,
		).toEqual(['profile-not-found']);
	});
});

async function thrownBy(config: string): Promise<string> {
	const folder = temporaryFolder();
	const [configFilepath, filepath] = [path.join(folder, 'config'), path.join(folder, 'credentials')];
	writeFileSync(configFilepath, config);
	writeFileSync(filepath, '');
	const error: unknown = await fromProcess({profile: 'a', configFilepath, filepath, ignoreCache: true})().then(
		() => undefined,
		(reason: unknown) => reason,
	);
	return String(error);
}
