import {mkdirSync, realpathSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {quoteCommand} from '../../src/config-file/quoting.ts';
import {pki} from './certificates.ts';
import {temporaryFolder} from './temporary-folder.ts';
import {common} from './vectors.ts';

/** A home with a CLI profile, and the files that its command names. */
export async function homeForTest({
	more = [],
	passphrase,
}: {
	readonly more?: readonly string[];
	readonly passphrase?: string;
} = {}): Promise<string> {
	const home = realpathSync(temporaryFolder());
	const {endEntity, issuing} = await pki();
	const protection = passphrase === undefined ? {} : {cipher: 'aes-256-cbc', passphrase};
	mkdirSync(path.join(home, '.aws'));
	const files = {
		'certificate.pem': endEntity.pem,
		'key.pem': endEntity.privateKey.export({type: 'pkcs8', format: 'pem', ...protection}),
		'chain.pem': issuing.pem,
	};
	for (const [name, content] of Object.entries(files)) {
		writeFileSync(path.join(home, name), content, {mode: 0o600});
	}

	const {trustAnchorArn, profileArn, roleArn} = common.arns;
	const words = [
		...[process.execPath, path.resolve('dist/main.js'), 'credentials'],
		...['--certificate', path.join(home, 'certificate.pem'), '--private-key', path.join(home, 'key.pem')],
		...['--intermediates', path.join(home, 'chain.pem'), '--trust-anchor-arn', trustAnchorArn],
		...['--profile-arn', profileArn, '--role-arn', roleArn, ...more],
	];
	writeConfig(home, `[profile build]\ncredential_process = ${quoteCommand(words, 'posix')}\nregion = us-east-1\n`);
	return home;
}

/** Writes the config file of a home. */
export function writeConfig(home: string, text: string | Uint8Array): void {
	writeFileSync(path.join(home, '.aws/config'), text);
}
