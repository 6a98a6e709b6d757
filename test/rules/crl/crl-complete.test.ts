import {describe, expect, test} from 'vitest';
import {Crl} from '../../../src/pki/crl/crl.ts';
import rule from '../../../src/rules/crl/crl-complete.ts';
import {runRule} from '../../../src/rules/run.ts';
import {type CrlFields, hierarchyTime, issuingDistributionPoint, listRevoked} from '../../support/hierarchy.ts';
import {pathKeys, pathNames} from '../../support/path-question.ts';

function judge(fields: Partial<CrlFields>) {
	const crl = Crl.read(listRevoked({issuer: pathNames.ca, signer: pathKeys.ca, ...fields}));
	return crl.ok
		? runRule(rule, {crl: crl.value, at: hierarchyTime}).findings.map(({message}) => message)
		: ['unreadable'];
}

describe(rule.id, () => {
	test('passes a list that keeps it', () => {
		expect(judge({revoked: [{serial: 1}]})).toEqual([]);
	});

	test('tells of one that does not', () => {
		expect(judge({revoked: [{serial: 1}], extensions: [issuingDistributionPoint({onlyUser: true})]})).toEqual([
			expect.stringContaining('It has a limited scope (issuingDistributionPoint).'),
		]);
	});
});
