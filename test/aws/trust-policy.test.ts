import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {scopedTrustPolicy} from '../../src/aws/trust-policy.ts';
import {validatePolicyDocument} from '../../src/decide/policy/document.ts';
import {judgeTrustPolicy} from '../../src/decide/policy/trust.ts';

const anchorOf = (uuid: string) => `arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/${uuid}`;
const scope = {
	trustAnchorArn: anchorOf('11111111-2222-4333-8444-555555555555'),
	accountId: '111122223333',
	subjectCommonName: 'host.example.com',
	issuerCommonName: 'Build hosts CA',
};

function isLetIn(
	policy: string,
	{trustAnchorArn, accountId, subjectCommonName, issuerCommonName}: typeof scope,
): boolean {
	const principalTags = {'x509Subject/CN': subjectCommonName, 'x509Issuer/CN': issuerCommonName};
	const session = {sourceIdentity: `CN=${subjectCommonName}`, sessionName: '01', at: new Date('2026-06-01T00:00:00Z')};
	return judgeTrustPolicy(policy, {...session, trustAnchorArn, accountId, principalTags}).isAllowed;
}

describe('a scoped trust policy', () => {
	test('names the anchor, the account, the subject and the issuer', () => {
		const {policy, omitted} = scopedTrustPolicy(scope);

		expect(omitted).toEqual([]);
		expect(validatePolicyDocument(policy, 'trust')).toEqual([]);
		expect(JSON.parse(policy)).toEqual({
			Version: '2012-10-17',
			Statement: [
				{
					Effect: 'Allow',
					Principal: {Service: 'rolesanywhere.amazonaws.com'},
					Action: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
					Condition: {
						ArnEquals: {'aws:SourceArn': scope.trustAnchorArn},
						StringEquals: {
							'aws:SourceAccount': '111122223333',
							'aws:PrincipalTag/x509Subject/CN': 'host.example.com',
							'aws:PrincipalTag/x509Issuer/CN': 'Build hosts CA',
						},
					},
				},
			],
		});
	});

	test('lets in the certificate and anchor that it was made for, and no other subject, issuer, anchor or account', () => {
		const name = fc.stringMatching(/^[A-Za-z0-9 _.:/=+@-]{1,64}$/);
		const digits = fc.stringMatching(/^\d{12}$/);
		const scopes = fc.record({
			trustAnchorArn: fc.uuid().map(anchorOf),
			accountId: digits,
			subjectCommonName: name,
			issuerCommonName: name,
		});
		const members = fc.constantFrom('trustAnchorArn', 'accountId', 'subjectCommonName', 'issuerCommonName');

		fc.assert(
			fc.property(scopes, scopes, members, (made, other, member) => {
				const {policy} = scopedTrustPolicy(made);
				expect(isLetIn(policy, made)).toBe(true);

				fc.pre(made[member] !== other[member]);
				expect(isLetIn(policy, {...made, [member]: other[member]})).toBe(false);
			}),
		);
	});

	test('leaves out and names conditions that no session could meet', () => {
		const {policy, omitted} = scopedTrustPolicy({...scope, subjectCommonName: undefined, issuerCommonName: 'A & B'});

		expect(omitted).toEqual([
			{key: 'aws:PrincipalTag/x509Subject/CN', reason: 'no-common-name'},
			{key: 'aws:PrincipalTag/x509Issuer/CN', reason: 'unmappable'},
		]);
		expect(JSON.parse(policy).Statement[0].Condition).toEqual({
			ArnEquals: {'aws:SourceArn': scope.trustAnchorArn},
			StringEquals: {'aws:SourceAccount': '111122223333'},
		});
	});
});
