import {expect, test} from 'vitest';
import rule from '../../../src/rules/certificate/anchor-size.ts';
import {runRule} from '../../../src/rules/run.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';
import {issueForTest} from '../../support/certificates.ts';
import * as der from '../../support/der.ts';

describeCertificateRule(rule, [
	['a usual one', {role: 'anchor'}, 'passed'],
	[
		'a very long one',
		{role: 'anchor', moreExtensions: [der.extension('1.2.3.4', false, new Uint8Array(12_000))]},
		'failed',
		expect.stringMatching(/^Its PEM has 1\d{4} characters\.$/),
	],
	['an issuer', {role: 'issuer'}, 'not-applicable'],
]);

test('the length is that of the PEM', async () => {
	const moreExtensions = [der.extension('1.2.3.4', false, new Uint8Array(12_001))];
	const anchor = await issueForTest({role: 'anchor', moreExtensions});
	const [finding] = runRule(rule, anchor).findings;
	expect(finding?.message).toBe(`Its PEM has ${anchor.pem.length} characters.`);
});
