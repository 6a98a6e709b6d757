import {randomBytes} from 'node:crypto';
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeEach, describe, expect, test, vi} from 'vitest';
import {accountOfSetup, identify} from '../../../src/wizard/who/identify.ts';
import {administratorForTest, beginSetup} from '../../support/administrator.ts';
import {isPresent} from '../../support/judges.ts';
import {playBack} from '../../support/loopback.ts';
import {startMoto} from '../../support/moto.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const KEYS = '[keys]\naws_access_key_id = AKIAEXAMPLEEXAMPLE00\naws_secret_access_key = not-a-secret\n';

/** A person whose files are these; the official chain reads this process's own environment. */
function person({
	config = '',
	credentials = '',
	endpoint,
	env = {},
}: {
	readonly config?: string;
	readonly credentials?: string;
	readonly endpoint?: string;
	readonly env?: Readonly<Record<string, string>>;
}) {
	const home = temporaryFolder();
	const all: Readonly<Record<string, string>> = {
		AWS_CONFIG_FILE: path.join(home, 'config'),
		AWS_SHARED_CREDENTIALS_FILE: path.join(home, 'credentials'),
		HOME: home,
		...(endpoint !== undefined && {AWS_ENDPOINT_URL: endpoint}),
		...env,
	};
	writeFileSync(path.join(home, 'config'), config);
	writeFileSync(path.join(home, 'credentials'), credentials);
	for (const [name, value] of Object.entries(all)) {
		vi.stubEnv(name, value);
	}

	return {
		env: all,
		workingDirectory: home,
		userHome: () => home,
		stateDirectory: () => path.join(home, '.anchorsmith'),
		now: () => new Date(),
		randomBytes: (count: number) => randomBytes(count),
		signal: new AbortController().signal,
	};
}

const refusal = (code: string, message: string) => ({
	status: 403,
	headers: {'content-type': 'text/xml'},
	body: `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r-1</RequestId></ErrorResponse>`,
});

describe('identify', () => {
	beforeEach(() => {
		vi.unstubAllEnvs();
	});

	test.runIf(isPresent('moto_server'))('says whom moto takes the profile for', async () => {
		const moto = await startMoto();
		try {
			expect(await identify({cliProfile: 'keys'}, person({credentials: KEYS, endpoint: moto.endpoint}))).toMatchObject({
				ok: true,
				value: {accountId: '111122223333', arn: expect.stringMatching(/^arn:aws:/), cliProfile: 'keys'},
			});
		} finally {
			await moto.stop();
		}
	});

	test('refuses the wrong account, saying which is needed and why', async () => {
		const {endpoint, credentials} = await administratorForTest();
		const expected = {accountId: '999999999999', because: 'the set-up build-hosts began there'};
		const asked = await identify({cliProfile: 'keys', expected}, person({credentials, endpoint}));

		expect(asked).toMatchObject({ok: false, problem: {kind: 'wrong account'}});
		expect(asked.ok ? '' : asked.problem.message).toContain('999999999999 is needed, because the set-up build-hosts');
	});

	test('says that there are no credentials, and how to get some', async () => {
		expect(await identify({cliProfile: undefined}, person({}))).toMatchObject({
			ok: false,
			problem: {
				kind: 'no credentials',
				next: ['aws configure', 'aws configure sso', expect.stringContaining('--rehearse')],
			},
		});
	});

	test('names the profiles that there are when the one asked for is not', async () => {
		expect(await identify({cliProfile: 'amdin'}, person({credentials: KEYS}))).toMatchObject({
			ok: false,
			problem: {
				kind: 'unknown profile',
				message: 'There is no AWS CLI profile called amdin.',
				help: 'These are set up on this machine: keys.',
			},
		});
	});

	test.each([
		['never signed in', {}],
		['signed in long ago', {expiresAt: '2020-01-01T00:00:00Z'}],
	])('says that a sign-in has ended: %s', async (_case, token) => {
		const config =
			'[profile admin]\nsso_start_url = https://example.com/start\nsso_region = us-east-1\nsso_account_id = 111122223333\nsso_role_name = admin\n';
		const somebody = person({config});
		if ('expiresAt' in token) {
			const cache = path.join(somebody.userHome(), '.aws/sso/cache');
			mkdirSync(cache, {recursive: true});
			// Its name is the SHA-1 of the start URL.
			const {createHash} = await import('node:crypto');
			const name = createHash('sha1').update('https://example.com/start').digest('hex');
			writeFileSync(path.join(cache, `${name}.json`), JSON.stringify({accessToken: 'not-a-secret', ...token}));
		}

		expect(await identify({cliProfile: 'admin'}, somebody)).toMatchObject({
			ok: false,
			problem: {kind: 'signed out', next: ['aws sso login --profile admin', expect.any(String)]},
		});
	});

	test('says that a sign-on profile is incomplete', async () => {
		const config = '[profile admin]\nsso_start_url = https://example.com/start\n';
		expect(await identify({cliProfile: 'admin'}, person({config}))).toMatchObject({
			ok: false,
			problem: {kind: 'incomplete', next: ['aws configure sso --profile admin', expect.any(String)]},
		});
	});

	test('says that the program behind a profile gave nothing', async () => {
		const config = '[profile host]\ncredential_process = /bin/false\n';
		expect(await identify({cliProfile: 'host'}, person({config}))).toMatchObject({
			ok: false,
			problem: {kind: 'program failed'},
		});
	});

	test.each([
		['ExpiredToken', 'The security token included in the request is expired', 'expired'],
		['InvalidClientTokenId', 'The security token included in the request is invalid.', 'unknown key'],
		['SignatureDoesNotMatch', 'The request signature we calculated does not match', 'wrong secret'],
		['SignatureDoesNotMatch', 'Signature expired: 20200101T000000Z is now earlier than', 'clock'],
		['AccessDenied', 'No', 'refused'],
	])('tells %s (%s) as %s, in the words of the service', async (code, message, kind) => {
		const {url} = await playBack([refusal(code, message)]);
		const asked = await identify({cliProfile: 'keys'}, person({credentials: KEYS, endpoint: url}));

		expect(asked).toMatchObject({ok: false, problem: {kind, message: expect.stringContaining(message)}});
		expect(asked.ok ? '' : asked.problem.help).toMatch(/\.$/);
	});

	test('says that AWS cannot be reached, and offers to rehearse', async () => {
		const asked = await identify({cliProfile: 'keys'}, person({credentials: KEYS, endpoint: 'http://127.0.0.1:1'}));

		expect(asked).toMatchObject({ok: false, problem: {kind: 'unreachable'}});
		expect(asked.ok ? [] : asked.problem.next).toContain('Rehearse without AWS: anchorsmith setup --rehearse');
	});

	test('says that the authorities that the environment names cannot be read', async () => {
		const env = {AWS_CA_BUNDLE: '/nonexistent/authorities.pem'};
		expect(await identify({cliProfile: 'keys'}, person({credentials: KEYS, env}))).toMatchObject({
			ok: false,
			problem: {kind: 'unreadable', message: expect.stringContaining('/nonexistent/authorities.pem')},
		});
	});

	test('shows a hostile name of a profile without its control characters', async () => {
		const asked = await identify({cliProfile: '\u001B]0;owned\u0007'}, person({}));
		expect(JSON.stringify(asked)).not.toMatch(/\\u001b|\\u0007/);
	});
});

describe('accountOfSetup', () => {
	test('is that of the journal, and unknown without one', async () => {
		const somebody = person({});
		expect(await accountOfSetup('build-hosts', somebody)).toBeUndefined();

		beginSetup(somebody.stateDirectory(), 'build-hosts', '111122223333');
		expect(await accountOfSetup('build-hosts', somebody)).toEqual({
			accountId: '111122223333',
			because: 'the set-up build-hosts began there',
		});
	});
});
