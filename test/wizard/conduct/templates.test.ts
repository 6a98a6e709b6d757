// Promise: the answers files in templates/ are enough, each for one person, in the order in which the work goes.
import {cpSync, readdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {readEnvelope} from '../../support/envelope.ts';
import {type Ended, setupWorld} from '../../support/setup.ts';

const FOLDER = path.resolve('templates/answers');

/** In this order they hand over to each other. */
const SHARED = ['operator-request', 'pki-owner', 'administrator', 'operator'];

/** A text of a result. */
function textOf({stdout}: Ended, name: string): string {
	const {result} = readEnvelope('setup', stdout);
	const members = new Map(Object.entries(typeof result === 'object' && result !== null ? result : {}));
	return String(members.get(name));
}

test('three persons get to a proof with theirs', async () => {
	const {home, run} = await setupWorld();
	const answers = (name: string, ...more: readonly string[]) =>
		run(['setup', '--rehearse', '--yes', '--json', '--answers', path.join(FOLDER, `${name}.json`), ...more]);
	const travel = (from: string, ...names: readonly string[]) => {
		for (const name of names) {
			cpSync(path.join(home, '.anchorsmith/rehearsal', from, name), path.join(home, name));
		}
	};
	writeFileSync(path.join(home, 'passphrase.txt'), 'an example only\n');

	expect(await answers('operator-request')).toMatchObject({exit: 0});
	travel('certificates/host-1', 'request.csr', 'private-key.pem');
	expect(await answers('pki-owner')).toMatchObject({exit: 0});
	travel('certificates/host-1-signed', 'certificate.pem', 'chain.pem');
	travel('issuers/build', 'root.pem', 'issuer.pem');
	const handedOut = await answers('administrator', '--region', 'us-east-1');
	expect(handedOut).toMatchObject({exit: 0});
	const proven = await answers(
		'operator',
		...['--trust-anchor-arn', textOf(handedOut, 'trustAnchorArn'), '--profile-arn', textOf(handedOut, 'profileArn')],
		...['--role-arn', textOf(handedOut, 'roleArn')],
	);

	expect(readEnvelope('setup', proven.stdout)).toMatchObject({result: {proof: {sourceIdentity: 'CN=host-1'}}});
});

test('one person gets there with everything', async () => {
	const {home, run} = await setupWorld();
	writeFileSync(path.join(home, 'passphrase.txt'), 'an example only\n');
	const file = path.join(FOLDER, 'everything.json');

	expect(await run(['setup', '--rehearse', '--yes', '--answers', file, '--region', 'us-east-1'])).toMatchObject({
		exit: 0,
		stdout: expect.stringContaining('assumed-role/build-hosts/'),
	});
});

test('all of them are run here or where the command is tested', () => {
	const names = readdirSync(FOLDER).map(file => path.basename(file, '.json'));

	expect(names.toSorted()).toEqual([...SHARED, 'everything', 'rehearsal'].toSorted());
});
