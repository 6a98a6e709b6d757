import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import type {CommandEvidence} from '../../../../src/doctor/evidence/command.ts';
import {EVIDENCE_FORMAT} from '../../../../src/doctor/evidence/evidence.ts';
import {absent, seen, unseen} from '../../../../src/doctor/evidence/look.ts';
import type {NetworkEvidence} from '../../../../src/doctor/evidence/network.ts';
import type {Before} from '../../../../src/doctor/gather/probe.ts';
import {liveProbe} from '../../../../src/doctor/gather/probes/live.ts';
import type {Surroundings} from '../../../../src/doctor/gather/surroundings.ts';
import type {Rehearsal} from '../../../../src/rehearsal/create-rehearsal.ts';
import {issueForTest, pki, testTime} from '../../../support/certificates.ts';
import {openTrustPolicy} from '../../../support/decide.ts';
import {surroundingsForTest} from '../../../support/doctor-surroundings.ts';
import {playBack, type RecordedAnswer} from '../../../support/loopback.ts';
import {captivePortal, closedPort, makeAuthority, tlsInFrontOf} from '../../../support/network-faults.ts';
import {callQuery, callRolesAnywhere, member, rehearsalForTest} from '../../../support/rehearsal.ts';
import {granted, refusal} from '../../../support/session.ts';
import {temporaryFolder} from '../../../support/temporary-folder.ts';

const nothing = unseen('nothing-to-look-at', 'It was not looked at.');
const ANSWERING: NetworkEvidence = {
	endpoint: nothing,
	proxy: absent,
	dns: nothing,
	tcp: nothing,
	tunnel: absent,
	authorities: absent,
	tls: absent,
	http: nothing,
};

type Order = CommandEvidence['order'];

const ARNS: Order = {
	trustAnchorArn: 'arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555555',
	profileArn: 'arn:aws:rolesanywhere:us-east-1:111122223333:profile/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
	roleArn: 'arn:aws:iam::111122223333:role/Uploader',
};

/** The files of an identity that the trust anchor of {@link fillAccount} knows, beside the order that names them. */
async function identity(): Promise<Order> {
	const {directEndEntity} = await pki();
	const folder = temporaryFolder();
	const [certificate, privateKey] = [path.join(folder, 'certificate.pem'), path.join(folder, 'private-key.pem')];
	writeFileSync(certificate, directEndEntity.pem);
	writeFileSync(privateKey, directEndEntity.privateKey.export({type: 'pkcs8', format: 'pem'}));
	return {...ARNS, certificate, privateKey};
}

async function fillAccount(rehearsal: Rehearsal): Promise<Order> {
	const {root} = await pki();
	const anchor = await callRolesAnywhere(rehearsal, 'POST /trustanchors', {
		name: 'test',
		enabled: true,
		source: {sourceType: 'CERTIFICATE_BUNDLE', sourceData: {x509CertificateData: root.pem}},
	});
	await callQuery(rehearsal, 'iam', {
		Action: 'CreateRole',
		RoleName: 'Uploader',
		AssumeRolePolicyDocument: openTrustPolicy,
	});
	const roleArn = 'arn:aws:iam::111122223333:role/Uploader';
	const profile = await callRolesAnywhere(rehearsal, 'POST /profiles', {
		name: 'test',
		enabled: true,
		roleArns: [roleArn],
	});
	return {
		trustAnchorArn: member(anchor.value, 'trustAnchor', 'trustAnchorArn'),
		profileArn: member(profile.value, 'profile', 'profileArn'),
		roleArn,
		endpoint: rehearsal.endpoint,
	};
}

function ask(
	order: Order,
	differsBy: Partial<Surroundings> = {},
	{network = ANSWERING, maker = 'own'}: {network?: NetworkEvidence; maker?: 'own' | 'official-helper'} = {},
) {
	const program = seen({path: '/opt/helper', maker, mayBeExecuted: true, format: 'elf'} as const);
	const before: Before = {
		format: EVIDENCE_FORMAT,
		at: testTime.toISOString(),
		cliProfile: {name: 'default', chosenBy: 'usual'},
		config: {config: absent, credentials: absent},
		command: seen({origin: 'config', words: [], order, unknownFlags: [], program, run: nothing}),
		network,
	};
	return liveProbe.gather(
		before,
		surroundingsForTest({now: () => testTime, sleep: async () => undefined, ...differsBy}),
	);
}

describe('one real request', () => {
	test('is granted, and nothing of the credentials is kept', async () => {
		const rehearsal = await rehearsalForTest();
		const order = {...(await identity()), ...(await fillAccount(rehearsal))};

		const answer = await ask(order);

		expect(answer).toEqual({
			state: 'seen',
			value: {
				outcome: 'granted',
				assumedRoleArn: expect.stringMatching(/^arn:aws:sts::111122223333:assumed-role\/Uploader\//),
				expiration: new Date(testTime.getTime() + 3_600_000).toISOString(),
			},
		});
	});

	test('is refused in the service’s words', async () => {
		const rehearsal = await rehearsalForTest();
		const {trustAnchorArn = '', ...order} = {...(await identity()), ...(await fillAccount(rehearsal))};

		const answer = await ask({...order, trustAnchorArn: trustAnchorArn.replace(/.{12}$/, '000000000000')});

		expect(answer).toMatchObject({
			state: 'seen',
			value: {
				outcome: 'refused',
				status: 403,
				code: 'AccessDeniedException',
				message: "Specified Trust Anchor wasn't found.",
				requestId: expect.any(String),
			},
		});
	});

	test('leaves the first answer when the clocks differ', async () => {
		const late = () => new Date(testTime.getTime() + 30 * 60_000);
		const rehearsal = await rehearsalForTest({now: late});
		const order = {...(await identity()), ...(await fillAccount(await rehearsalForTest({now: () => testTime})))};

		expect(await ask({...order, endpoint: rehearsal.endpoint})).toMatchObject({
			value: {outcome: 'refused', status: 403},
		});
	});

	const invalid = refusal(403, 'AccessDeniedException', 'Invalid signature', {
		date: new Date(testTime.getTime() + 1_800_000).toUTCString(),
	});
	const busy = refusal(429, 'ThrottlingException', 'Rate exceeded');

	test.each<[string, readonly RecordedAnswer[], number, object]>([
		['once, when a signature is refused', [invalid, granted], 1, {outcome: 'refused', message: 'Invalid signature'}],
		['twice, when the service is busy', [busy, granted], 2, {outcome: 'granted'}],
		['no third time', [busy, busy, granted], 2, {outcome: 'refused', status: 429, code: 'ThrottlingException'}],
	])('is sent %s', async (_case, answers, times, value) => {
		const server = await playBack(answers);

		expect(await ask({...(await identity()), endpoint: server.url})).toMatchObject({state: 'seen', value});
		expect(server.received).toHaveLength(times);
	});

	test.each([
		['the official helper always names a duration', 'official-helper', '{"durationSeconds":3600}'],
		['ours leaves it to the Roles Anywhere profile', 'own', '{}'],
	] as const)('is what the command would ask: %s', async (_case, maker, body) => {
		const server = await playBack([granted]);

		await ask({...(await identity()), endpoint: server.url}, {}, {maker});

		expect(Buffer.from(server.received[0]?.body ?? '').toString()).toBe(body);
	});
});

describe('a request that fails', () => {
	test.each<[string, (order: Order) => Promise<Order>, string]>([
		['for want of a listener', async order => ({...order, endpoint: (await closedPort()).url}), 'ENDPOINT_UNREACHABLE'],
		[
			'at a login page',
			async order => ({...order, endpoint: (await untilEnd(captivePortal())).url}),
			'ANSWER_UNREADABLE',
		],
		[
			'at a certificate',
			async order => ({...order, endpoint: (await untilEnd(tlsInFrontOf(9, await makeAuthority()))).url}),
			'ENDPOINT_UNTRUSTED',
		],
		[
			'for ARNs that do not fit',
			async order => ({...order, roleArn: 'arn:aws:iam::444455556666:role/Uploader'}),
			'ARN_INVALID',
		],
		['for another region', async order => ({...order, region: 'eu-central-1'}), 'USAGE'],
		[
			'for a duration that is none',
			async order => ({...order, endpoint: 'http://127.0.0.1:9', sessionDuration: '1h'}),
			'USAGE',
		],
		['for a key of another certificate', withOtherKey, 'KEY_MISMATCH'],
	])('says so: %s', async (_case, spoil, code) => {
		expect(await ask(await spoil(await identity()))).toMatchObject({
			state: 'seen',
			value: {outcome: 'failed', code, message: expect.any(String)},
		});
	});

	async function withOtherKey(order: Order): Promise<Order> {
		const {privateKey} = await issueForTest();
		writeFileSync(order.privateKey ?? '', privateKey.export({type: 'pkcs8', format: 'pem'}));
		return order;
	}

	async function untilEnd<Thing extends {close(): Promise<void>}>(thing: Promise<Thing>): Promise<Thing> {
		const started = await thing;
		onTestFinished(() => started.close());
		return started;
	}
});

describe('no request is sent', () => {
	test('when nothing is to be sent', async () => {
		expect(await ask(await identity(), {options: {isOffline: true}})).toMatchObject({state: 'unseen', why: 'offline'});
	});

	test('when no command says what to ask for', async () => {
		expect(await ask(ARNS)).toMatchObject({state: 'unseen', why: 'nothing-to-look-at'});
	});

	test('when the key cannot be read', async () => {
		const order = await identity();

		expect(await ask({...order, privateKey: `${order.privateKey}.lost`})).toMatchObject({
			state: 'unseen',
			why: 'nothing-to-look-at',
			code: 'FILE_MISSING',
		});
	});

	test('when nothing answered on the way', async () => {
		const network = {...ANSWERING, tcp: unseen('unreachable', 'Nothing came of it within 5 seconds.', 'ETIMEDOUT')};

		expect(await ask(await identity(), {}, {network})).toMatchObject({
			state: 'unseen',
			why: 'unreachable',
			code: 'ETIMEDOUT',
		});
	});
});
