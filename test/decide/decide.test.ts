import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {decide, decideWithoutCertificate} from '../../src/decide/decide.ts';
import {type Decision, STAGES} from '../../src/decide/decision.ts';
import {attributeOid} from '../../src/pki/der/oids.ts';
import {rules as sessionRules} from '../../src/rules/session/rules.generated.ts';
import {type DiffersBy, issueForTest, pki, testTime} from '../support/certificates.ts';
import {names, openTrustPolicy, type SessionDiffersBy, sessionForTest} from '../support/decide.ts';

async function decideWhere(differsBy: SessionDiffersBy, at = testTime): Promise<Decision> {
	const {request, account} = await sessionForTest(differsBy);
	return decide(request, account, at);
}

/** Presents another end-entity certificate of the same issuer. */
async function presenting(differsBy: DiffersBy): Promise<SessionDiffersBy> {
	const {der} = await issueForTest(differsBy);
	const {issuing} = await pki();
	return {request: {certificate: der, chain: [issuing.der], signature: {isValid: true}}};
}

/** Every attribute that has a short name, on both sides, so that more tags arise than STS takes. */
async function crowded(): Promise<SessionDiffersBy> {
	const {root} = await pki();
	const types = ['CN', 'SN', 'serialNumber', 'C', 'L', 'ST', 'STREET', 'O', 'OU', 'title', 'description', 'postalCode'];
	const more = ['businessCategory', 'name', 'givenName', 'initials', 'generationQualifier', 'x500UniqueIdentifier'];
	const last = ['dnQualifier', 'pseudonym', 'organizationIdentifier', 'UID', 'DC', 'emailAddress'];
	const subject = [...types, ...more, ...last].map(type => `${attributeOid(type)}=a`).join(',');
	const issuer = await issueForTest({role: 'issuer', subject, signedBy: root});
	const subjectAlternativeName = [{dns: 'a.example.com'}, {uri: 'a:b'}, {directory: 'CN=a,O=b'}] as const;
	const {der} = await issueForTest({subject, subjectAlternativeName, signedBy: issuer});
	return {request: {certificate: der, chain: [issuer.der]}};
}

const denied = (message: string) => ({status: 403, code: 'AccessDeniedException', message});
const unable = `Unable to assume role for ${names.role}.`;
const policyOf = (statement: object) =>
	JSON.stringify({
		...JSON.parse(openTrustPolicy),
		Statement: [{...JSON.parse(openTrustPolicy).Statement[0], ...statement}],
	});
const otherAnchor = names.anchor.replace('11111111', '99999999');
const otherProfile = names.profile.replace('aaaaaaaa', '99999999');

/** One fault for each stage and rule, in the service's order. */
const faults: readonly (readonly [
	title: string,
	stage: (typeof STAGES)[number],
	differsBy: SessionDiffersBy,
	refusal: object,
	rules: readonly string[],
])[] = [
	[
		'a member that is missing',
		'request',
		{parameters: {roleArn: undefined}},
		{
			status: 400,
			code: 'ValidationException',
			message:
				"1 validation error detected: Value null at 'roleArn' failed to satisfy constraint: Member must not be null",
		},
		['session-parameters'],
	],
	[
		'six certificates in the chain',
		'request',
		{request: {chain: Array.from({length: 6}, () => new Uint8Array([0x30, 0]))}},
		{status: 400, code: 'ValidationException'},
		['session-chain-length'],
	],
	[
		'a trust anchor that is not there',
		'trust-anchor',
		{parameters: {trustAnchorArn: otherAnchor}},
		denied("Specified Trust Anchor wasn't found."),
		['session-trust-anchor-found'],
	],
	[
		'a disabled trust anchor',
		'trust-anchor',
		{anchor: {isEnabled: false}},
		{status: 403, code: 'AccessDeniedException'},
		['session-trust-anchor-enabled'],
	],
	[
		'a signature that does not hold',
		'signature',
		{request: {signature: {isValid: false, reason: 'of a test'}}},
		denied('Invalid signature'),
		['session-signature'],
	],
	[
		'no certificate',
		'signature',
		{request: {certificate: undefined}},
		denied('Invalid signature'),
		['session-signature'],
	],
	[
		'a certificate that cannot be read',
		'signature',
		{request: {certificate: new Uint8Array([1, 2, 3])}},
		denied('Invalid signature'),
		['session-signature'],
	],
	['no chain', 'path', {request: {chain: []}}, denied('Untrusted signing certificate'), ['path-issuer-present']],
	[
		'a profile that is not there',
		'profile',
		{parameters: {profileArn: otherProfile}},
		denied('Invalid or empty profile provided.'),
		['session-profile-found'],
	],
	[
		'a disabled profile',
		'profile',
		{profile: {isEnabled: false}},
		denied('Invalid or empty profile provided.'),
		['session-profile-enabled'],
	],
	[
		'a profile without roles',
		'profile',
		{profile: {roleArns: []}},
		denied('Invalid or empty profile provided.'),
		['session-profile-has-roles'],
	],
	[
		'a role that the profile does not list, by its path alone',
		'role-in-profile',
		{parameters: {roleArn: names.role.replace('/app/', '/')}},
		denied("Requested Role isn't one of those listed in the Profile."),
		['session-role-in-profile'],
	],
	[
		'a role session name that the profile does not accept',
		'role-session-name',
		{parameters: {roleSessionName: 'me'}},
		denied('Not authorized to set roleSessionName.'),
		['session-role-session-name'],
	],
	['a role that is gone', 'assume-role', {account: {roles: []}}, denied(unable), ['session-role-found']],
	[
		'a trust policy without TagSession',
		'assume-role',
		{role: {trustPolicy: policyOf({Action: ['sts:AssumeRole', 'sts:SetSourceIdentity']})}},
		denied(unable),
		['session-role-trust'],
	],
	[
		'a trust policy that cannot be read',
		'assume-role',
		{role: {trustPolicy: '{'}},
		denied(unable),
		['session-role-trust'],
	],
	[
		'a session longer than the role allows',
		'assume-role',
		{profile: {durationSeconds: 3601}},
		denied(`${unable} The requested DurationSeconds exceeds the MaxSessionDuration set for this role.`),
		['session-duration'],
	],
];

describe('a refusal', () => {
	test.each(faults)('of %s', async (_title, stage, differsBy, refusal, rules) => {
		const decision = await decideWhere(differsBy);

		expect(decision).toMatchObject({outcome: 'refused', stage, refusal});
		expect(decision.outcome === 'refused' && decision.findings.map(({rule}) => rule)).toEqual(rules);
	});

	test('gives each finding its source, and the words of the service where they are known', async () => {
		const decision = await decideWhere({account: {roles: []}});

		expect(decision).toMatchObject({
			findings: [
				{
					at: 'roleArn',
					message: `There is no role ${names.role}.`,
					source: {url: expect.stringMatching(/^https:/), facts: expect.arrayContaining(['ERR-10'])},
					refusal: {code: 'AccessDeniedException', message: unable},
				},
			],
		});
	});

	test('leaves the words out of a finding where nobody recorded them', async () => {
		const decision = await decideWhere({anchor: {isEnabled: false}});

		expect(decision.outcome === 'refused' && decision.findings[0]).not.toHaveProperty('refusal');
	});

	test('shows control characters of the request instead of sending them on', async () => {
		const decision = await decideWhere({parameters: {roleArn: '\u001b]0;title\u0007'}});

		expect(JSON.stringify(decision)).not.toMatch(/\\u001b|\\u0007/);
	});
});

describe('the order of the stages', () => {
	const pairs = faults.flatMap((early, index) =>
		faults
			.slice(index + 1)
			.filter(late => STAGES.indexOf(early[1]) < STAGES.indexOf(late[1]))
			.map(late => [early[0], late[0], early, late] as const),
	);

	test.each(pairs)('%s comes before %s', async (_early, _late, early, late) => {
		const both = {
			request: {...late[2].request, ...early[2].request},
			parameters: {...late[2].parameters, ...early[2].parameters},
			anchor: {...late[2].anchor, ...early[2].anchor},
			profile: {...late[2].profile, ...early[2].profile},
			role: {...late[2].role, ...early[2].role},
			account: {...late[2].account, ...early[2].account},
		};

		expect(await decideWhere(both)).toMatchObject({outcome: 'refused', stage: early[1]});
	});
});

describe('every rule of a session', () => {
	test('stands behind a refusal', async () => {
		const cases = [...faults.map(fault => fault[2]), await presenting({subject: 'CN=John (E1)'}), await crowded()];
		const decisions = await Promise.all(cases.map(differsBy => decideWhere(differsBy)));
		const behind = decisions.flatMap(decision => (decision.outcome === 'refused' ? decision.findings : []));
		const seen = new Set(behind.map(({rule}) => rule));

		expect(sessionRules.map(({id}) => id).filter(id => !seen.has(id))).toEqual([]);
	});

	test('never throws, whatever the request and the account hold', async () => {
		const {request, account} = await sessionForTest();
		const bytes = fc.oneof(
			fc.uint8Array({maxLength: 64}),
			fc.constantFrom(request.certificate ?? new Uint8Array(), ...request.chain),
		);
		const parameters = fc.record(
			{
				...{profileArn: fc.constantFrom(names.profile, 'x'), roleArn: fc.constantFrom(names.role, {}, '')},
				...{trustAnchorArn: fc.constantFrom(names.anchor, null), durationSeconds: fc.anything()},
				...{roleSessionName: fc.anything(), other: fc.anything()},
			},
			{requiredKeys: ['profileArn', 'roleArn', 'trustAnchorArn']},
		);
		const chains = fc.array(bytes, {maxLength: 7});

		fc.assert(
			fc.property(
				parameters,
				bytes,
				chains,
				chains,
				fc.json(),
				(members, certificate, chain, certificates, trustPolicy) => {
					const changed = {...request, certificate, chain, parameters: members};
					const trustAnchors = [{arn: names.anchor, isEnabled: true, certificates}];
					const roles = [{arn: names.role, trustPolicy, maxSessionDuration: 3600}];

					expect(decide(changed, {...account, trustAnchors, roles}, testTime).outcome).toBe('refused');
				},
			),
		);
	});
});

describe('the end-entity certificate', () => {
	test.each([
		['has expired', {notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2026-05-31T23:59:59Z')}],
		['is not valid yet', {notBefore: new Date('2026-06-01T00:00:01Z')}],
	] as const)('that %s is refused after its path, before the profile', async (_case, differsBy) => {
		const decision = await decideWhere({...(await presenting(differsBy)), profile: {isEnabled: false}});

		expect(decision).toMatchObject({outcome: 'refused', stage: 'end-entity', refusal: {status: 403}});
		expect(decision.outcome === 'refused' && decision.findings.map(({rule}) => rule)).toContain(
			'path-end-entity-validity',
		);
	});

	test.each([
		['lacks a key usage', {keyUsage: 'absent'}],
		['may not sign', {keyUsage: ['keyEncipherment']}],
		['is of version 1', {version: 1}],
		['is a CA', {basicConstraints: {isCa: true}}],
		['is signed with SHA-1', {signature: 'sha1'}],
	] as const)('that %s is insufficient', async (_case, differsBy) => {
		expect(await decideWhere(await presenting(differsBy))).toMatchObject({
			outcome: 'refused',
			stage: 'end-entity',
			refusal: denied('Untrusted certificate. Insufficient certificate'),
		});
	});

	test('whose name cannot be a source identity is refused naming what could not be mapped', async () => {
		const decision = await decideWhere(await presenting({subject: 'CN=John (E1),O=Example'}));

		expect(decision).toMatchObject({
			stage: 'assume-role',
			refusal: denied(
				`${unable} Some attributes failed to be mapped into session tags. Issuer: [  ]; Subject: [ CN ]; SAN: [  ]`,
			),
		});
		expect(decision.outcome === 'refused' && decision.findings.map(({rule, severity}) => [rule, severity])).toEqual([
			['session-source-identity', 'error'],
			['session-tags-mapped', 'warning'],
		]);
	});

	test('with an issuer that cannot be mapped is let in where no condition asks for it, and not where one does', async () => {
		const {root} = await pki();
		const issuer = await issueForTest({role: 'issuer', subject: 'CN=A & B,O=Example', signedBy: root});
		const {der} = await issueForTest({signedBy: issuer});
		const request = {certificate: der, chain: [issuer.der]};
		const trustPolicy = policyOf({Condition: {StringEquals: {'aws:PrincipalTag/x509Issuer/CN': 'A & B'}}});

		expect(await decideWhere({request})).toMatchObject({outcome: 'allowed'});
		expect(await decideWhere({request, role: {trustPolicy}})).toMatchObject({
			outcome: 'refused',
			refusal: {message: expect.stringContaining('Issuer: [ CN ]; Subject: [  ]; SAN: [  ]')},
		});
	});
});

describe('an allowed session', () => {
	test('carries what the certificate makes of it', async () => {
		const {endEntity} = await pki();
		const serial = endEntity.certificate.serial.hex;

		expect(await decideWhere({})).toEqual({
			outcome: 'allowed',
			session: {
				roleArn: names.role,
				assumedRoleArn: `arn:aws:sts::111122223333:assumed-role/Uploader/${serial}`,
				sessionName: serial,
				sourceIdentity: 'CN=host.example.com',
				principalTags: {
					'x509Subject/O': 'Example',
					'x509Subject/CN': 'host.example.com',
					'x509Issuer/O': 'Example',
					'x509Issuer/CN': 'Test Issuing',
					'x509SAN/DNS': 'host.example.com',
				},
				durationSeconds: 3600,
				packedPolicySize: expect.any(Number),
			},
		});
	});

	test('takes the name that the request sets where the profile accepts one', async () => {
		const decision = await decideWhere({parameters: {roleSessionName: 'me@x'}, profile: {acceptRoleSessionName: true}});

		expect(decision).toMatchObject({session: {sessionName: 'me@x', assumedRoleArn: expect.stringMatching(/\/me@x$/)}});
	});

	test('keeps the serial number as name where the profile would accept another and none is set', async () => {
		const {endEntity} = await pki();
		const decision = await decideWhere({profile: {acceptRoleSessionName: true}});

		expect(decision).toMatchObject({session: {sessionName: endEntity.certificate.serial.hex}});
	});

	test.each([
		[3600, undefined, 3600],
		[3600, 900, 900],
		[900, 3600, 900],
		[43_200, 43_200, 43_200],
	])('lasts the shorter of profile %i and request %s: %i', async (durationSeconds, requested, expected) => {
		const decision = await decideWhere({
			profile: {durationSeconds},
			parameters: {durationSeconds: requested},
			role: {maxSessionDuration: 43_200},
		});

		expect(decision).toMatchObject({session: {durationSeconds: expected}});
	});

	test('needs no chain when the anchor itself signed the certificate', async () => {
		const {directEndEntity} = await pki();

		expect(await decideWhere({request: {certificate: directEndEntity.der, chain: []}})).toMatchObject({
			outcome: 'allowed',
		});
	});
});

describe('a request of which not all was seen', () => {
	test('leads to a trust anchor whose certificates nobody sees, unless its own certificate is unfit', async () => {
		const unseen = {certificates: 'unseen'} as const;
		const {request} = await presenting({keyUsage: ['keyEncipherment']});

		expect(await decideWhere({anchor: unseen})).toMatchObject({outcome: 'allowed'});
		expect(await decideWhere({anchor: unseen, request: {chain: []}})).toMatchObject({outcome: 'allowed'});
		expect(await decideWhere({anchor: unseen, ...(request && {request})})).toMatchObject({stage: 'end-entity'});
	});

	test.each([
		['nothing', {}, undefined],
		['its form', {parameters: {roleArn: undefined}}, 'request'],
		['the trust anchor', {anchor: {isEnabled: false}}, 'trust-anchor'],
		['the profile', {profile: {isEnabled: false}}, 'profile'],
		['the role', {account: {roles: []}}, undefined],
	] as const)('without a certificate is refused for %s', async (_title, differsBy, stage) => {
		const {request, account} = await sessionForTest(differsBy);
		const refused = decideWithoutCertificate({...request, certificate: undefined}, account);

		expect(refused?.stage).toBe(stage);
	});
});
