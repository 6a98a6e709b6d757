// Promise: without --rehearse the same code talks to AWS; only endpoints and credentials differ. moto stands for IAM and
// STS. It has no Roles Anywhere, so a rehearsal stands for that.
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import {createIam} from '../../src/aws/iam.ts';
import {accessTo} from '../support/aws-access.ts';
import {readEnvelope} from '../support/envelope.ts';
import {isPresent} from '../support/judges.ts';
import {type Moto, startMoto} from '../support/moto.ts';
import {ENOUGH, setupWorld} from '../support/setup.ts';

const READ_ONLY = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
const POLICY = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:Get*","Resource":"*"}]}';
const TRUST = JSON.stringify({
	Version: '2012-10-17',
	Statement: [
		{
			Effect: 'Allow',
			Principal: {Service: 'rolesanywhere.amazonaws.com'},
			Action: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
		},
	],
});

describe.runIf(isPresent('moto_server'))('setup without --rehearse', () => {
	let moto: Moto;

	beforeAll(async () => {
		moto = await startMoto();
	});

	afterAll(async () => {
		await moto.stop();
	});

	/** A person with credentials in the environment, as the official chain finds them, and endpoints that differ. */
	async function motoWorld(sts: 'moto' | 'rehearsal') {
		const world = await setupWorld();
		const {AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY} = world.rehearsal.environment;
		const env = {
			// The credential process, a program of its own, keeps its cache there.
			HOME: world.home,
			AWS_CONFIG_FILE: path.join(world.home, 'config'),
			AWS_REGION: 'us-east-1',
			AWS_ENDPOINT_URL: moto.endpoint,
			AWS_ENDPOINT_URL_ROLESANYWHERE: world.rehearsal.endpoint,
			AWS_ENDPOINT_URL_STS: sts === 'moto' ? moto.endpoint : world.rehearsal.endpoint,
			ANCHORSMITH_REHEARSAL: '',
		};
		// The official chain of the SDK reads this process's own environment.
		vi.stubEnv('AWS_ACCESS_KEY_ID', AWS_ACCESS_KEY_ID);
		vi.stubEnv('AWS_SECRET_ACCESS_KEY', AWS_SECRET_ACCESS_KEY);
		return {
			...world,
			iamAtMoto: createIam(accessTo({iam: moto.endpoint})),
			run: (...words: readonly string[]) => world.run(words, {env}),
		};
	}

	test('plans for the account that STS names, in the region of the environment', async () => {
		const {run, home} = await motoWorld('moto');
		const {exit, stdout} = await run('setup', ...ENOUGH, '--plan-only', '--json');

		expect(exit).toBe(0);
		expect(readEnvelope('setup', stdout)).toMatchObject({
			result: {accountId: '111122223333', region: 'us-east-1', counts: {create: 6}},
		});
		expect(existsSync(path.join(home, '.anchorsmith'))).toBe(false);
	});

	test('makes role and policies there, proves, plans nothing again, and destroys it all', async () => {
		const {run, home, iam, iamAtMoto} = await motoWorld('rehearsal');
		// The rehearsal decides on sessions by its own roles, so it needs one of that name; moto has the one that was made.
		await iam.writer.createRole({name: 'from-moto', trustPolicy: TRUST, maxSessionDuration: 3600, description: ''}, []);
		writeFileSync(path.join(home, 'policy.json'), POLICY);
		const words = [
			...['setup', '--yes', '--json', '--name', 'from-moto', '--subject', 'CN=build-17', '--no-passphrase'],
			...['--permissions-policy', 'policy.json', '--managed-policy', READ_ONLY],
		];

		const first = await run(...words);
		expect(first).toMatchObject({exit: 0});
		expect(readEnvelope('setup', first.stdout)).toMatchObject({
			result: {
				counts: {create: 8},
				roleArn: 'arn:aws:iam::111122223333:role/from-moto',
				proof: {sourceIdentity: 'CN=build-17'},
			},
		});
		const role = await iamAtMoto.reader.findRole('from-moto');
		expect(role?.tags).toContainEqual({key: 'anchorsmith:setup', value: 'from-moto'});
		expect(role?.trustPolicy).toContain('"aws:PrincipalTag/x509Subject/CN":"build-17"');
		expect(await iamAtMoto.reader.listRolePolicies('from-moto')).toEqual(['anchorsmith-from-moto']);
		expect(await iamAtMoto.reader.listAttachedPolicies('from-moto')).toEqual([READ_ONLY]);
		expect(readFileSync(path.join(home, 'config'), 'utf8')).toContain('[profile from-moto]');

		expect(readEnvelope('setup', (await run(...words)).stdout)).toMatchObject({
			result: {counts: {create: 0, update: 0, delete: 0}},
		});

		expect(await run('destroy', '--name', 'from-moto', '--yes')).toMatchObject({exit: 0});
		expect(await iamAtMoto.reader.findRole('from-moto')).toBeUndefined();
		expect(existsSync(path.join(home, 'config'))).toBe(false);
	});

	test('drift of a role at moto is mended', async () => {
		const {run, iamAtMoto, iam} = await motoWorld('rehearsal');
		await iam.writer.createRole({name: 'drifting', trustPolicy: TRUST, maxSessionDuration: 3600, description: ''}, []);
		const words = ['setup', '--yes', '--json', '--name', 'drifting', ...ENOUGH];
		await run(...words);
		await iamAtMoto.writer.updateTrustPolicy('drifting', TRUST);
		await iamAtMoto.writer.updateMaxSessionDuration('drifting', 7200);

		expect(readEnvelope('setup', (await run(...words)).stdout)).toMatchObject({
			result: {counts: {create: 0, update: 2, delete: 0}},
		});
		expect(await iamAtMoto.reader.findRole('drifting')).toMatchObject({maxSessionDuration: 3600});
	});
});
