import fc from 'fast-check';
import {expect, test} from 'vitest';
import {Crl} from '../../../src/pki/crl/crl.ts';
import {listRevoked} from '../../support/hierarchy.ts';
import {pathKeys, pathNames} from '../../support/path-question.ts';

const der = listRevoked({issuer: pathNames.ca, signer: pathKeys.ca, number: 300, revoked: [{serial: 5, reason: 4}]});

test('a list is read with its entries', () => {
	const crl = Crl.read(der);
	expect(crl.ok && crl.value.crlNumber).toMatchObject({state: 'present', value: 300n});
	expect(crl.ok && crl.value.entriesFor('05')).toMatchObject([{reason: 'superseded'}]);
	expect(crl.ok && crl.value.entriesFor('06')).toEqual([]);
});

test('no bytes throw', () => {
	fc.assert(
		fc.property(fc.nat(der.length - 1), fc.nat(255), (index, octet) => {
			const changed = Uint8Array.from(der);
			changed[index] = octet;
			const crl = Crl.read(changed);
			return crl.ok
				? [crl.value.entries, crl.value.crlNumber, crl.value.deltaBase, crl.value.issuingDistributionPoint].length === 4
				: crl.problem.message.length > 0;
		}),
		{numRuns: 500},
	);
});
