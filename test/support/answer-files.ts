import {copyFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {runIn} from './setup.ts';
import {temporaryFolder} from './temporary-folder.ts';

/** What the passphrase files of {@link answerFiles} hold. */
export const ANSWER_PASSPHRASE = 'correct horse';

/**
 * A home with every file that the examples of the questions name: an authority whose key is encrypted, a certificate
 * that it issued with its key, a request, and policies. Gone when the test has ended.
 */
export async function answerFiles(): Promise<string> {
	const home = temporaryFolder();
	const file = (...names: readonly string[]) => path.join(home, ...names);
	writeFileSync(file('secret.txt'), `${ANSWER_PASSPHRASE}\n`);
	writeFileSync(file('passphrase.txt'), `${ANSWER_PASSPHRASE}\n`);
	const policy = {Version: '2012-10-17', Statement: [{Effect: 'Allow', Action: 's3:ListBucket', Resource: '*'}]};
	writeFileSync(file('permissions.json'), JSON.stringify(policy));
	writeFileSync(file('session-policy.json'), JSON.stringify(policy));
	writeFileSync(file('aws_signing_helper'), '', {mode: 0o755});
	const made = [
		await runIn(home, [
			...['issuer', 'create', '--name', 'ca', '--subject', 'CN=Build CA', '--home', file('pki')],
			...['--passphrase-file', 'secret.txt'],
		]),
		await runIn(home, [
			...['issue', '--issuer', 'ca', '--name', 'host', '--subject', 'CN=build-17', '--out', file('issued')],
			...['--home', file('pki'), '--passphrase-file', 'secret.txt'],
		]),
		await runIn(home, ['request', '--name', 'host', '--subject', 'CN=build-17', '--out', file('asked')]),
	];
	if (made.some(({exit}) => exit !== 0)) {
		throw new Error(made.map(({stderr}) => stderr).join('\n'));
	}

	copyFileSync(file('pki/issuers/ca/issuer.pem'), file('ca.pem'));
	copyFileSync(file('pki/issuers/ca/issuer.pem'), file('chain.pem'));
	copyFileSync(file('pki/issuers/ca/issuer-key.pem'), file('ca-key.pem'));
	copyFileSync(file('issued/certificate.pem'), file('certificate.pem'));
	copyFileSync(file('issued/private-key.pem'), file('private-key.pem'));
	copyFileSync(file('asked/request.csr'), file('request.csr'));
	return home;
}
