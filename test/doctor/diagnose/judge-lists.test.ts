import {expect, test} from 'vitest';
import {judgeLists} from '../../../src/doctor/diagnose/judge-lists.ts';
import {absent, seen} from '../../../src/doctor/evidence/look.ts';
import {revocationListPem} from '../../support/revocation-list.ts';

const list = {
	id: '1',
	arn: 'arn',
	name: 'revoked',
	isEnabled: true,
	trustAnchorArn: 'arn',
	data: Buffer.from(revocationListPem([5])).toString('base64'),
};
const late = new Date('2099-01-01T00:00:00Z');

test('a list that has ended is a warning, while it is enabled', () => {
	expect(judgeLists({crls: seen([list])}, late)).toMatchObject([{rule: 'crl-current', severity: 'warning'}]);
	expect(judgeLists({crls: seen([{...list, isEnabled: false}])}, late)).toEqual([]);
	expect(judgeLists({crls: seen([{...list, data: 'MAA='}])}, late)).toEqual([]);
	expect(judgeLists({crls: absent}, late)).toEqual([]);
});
