import {describe, expect, test} from 'vitest';
import type {AwsAccess, AwsCredentials} from '../../../../src/aws/access.ts';
import type {AccountEvidence} from '../../../../src/doctor/evidence/account.ts';
import {seen} from '../../../../src/doctor/evidence/look.ts';
import {accountProbe} from '../../../../src/doctor/gather/probes/account.ts';
import type {GatherOptions} from '../../../../src/doctor/gather/surroundings.ts';
import {ExpectedError} from '../../../../src/errors.ts';
import type {Rehearsal} from '../../../../src/rehearsal/create-rehearsal.ts';
import {encodeQuery} from '../../../../src/session/canonical-request.ts';
import {readSession} from '../../../../src/session/credential-session.ts';
import {signRequest} from '../../../../src/session/sign.ts';
import {pki, testTime} from '../../../support/certificates.ts';
import {names, openTrustPolicy} from '../../../support/decide.ts';
import {surroundingsForTest} from '../../../support/doctor-surroundings.ts';
import {playBack, type RecordedAnswer} from '../../../support/loopback.ts';
import {closedPort} from '../../../support/network-faults.ts';
import {evidenceForTest} from '../../../support/predictions/evidence.ts';
import {callQuery, callRolesAnywhere, member, rehearsalForTest} from '../../../support/rehearsal.ts';
import {revocationListPem} from '../../../support/revocation-list.ts';

const ROLE = 'arn:aws:iam::111122223333:role/Uploader';

interface Filled {
	readonly rehearsal: Rehearsal;
	readonly order: {readonly trustAnchorArn: string; readonly profileArn: string; readonly roleArn: string};
}

/** A rehearsal with a trust anchor, a role and a profile, by the clock of this machine as the SDK uses it. */
async function filledAccount(): Promise<Filled> {
	const rehearsal = await rehearsalForTest();
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
	const profile = await callRolesAnywhere(rehearsal, 'POST /profiles', {name: 'test', enabled: true, roleArns: [ROLE]});
	return {
		rehearsal,
		order: {
			trustAnchorArn: member(anchor.value, 'trustAnchor', 'trustAnchorArn'),
			profileArn: member(profile.value, 'profile', 'profileArn'),
			roleArn: ROLE,
		},
	};
}

interface Looker {
	readonly endpoints?: AwsAccess['endpoints'];
	readonly credentials?: () => Promise<AwsCredentials>;
	readonly options?: Partial<GatherOptions>;
	readonly env?: Readonly<Record<string, string>>;
	readonly config?: string;
	readonly order?: Readonly<Record<string, string>>;
}

async function lookAt({rehearsal, order}: Filled, looker: Looker = {}): Promise<AccountEvidence> {
	const {endpoint, adminCredentials} = rehearsal;
	const evidence = await evidenceForTest({order: {...order, ...looker.order}});
	const {config = '[profile test]\ncredential_process = /opt/helper'} = looker;
	return accountProbe.gather(
		{...evidence, config: {...evidence.config, config: seen({path: '/home/one/.aws/config', text: config})}},
		surroundingsForTest({
			options: {isOffline: false, ...looker.options},
			env: {AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'hidden', ...looker.env},
			administer: region => ({
				region,
				credentials: looker.credentials ?? (async () => adminCredentials),
				endpoints: looker.endpoints ?? allAt(endpoint),
				env: {},
				now: () => testTime,
				sleep: async () => undefined,
				signal: new AbortController().signal,
			}),
		}),
	);
}

function allAt(endpoint: string): AwsAccess['endpoints'] {
	return {rolesanywhere: endpoint, iam: endpoint, sts: endpoint};
}

/** Gets a session with the test certificate, so that the service knows its subject. */
async function openSession({rehearsal, order}: Filled): Promise<AwsCredentials> {
	const {endEntity, issuing} = await pki();
	const rawQuery = encodeQuery(order);
	const headers = signRequest(
		{
			method: 'POST',
			host: `127.0.0.1:${rehearsal.port}`,
			path: '/sessions',
			rawQuery,
			body: Buffer.from('{}'),
			region: 'us-east-1',
		},
		{
			certificate: endEntity.der,
			serial: endEntity.certificate.serial.decimal,
			chain: [issuing.der],
			privateKey: endEntity.privateKey,
		},
		testTime,
	);
	const answer = await fetch(`${rehearsal.endpoint}/sessions?${rawQuery}`, {
		method: 'POST',
		headers: headers.filter(([name]) => name !== 'host').map(([name, value]): [string, string] => [name, value]),
		body: '{}',
	});
	const session = readSession(await answer.text());
	if (!session) {
		throw new Error('the rehearsal granted no session');
	}

	return session;
}

const never = (): never => {
	throw new Error('credentials were asked for');
};
const stateOf = ({administrator: _administrator, ...parts}: AccountEvidence) =>
	Object.fromEntries(
		Object.entries(parts).map(([name, look]) => [name, look.state === 'unseen' ? look.why : look.state]),
	);
const everything = (state: string) => ({
	trustAnchor: state,
	trustAnchors: state,
	profile: state,
	profiles: state,
	role: state,
	crls: state,
	subject: state,
});

describe('with whoever administers the account', () => {
	test('everything that the command names is seen', async () => {
		const filled = await filledAccount();
		await callRolesAnywhere(filled.rehearsal, 'POST /crls', {
			name: 'revoked',
			crlData: Buffer.from(revocationListPem([7])).toString('base64'),
			trustAnchorArn: filled.order.trustAnchorArn,
		});
		await openSession(filled);
		const {endEntity} = await pki();

		expect(await lookAt(filled)).toMatchObject({
			administrator: seen({accountId: '111122223333'}),
			trustAnchor: seen({arn: filled.order.trustAnchorArn, isEnabled: true}),
			trustAnchors: {state: 'unseen', why: 'nothing-to-look-at'},
			profile: seen({arn: filled.order.profileArn, roleArns: [ROLE]}),
			profiles: {state: 'unseen', why: 'nothing-to-look-at'},
			role: seen({
				arn: ROLE,
				trustPolicy: openTrustPolicy,
				maxSessionDuration: 3600,
				createdAt: testTime.toISOString(),
			}),
			crls: seen([{name: 'revoked', isEnabled: false}]),
			subject: seen({
				isEnabled: true,
				credentials: [{serialNumber: endEntity.certificate.serial.decimal, hasFailed: false}],
			}),
		});
	});

	test('the others are listed where the named one is not there', async () => {
		const filled = await filledAccount();
		const {trustAnchor, trustAnchors, profile, profiles} = await lookAt(filled, {
			order: {trustAnchorArn: names.anchor, profileArn: names.profile},
		});

		expect([trustAnchor.state, profile.state]).toEqual(['absent', 'absent']);
		expect(trustAnchors).toMatchObject(seen([{arn: filled.order.trustAnchorArn}]));
		expect(profiles).toMatchObject(seen([{arn: filled.order.profileArn}]));
	});

	test('they are listed, too, where the named one does not fit', async () => {
		const filled = await filledAccount();
		const evidence = await lookAt(filled, {order: {roleArn: `${ROLE}s`}});

		expect(evidence.profiles).toMatchObject(seen([{arn: filled.order.profileArn}]));
		expect(evidence.role.state).toBe('absent');
	});

	test('in another region than the endpoint serves nothing is there, and what the region at hand has is listed', async () => {
		const filled = await filledAccount();
		const {trustAnchor, trustAnchors} = await lookAt(filled, {
			order: {trustAnchorArn: filled.order.trustAnchorArn.replace('us-east-1', 'eu-west-1')},
			env: {AWS_REGION: 'us-east-1'},
		});

		expect(trustAnchor.state).toBe('absent');
		expect(trustAnchors).toMatchObject(seen([{arn: filled.order.trustAnchorArn}]));
	});

	test('text that is no ARN is not looked for', async () => {
		const filled = await filledAccount();
		const {trustAnchor, trustAnchors, role} = await lookAt(filled, {order: {trustAnchorArn: 'anchor'}});

		expect(trustAnchor).toMatchObject({state: 'unseen', why: 'nothing-to-look-at'});
		expect(trustAnchors).toMatchObject(seen([{arn: filled.order.trustAnchorArn}]));
		expect(role.state).toBe('seen');
	});

	test('what is in another account is not looked for, and why is said', async () => {
		const filled = await filledAccount();
		const {trustAnchor, role} = await lookAt(filled, {order: {roleArn: ROLE.replace('111122223333', '444455556666')}});

		expect(trustAnchor.state).toBe('seen');
		expect(role).toEqual({
			state: 'unseen',
			why: 'no-credentials',
			message:
				'arn:aws:iam::444455556666:role/Uploader is in the account 444455556666, and the credentials at hand are for 111122223333.',
		});
	});
});

describe('without', () => {
	test('nothing is sent where nothing is to be sent', async () => {
		const filled = await filledAccount();
		expect(stateOf(await lookAt(filled, {options: {isOffline: true}, credentials: never}))).toEqual(
			everything('offline'),
		);
	});

	test('nobody is asked where no ARN says what for', async () => {
		const filled = await filledAccount();
		const order = {trustAnchorArn: '', profileArn: '', roleArn: ''};
		expect(stateOf(await lookAt(filled, {order, credentials: never}))).toEqual(everything('nothing-to-look-at'));
	});

	test('that there are no credentials is said once for all', async () => {
		const filled = await filledAccount();
		const credentials = async (): Promise<never> => {
			throw new ExpectedError('AWS_CREDENTIALS', 'There are no credentials.', {next: ['Log in.']});
		};
		const evidence = await lookAt(filled, {credentials});

		expect(stateOf(evidence)).toEqual(everything('no-credentials'));
		expect(evidence.role).toMatchObject({message: 'There are no credentials.', code: 'AWS_CREDENTIALS'});
	});

	test.each([
		['expired', refusedBySts('ExpiredToken'), 'no-credentials'],
		['unknown', refusedBySts('InvalidClientTokenId'), 'no-credentials'],
	] as const)('credentials that are %s see nothing', async (_title, answer, why) => {
		const filled = await filledAccount();
		const {url} = await playBack([answer]);
		expect(stateOf(await lookAt(filled, {endpoints: allAt(url)}))).toEqual(everything(why));
	});

	test('one call that is denied leaves the others', async () => {
		const filled = await filledAccount();
		const {url: iam} = await playBack([refusedBySts('AccessDenied')]);
		const evidence = await lookAt(filled, {endpoints: {...allAt(filled.rehearsal.endpoint), iam}});

		expect(evidence.role).toMatchObject({state: 'unseen', why: 'denied', code: 'AccessDenied'});
		expect(evidence.trustAnchor.state).toBe('seen');
		expect(evidence.crls.state).toBe('seen');
	});

	test('a service that does not answer leaves the others', async () => {
		const filled = await filledAccount();
		const {url: rolesanywhere} = await closedPort();
		const evidence = await lookAt(filled, {endpoints: {...allAt(filled.rehearsal.endpoint), rolesanywhere}});

		expect(evidence.trustAnchor).toMatchObject({state: 'unseen', why: 'unreachable', code: 'ENDPOINT_UNREACHABLE'});
		expect(evidence.role.state).toBe('seen');
	});

	test('a service that asks for patience to the end is said to', async () => {
		const filled = await filledAccount();
		const {url: rolesanywhere} = await playBack([
			{status: 429, headers: {'x-amzn-errortype': 'ThrottlingException'}, body: '{"message":"Rate exceeded"}'},
		]);
		const evidence = await lookAt(filled, {endpoints: {...allAt(filled.rehearsal.endpoint), rolesanywhere}});

		expect(evidence.crls).toMatchObject({state: 'unseen', why: 'failed', code: 'ThrottlingException'});
	});
});

describe('the credentials in question', () => {
	test.each([
		['the usual CLI profile', {env: {AWS_ACCESS_KEY_ID: ''}, config: '[default]\nrole_arn = a\nsource_profile = test'}],
		['AWS_PROFILE', {env: {AWS_PROFILE: 'test'}}],
		['--admin-profile', {options: {adminProfile: 'test'}}],
	] as const)('are not used to look at the account, which %s would do', async (_title, looker) => {
		const filled = await filledAccount();
		const evidence = await lookAt(filled, {...looker, credentials: never});

		expect(stateOf(evidence)).toEqual(everything('no-credentials'));
		expect(evidence.administrator).toMatchObject({
			message: expect.stringContaining('the CLI profile test, whose credentials are in question'),
		});
	});

	test('are known as a session of the role', async () => {
		const filled = await filledAccount();
		const session = await openSession(filled);
		const evidence = await lookAt(filled, {credentials: async () => session});

		expect(stateOf(evidence)).toEqual(everything('no-credentials'));
		expect(evidence.administrator).toMatchObject({
			message: expect.stringContaining('are a session of the role in question'),
		});
	});
});

function refusedBySts(code: string): RecordedAnswer {
	const body = `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`;
	return {status: 403, headers: {'content-type': 'text/xml'}, body};
}
