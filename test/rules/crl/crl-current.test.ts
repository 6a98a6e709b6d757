import {describe, expect, test} from 'vitest';
import {Crl} from '../../../src/pki/crl/crl.ts';
import rule from '../../../src/rules/crl/crl-current.ts';
import {runRule} from '../../../src/rules/run.ts';
import {type CrlFields, hierarchyTime, listRevoked} from '../../support/hierarchy.ts';
import {pathKeys, pathNames} from '../../support/path-question.ts';

function judge(fields: Partial<CrlFields>) {
	const crl = Crl.read(listRevoked({issuer: pathNames.ca, signer: pathKeys.ca, ...fields}));
	return crl.ok
		? runRule(rule, {crl: crl.value, at: hierarchyTime}).findings.map(({message}) => message)
		: ['unreadable'];
}

describe(rule.id, () => {
	test('passes a list that keeps it', () => {
		expect(judge({})).toEqual([]);
	});

	test('tells of one that does not', () => {
		expect(judge({nextUpdate: new Date('2026-05-30T00:00:00Z')})).toEqual([
			expect.stringContaining(
				'The list expired at 2026-05-30T00:00:00Z, and the time asked about is 2026-06-01T00:00:00Z.',
			),
		]);
	});
});
