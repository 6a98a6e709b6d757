import fc from 'fast-check';
import {expect, test} from 'vitest';
import {lint} from '../../src/index.ts';
import {issueForTest, pki, testTime} from '../support/certificates.ts';

test('the library judges the things in one file', async () => {
	const bad = await issueForTest({keyUsage: ['keyEncipherment']});
	const {files, counts} = lint(Buffer.from(bad.pem), {at: testTime, path: 'host.pem'});
	expect(files).toMatchObject([{path: 'host.pem', items: [{kind: 'certificate', role: 'end-entity'}]}]);
	expect(files[0]?.items[0]?.findings.map(({rule}) => rule)).toContain('ee-digital-signature');
	expect(counts.error).toBe(1);
});

test('the library judges as what it is told, now unless told', async () => {
	const {root} = await pki();
	const late = await issueForTest({role: 'anchor', notAfter: new Date('2026-05-02T00:00:00Z')});
	const rulesOf = (pem: string, as: 'anchor' | 'end-entity') =>
		lint(Buffer.from(pem), {as}).files.flatMap(({items}) =>
			items.flatMap(({findings}) => findings.map(({rule}) => rule)),
		);
	expect(rulesOf(root.pem, 'end-entity')).toContain('ee-basic-constraints');
	expect(rulesOf(late.pem, 'anchor')).toContain('anchor-valid-now');
});

test('the library takes any bytes', () => {
	fc.assert(
		fc.property(fc.uint8Array({maxLength: 400}), bytes => {
			expect(lint(bytes, {at: testTime}).files).toHaveLength(1);
		}),
	);
});
