import {describe, expect, test} from 'vitest';
import {certificateTemplates} from '../../../src/pki/issuing/certificate-template.ts';
import type {BrokenRule} from '../../../src/pki/issuing/certify.ts';
import {issueEndEntity} from '../../../src/pki/issuing/end-entity.ts';
import {createIssuers} from '../../../src/pki/issuing/issuer.ts';
import {issuingForTest} from '../../support/issuing.ts';

const {root} = await createIssuers({subject: 'CN=Build CA'}, issuingForTest);

function issueJudged(findings: readonly BrokenRule[]) {
	return issueEndEntity({subject: 'CN=host\\, 1'}, root, {...issuingForTest, judge: () => findings});
}

const error: BrokenRule = {rule: 'one', severity: 'error', message: 'This is wrong.', fix: 'Mend this.'};

describe('what is made is judged', () => {
	test('and refused with every rule that it would break, and each way out once', async () => {
		const other = {...error, rule: 'two', message: 'That too.'};
		const third = {...error, rule: 'three', message: 'And that.', fix: 'Mend that.'};

		await expect(issueJudged([error, other, third])).rejects.toMatchObject({
			code: 'RULE_BROKEN',
			message:
				'No certificate for CN=host\\, 1 is made, since it would break a rule: This is wrong. (one) That too. (two) And that. (three)',
			next: ['Mend this.', 'Mend that.'],
		});
	});

	test('and made all the same when there are only warnings', async () => {
		const {certificate} = await issueJudged([
			{...error, severity: 'warning'},
			{...error, severity: 'notice'},
		]);

		expect(certificate.subject.first('CN')).toBe('host, 1');
	});

	test('in the role that it has, at the time of issuing', async () => {
		const roles: string[] = [];
		const judge = ({role, at}: {readonly role: string; readonly at: Date}) => {
			roles.push(`${role} ${at.toISOString()}`);
			return [];
		};
		const issuers = await createIssuers({subject: 'CN=a', issuing: {subject: 'CN=b'}}, {...issuingForTest, judge});
		await issueEndEntity({subject: 'CN=c'}, issuers.issuing ?? issuers.root, {...issuingForTest, judge});

		expect(roles).toEqual(['anchor', 'issuer', 'end-entity'].map(role => `${role} 2026-06-01T00:00:00.000Z`));
	});
});

test('templates name uses and purposes that a certificate can have', () => {
	expect(certificateTemplates).toEqual({
		root: {role: 'issuer', days: 3650, pathLength: 0, keyUsage: ['keyCertSign', 'cRLSign'], extendedKeyUsage: []},
		issuing: {role: 'issuer', days: 1825, pathLength: 0, keyUsage: ['keyCertSign', 'cRLSign'], extendedKeyUsage: []},
		endEntity: {
			role: 'end-entity',
			days: 365,
			keyUsage: ['digitalSignature'],
			extendedKeyUsage: ['1.3.6.1.5.5.7.3.2'],
		},
	});
});
