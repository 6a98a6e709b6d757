import {describe, expect, test} from 'vitest';
import type {Answers} from '../../src/wizard/answers.ts';
import {settle} from '../../src/wizard/settle.ts';

const ENOUGH: Answers = {rehearse: true, subject: 'CN=build-17', passphrase: {from: 'nowhere'}, permissions: 'none'};

const missingIds = (answers: Answers) => settle(answers, {}).missing.map(({id}) => id);

describe('settle', () => {
	test('assumes all that grants nothing', () => {
		const {answers, missing, wrong, unused, origins} = settle(ENOUGH, {});

		expect({missing, wrong, unused}).toEqual({missing: [], wrong: [], unused: []});
		expect(answers).toEqual({
			...ENOUGH,
			part: 'all',
			region: 'us-east-1',
			name: 'anchorsmith',
			issuerSource: 'new',
			issuerName: 'anchorsmith',
			issuerSubject: 'CN=anchorsmith CA',
			issuerAlgorithm: 'p256',
			issuerDays: 3650,
			withIssuing: false,
			certificateSource: 'new',
			certificateName: 'anchorsmith',
			algorithm: 'p256',
			days: 365,
			trustAnchorName: 'anchorsmith',
			roleSource: 'new',
			roleName: 'anchorsmith',
			trustScope: 'certificate',
			rolesAnywhereProfile: 'anchorsmith',
			sessionDuration: 3600,
			cliProfile: 'anchorsmith',
			helper: 'own',
		});
		expect(origins.get('region')).toBe('usual in rehearsals');
	});

	test('lists all that is missing at once, and never assumes what grants access', () => {
		expect(missingIds({})).toEqual(['region', 'passphrase', 'subject', 'permissions']);
	});

	test('takes the region from what was detected, saying so', () => {
		const {answers, origins} = settle({}, {region: {value: 'eu-west-1', origin: 'from AWS_REGION'}});

		expect(answers.region).toBe('eu-west-1');
		expect(origins.get('region')).toBe('from AWS_REGION');
	});

	test('a certificate of an authority means that authority', () => {
		const {answers} = settle({issuerCertificate: 'ca.pem'}, {});

		expect(answers).toMatchObject({issuerSource: 'existing', certificateSource: 'existing'});
		expect(missingIds({...ENOUGH, issuerCertificate: 'ca.pem'})).toEqual(['certificate', 'private-key']);
	});

	test('an authority whose key is here can issue here', () => {
		const answers: Answers = {...ENOUGH, issuerCertificate: 'ca.pem', issuerPrivateKey: 'ca-key.pem'};

		expect(settle(answers, {}).answers.certificateSource).toBe('new');
		expect(missingIds(answers)).toEqual([]);
	});

	test('a policy that is given is permission enough', () => {
		const {permissions: _dropped, ...answers} = ENOUGH;

		expect(settle({...answers, permissionsPolicy: 'p.json'}, {}).answers.permissions).toBe('inline');
		expect(settle({...answers, managedPolicy: ['arn:aws:iam::aws:policy/A']}, {}).answers.permissions).toBe('managed');
		expect(missingIds({...answers, permissions: 'inline-and-managed'})).toEqual([
			'permissions-policy',
			'managed-policy',
		]);
	});

	test('says which answers are of no use, and drops them', () => {
		const {answers, unused} = settle({...ENOUGH, certificate: 'c.pem', certificateSource: 'new'}, {});

		expect(unused.map(({id}) => id)).toEqual(['certificate']);
		expect(answers).not.toHaveProperty('certificate');
	});

	test('the administrator is asked for nothing of certificates but whom the role lets in', () => {
		expect(missingIds({part: 'aws', region: 'eu-central-1', issuerCertificate: 'ca.pem', permissions: 'none'})).toEqual(
			['trusted-subject'],
		);
		const {answers} = settle({...ENOUGH, part: 'aws'}, {});
		expect(answers).toMatchObject({certificateSource: 'later', trustedSubject: 'CN=build-17'});
		expect(answers).not.toHaveProperty('cliProfile');
		expect(answers).not.toHaveProperty('days');
	});

	test('the owner of the authority is asked for nothing of AWS', () => {
		expect(missingIds({part: 'pki'})).toEqual(['passphrase']);
		const {answers} = settle({...ENOUGH, part: 'pki', request: 'request.csr'}, {});
		expect(answers).toMatchObject({certificateSource: 'csr', request: 'request.csr', days: 365});
		for (const key of ['region', 'roleName', 'permissions', 'cliProfile', 'subject', 'algorithm']) {
			expect(answers).not.toHaveProperty(key);
		}
	});

	test('the operator is asked for certificate, key and three ARNs, or for what a request says', () => {
		expect(missingIds({part: 'machine'})).toEqual([
			'certificate',
			'private-key',
			'trust-anchor-arn',
			'profile-arn',
			'role-arn',
		]);
		expect(missingIds({part: 'machine', certificateSource: 'later'})).toEqual(['subject']);
		const trustAnchorArn = 'arn:aws:rolesanywhere:eu-central-1:111122223333:trust-anchor/x';
		expect(settle({trustAnchorArn}, {}).answers.part).toBe('machine');
	});

	test.each([
		['aws', 'new'],
		['aws', 'existing'],
		['pki', 'existing'],
		['machine', 'new'],
		['machine', 'csr'],
	] as const)('with the part %s a certificate cannot be %s', (part, certificateSource) => {
		const {wrong} = settle({part, certificateSource}, {});

		expect(wrong.map(({step, problem}) => [step.id, problem])).toEqual([
			['certificate-source', expect.stringContaining(`With --part ${part} it should be `)],
		]);
	});

	test('says all that is wrong', () => {
		const {wrong} = settle({...ENOUGH, name: 'a b', sessionDuration: 5}, {});

		expect(wrong.map(({step}) => step.id)).toEqual(['setup-name', 'session-duration']);
	});
});
