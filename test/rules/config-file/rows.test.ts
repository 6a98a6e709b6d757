import {expect, test} from 'vitest';
import {type ConfigCase, failing, GOOD_COMMAND, GOOD_CONFIG} from '../../support/config-rule.ts';

const KEYS = 'aws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = example\n';
const withCommand = (command: string) => GOOD_CONFIG.replace(GOOD_COMMAND, command);
const ARN = 'arn:aws:rolesanywhere:eu-central-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555555';

/** Each row of the fact sheet's section 8 that a file or the environment can break, and the rule that finds it. */
test.each<readonly [string, ConfigCase, string]>([
	['CFG-01', {config: GOOD_CONFIG, env: {AWS_CONFIG_FILE: '~/aws/config'}}, 'config-location'],
	['CFG-02, no prefix', {config: GOOD_CONFIG.replace('profile ', '')}, 'config-profile-header'],
	['CFG-02, blanks', {config: GOOD_CONFIG.replace('[profile a]', '[ profile a ]')}, 'config-profile-header'],
	['CFG-02, a prefix in the credentials file', {credentials: GOOD_CONFIG}, 'config-credentials-header'],
	['CFG-02, another name', {config: GOOD_CONFIG.replace('profile a', 'profile b')}, 'config-profile-found'],
	[
		'CFG-03',
		{cliProfile: 'default', config: `${GOOD_CONFIG.replace('profile a', 'default')}[profile default]\nregion = x\n`},
		'config-one-section',
	],
	['CFG-04', {cliProfile: 'a b', config: GOOD_CONFIG.replace('profile a', 'profile "a b"')}, 'config-profile-name'],
	['CFG-05', {config: GOOD_CONFIG.replace('credential_process', 'CREDENTIAL_PROCESS')}, 'config-lowercase-keys'],
	['CFG-06, no region', {config: GOOD_CONFIG.replace('region = eu-central-1\n', '')}, 'config-region'],
	['CFG-06, no process', {config: '[profile a]\nregion = eu-central-1\n'}, 'config-process-present'],
	['CFG-07, a role', {config: `${GOOD_CONFIG}role_arn = r\n`}, 'config-one-source'],
	['CFG-07, single sign-on', {config: `${GOOD_CONFIG}sso_session = s\n`}, 'config-one-source'],
	['CFG-08, in the credentials file', {config: GOOD_CONFIG, credentials: `[a]\n${KEYS}`}, 'config-static-keys'],
	['CFG-08, in the config file', {config: `${GOOD_CONFIG}${KEYS}`}, 'config-static-keys'],
	[
		'CFG-09',
		{config: GOOD_CONFIG, env: {AWS_PROFILE: 'a', AWS_ACCESS_KEY_ID: 'set', AWS_SECRET_ACCESS_KEY: 'set'}},
		'config-environment',
	],
	['CFG-09, another CLI profile', {config: GOOD_CONFIG, env: {AWS_PROFILE: 'b'}}, 'config-profile-chosen'],
	['CFG-10', {credentials: GOOD_CONFIG.replace('profile ', '')}, 'config-process-place'],
	['CFG-11, a section', {config: `${GOOD_CONFIG}[profile a]\n`}, 'config-no-duplicates'],
	['CFG-11, a key', {config: `${GOOD_CONFIG}region = eu-central-1\n`}, 'config-no-duplicates'],
	['CFG-12', {config: GOOD_CONFIG, env: {AWS_SDK_LOAD_CONFIG: 'false'}}, 'config-load-config'],
	[
		'CFG-13',
		{config: GOOD_CONFIG.replace('region = eu-central-1\n', ''), env: {AWS_DEFAULT_REGION: 'eu-central-1'}},
		'config-region-variables',
	],
	['CFG-20 and 21', {config: withCommand('/opt/h credential-process\n  --certificate /c.pem')}, 'config-one-line'],
	['CFG-22', {config: withCommand('/opt/h credential-process\n--certificate /c.pem')}, 'config-readable-lines'],
	['CFG-23', {config: withCommand(`/opt/h credential-process\n--trust-anchor-arn ${ARN}`)}, 'config-one-line'],
	['CFG-24', {config: withCommand('/opt/h credential-process \\\n  --certificate /c.pem')}, 'config-one-line'],
	['CFG-25', {config: withCommand('\n  /opt/h credential-process --certificate /c.pem')}, 'config-readable-lines'],
	['CFG-26', {config: withCommand(`${GOOD_COMMAND} # mine`)}, 'config-trailing-note'],
	['CFG-28', {config: `\ufeff${GOOD_CONFIG}`}, 'config-byte-order-mark'],
	['CFG-31', {config: withCommand('"/opt/h credential-process')}, 'config-same-command'],
	['CFG-40', {config: withCommand('~/h credential-process')}, 'config-same-command'],
	['CFG-41', {config: withCommand('/opt/h credential-process --certificate $HOME/c.pem')}, 'config-same-command'],
	[
		'CFG-42',
		{platform: 'windows', config: withCommand("C:\\h.exe credential-process --certificate 'C:\\my files\\c.pem'")},
		'config-blanks-quoted',
	],
	['CFG-43', {config: withCommand('/opt/h credential-process --certificate /my`x`/c.pem')}, 'config-same-command'],
	['CFG-44', {config: withCommand('/opt/my x/h credential-process --certificate /c.pem')}, 'config-blanks-quoted'],
	['CFG-45', {config: withCommand('./h credential-process --certificate c.pem')}, 'config-absolute-paths'],
	['CFG-46', {config: withCommand('/opt/h credential-process --pkcs8-password x')}, 'config-no-secrets'],
	['CFG-47', {config: withCommand('/opt/h credential-process --certificate /*.pem')}, 'config-same-command'],
])('%s is found', (_row, differsBy, id) => {
	expect(failing(differsBy)).toContain(id);
});
