import {describe, expect, test} from 'vitest';
import {wantedTrust} from '../../../src/setup/trust.ts';
import type {Answers} from '../../../src/wizard/answers.ts';
import {previewTrust} from '../../../src/wizard/previews/trust-preview.ts';
import {issueForTest} from '../../support/certificates.ts';

const ANSWERS: Answers = {
	issuerSource: 'new',
	issuerSubject: 'CN=Build hosts CA,O=Example',
	certificateSource: 'new',
	subject: 'CN=build-17,O=Example',
	trustScope: 'certificate',
};

describe('previewTrust', () => {
	test('shows the policy that a set-up writes, before anything exists', () => {
		const preview = previewTrust({answers: ANSWERS, accountId: '111122223333'});
		const {shown} = wantedTrust(
			{
				issuer: {source: 'new', subject: 'CN=Build hosts CA,O=Example', withIssuing: false},
				endEntity: {source: 'new', subject: 'CN=build-17,O=Example'},
				trustScope: 'certificate',
			},
			{trustAnchorArn: '(the new trust anchor)'},
			{accountId: '111122223333'},
		);

		expect(preview).toMatchObject({warnings: []});
		expect(preview && 'policy' in preview ? JSON.parse(preview.policy) : undefined).toEqual(JSON.parse(shown));
	});

	test('says in words who may assume the role', () => {
		expect(previewTrust({answers: ANSWERS})).toMatchObject({
			sentences: [
				'Certificates with the name CN=build-17, issued by CN=Build hosts CA, may assume the role.',
				expect.stringContaining('trust anchor'),
			],
		});
	});

	test('warns when every certificate of the authority may', () => {
		expect(previewTrust({answers: {...ANSWERS, trustScope: 'issuer', withIssuing: true}})).toMatchObject({
			sentences: [
				'Every certificate issued by CN=Build hosts CA issuing may assume the role.',
				expect.stringContaining('trust anchor'),
			],
			warnings: [expect.stringContaining('Every certificate of this authority')],
		});
	});

	test('takes the names from certificates that exist', async () => {
		const {certificate} = await issueForTest({subject: 'CN=host-9'});
		const answers = {certificateSource: 'existing', issuerSource: 'new', issuerSubject: 'CN=other'} as const;
		expect(previewTrust({answers, certificate})).toMatchObject({
			sentences: [expect.stringContaining('CN=host-9, issued by'), expect.anything()],
		});
	});

	test('says why no policy can name a subject, and what to do', () => {
		expect(previewTrust({answers: {...ANSWERS, subject: 'O=Example'}})).toMatchObject({
			message: expect.stringContaining('there is no common name'),
			next: [expect.any(String), expect.stringContaining('--trust-scope issuer')],
		});
	});

	test('waits until the answers say enough', () => {
		expect(previewTrust({answers: {}})).toBeUndefined();
		expect(previewTrust({answers: {...ANSWERS, issuerSource: 'existing'}})).toBeUndefined();
	});
});
