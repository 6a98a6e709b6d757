import {expect, test} from 'vitest';
import {Crl} from '../../../src/pki/crl/crl.ts';
import rule from '../../../src/rules/crl/crl-version.ts';
import {runRule} from '../../../src/rules/run.ts';
import {hierarchyTime, listRevoked} from '../../support/hierarchy.ts';
import {pathKeys, pathNames} from '../../support/path-question.ts';

test('crl-version passes version 2', () => {
	const crl = Crl.read(listRevoked({issuer: pathNames.ca, signer: pathKeys.ca}));
	expect(crl.ok && runRule(rule, {crl: crl.value, at: hierarchyTime}).findings).toEqual([]);
});
