import {HOST} from '../../../support/worlds/open-world.ts';
import {runOfficialHelper} from '../../../support/worlds/programs.ts';
import {defineWorld} from '../../../support/worlds/world.ts';

const KEYS = 'aws_access_key_id = AKIAEXAMPLEEXAMPLE00\naws_secret_access_key = not-a-secret\n';

/** Sections, keys and files that clients do not find, read differently, or refuse. */
export const configFiles = [
	defineWorld({
		name: 'the header lacks the word profile',
		fact: ['CFG-02', '6.4 The config profile (x) could not be found'],
		cause: 'config-profile-header',
		breaks: world => world.config('[profile build]', '[build]'),
	}),
	defineWorld({
		name: 'the header has blanks inside its brackets',
		fact: 'CFG-02',
		cause: 'config-profile-header',
		breaks: world => world.config('[profile build]', '[ profile build ]'),
	}),
	defineWorld({
		name: 'the profile stands in the credentials file with the header of a config file',
		fact: ['CFG-02', 'CFG-10'],
		cause: 'config-credentials-header',
		breaks(world) {
			const [block = ''] = /\[profile build\][^[]*/.exec(world.read(HOST.config)) ?? [];
			world.config(block, '');
			world.edit(HOST.credentials, text => `${text}\n${block}`);
		},
	}),
	defineWorld({
		name: 'there are [default] and [profile default], and the wrong one holds the process',
		fact: 'CFG-03',
		cause: ['config-one-section', 'config-no-duplicates'],
		how: {words: ['--cli-profile', 'default'], withoutProfile: true},
		breaks(world) {
			world.config('[profile build]', '[default]');
			world.edit(HOST.config, text => `${text}\n[profile default]\nregion = eu-west-1\n`);
		},
	}),
	defineWorld({
		name: 'the name of the profile holds a blank',
		fact: ['CFG-04', '6.4 The config profile (x) could not be found'],
		cause: 'config-profile-name',
		how: {
			words: ['--cli-profile', 'build host'],
			withoutProfile: true,
			afterwards: {words: ['--cli-profile', 'build-host']},
		},
		breaks: world => world.config('[profile build]', '[profile build host]'),
	}),
	defineWorld({
		name: 'the key is written in capitals',
		fact: 'CFG-05',
		cause: 'config-lowercase-keys',
		breaks: world => world.config('credential_process =', 'CREDENTIAL_PROCESS ='),
	}),
	defineWorld({
		name: 'the profile names no region',
		fact: ['CFG-06', '6.4 You must specify a region'],
		cause: 'config-region',
		how: {isHarmless: true},
		breaks: world => world.config('region = us-east-1\n', ''),
	}),
	defineWorld({
		name: 'the role is named in the profile too',
		fact: ['CFG-07', '6.4 Partial credentials found in assume-role'],
		cause: 'config-one-source',
		breaks: world => world.config('region =', `role_arn = ${world.roleArn}\nregion =`),
	}),
	defineWorld({
		name: 'single sign-on stands in the same profile',
		fact: ['CFG-07', '6.4 Error loading SSO Token'],
		cause: 'config-one-source',
		breaks: world =>
			world.config(
				'region =',
				'sso_start_url = https://example.com/start\nsso_region = us-east-1\nsso_account_id = 111122223333\nsso_role_name = Admin\nregion =',
			),
	}),
	defineWorld({
		name: 'static keys of the same name in the credentials file win',
		fact: ['CFG-08', '6.6 wrong identity is used', '6.6 Order 7'],
		cause: 'config-static-keys',
		breaks: world => world.edit(HOST.credentials, text => `${text}\n[build]\n${KEYS}`),
	}),
	defineWorld({
		name: 'static keys stand in the profile itself',
		fact: 'CFG-08',
		cause: 'config-static-keys',
		breaks: world => world.config('region =', `${KEYS}region =`),
	}),
	defineWorld({
		name: 'half of a static key is left in the credentials file',
		fact: ['CFG-08', '6.4 Partial credentials found in shared-credentials-file'],
		cause: 'config-static-keys',
		breaks: world =>
			world.edit(HOST.credentials, text => `${text}\n[build]\naws_access_key_id = AKIAEXAMPLEEXAMPLE00\n`),
	}),
	defineWorld({
		name: 'two processes are named, one in either file',
		fact: 'CFG-10',
		cause: ['config-process-place', 'config-one-source'],
		breaks: world =>
			world.edit(HOST.credentials, text => `${text}\n[build]\ncredential_process = /opt/old/aws_signing_helper\n`),
	}),
	defineWorld({
		name: 'the profile stands twice in the config file',
		fact: ['CFG-11', '6.4 Unable to parse config file'],
		cause: 'config-no-duplicates',
		breaks: world => world.edit(HOST.config, text => `${text}\n[profile build]\noutput = json\n`),
	}),
	defineWorld({
		name: 'another profile stands twice in the config file',
		fact: 'CFG-11',
		cause: 'config-no-duplicates',
		breaks: world =>
			world.edit(HOST.config, text => `${text}\n[profile old]\noutput = json\n\n[profile old]\noutput = text\n`),
	}),
	defineWorld({
		name: 'a key stands twice in the profile',
		fact: 'CFG-11',
		cause: 'config-no-duplicates',
		breaks: world => world.config('region = us-east-1\n', 'region = us-east-1\nregion = us-east-1\n'),
	}),
	defineWorld({
		name: 'a note stands in another profile without a comment sign',
		fact: ['CFG-22', '6.4 Unable to parse config file'],
		cause: 'config-readable-lines',
		breaks: world => world.edit(HOST.config, text => `${text}ask the platform team\n`),
	}),
	defineWorld({
		name: 'the file begins with a byte order mark',
		fact: 'CFG-28',
		cause: 'config-byte-order-mark',
		breaks: world => world.edit(HOST.config, text => `\uFEFF${text}`),
	}),
	defineWorld({
		name: 'a secret stands on the line',
		fact: ['CFG-46', 'SEED-002 yubikey'],
		cause: 'config-no-secrets',
		how: {isHarmless: true, notFollowed: 'the secret itself has to be replaced by whoever gave it'},
		breaks(world) {
			runOfficialHelper(world);
			world.config(/$(?=\nregion)/m, ' --pkcs8-password open-sesame');
		},
	}),
];
