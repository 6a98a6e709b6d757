import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {findPassphrase} from '../../../src/doctor/gather/find-passphrase.ts';
import {surroundingsForTest} from '../../support/doctor-surroundings.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const CLI_PROFILE = {cliProfile: {name: 'build', chosenBy: 'flag'}} as const;

/** What opens the key of a credential process with these flags more, in a folder with the file `passphrase`. */
async function find(
	flags: string,
	{given, env}: {readonly given?: string; readonly env?: Record<string, string>} = {},
) {
	const folder = temporaryFolder();
	const config = path.join(folder, 'config');
	writeFileSync(path.join(folder, 'passphrase'), 'of the file\nmore\n');
	writeFileSync(
		config,
		`[profile build]\ncredential_process = ${flags.startsWith('--pkcs8') ? '/opt/aws_signing_helper credential-process' : '/opt/anchorsmith credentials'} --certificate c.pem ${flags}\n`,
	);
	return findPassphrase(
		CLI_PROFILE,
		surroundingsForTest({
			workingDirectory: folder,
			env: {...env, AWS_CONFIG_FILE: config, AWS_SHARED_CREDENTIALS_FILE: path.join(folder, 'none')},
			options: {isOffline: true, ...(given !== undefined && {passphrase: given})},
		}),
	);
}

test.each<[string, string, Parameters<typeof find>[1], string | undefined]>([
	['none is needed', '', {}, undefined],
	['the person gives it', '--passphrase-file passphrase', {given: 'of the person'}, 'of the person'],
	['the first line of a file is it', '--passphrase-file passphrase', {}, 'of the file'],
	['the file cannot be read', '--passphrase-file lost', {}, undefined],
	['a variable holds it', '--passphrase-env WORD', {env: {WORD: 'of the variable'}}, 'of the variable'],
	['the variable is not set', '--passphrase-env WORD', {}, undefined],
	['it stands in the words', '--pkcs8-password of-the-words', {}, 'of-the-words'],
])('the passphrase is found when %s', async (_case, flags, options, expected) => {
	expect(await find(flags, options)).toBe(expected);
});
