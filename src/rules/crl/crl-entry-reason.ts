import {rfc5280} from '../citation.ts';
import type {CrlToImport} from '../crl-to-import.ts';
import {defineRule, type Shortcoming} from '../rule.ts';

const AT = 'revokedCertificates';

export default defineRule<CrlToImport>({
	id: 'crl-entry-reason',
	severity: 'warning',
	title: 'Every entry of the list revokes for good.',
	why: 'removeFromCRL has a meaning in delta lists alone, and whether the service tells a certificate on hold from a revoked one is not documented.',
	fix: 'Leave out certificates that are not to be revoked, and make the list again: openssl ca -gencrl',
	source: rfc5280('5.3.1', '2026-11-22', ['CRL-05', 'CRL-07']),
	examples: {fails: 'revoked = 1\nreason = removeFromCRL', passes: 'revoked = 1\nreason = keyCompromise'},
	appliesTo: ({crl}) => crl.deltaBase.state === 'absent',
	check({crl}) {
		const entries = crl.entries.ok ? crl.entries.value : [];
		const removed = entries.filter(({reason}) => reason === 'removeFromCRL').length;
		const held = entries.filter(({reason}) => reason === 'certificateHold').length;
		return [
			...(removed > 0 ? [{at: AT, message: `Of its entries ${removed} have the reason removeFromCRL.`}] : []),
			...(held > 0
				? [{at: AT, severity: 'notice', message: `Of its entries ${held} are on hold.`} satisfies Shortcoming]
				: []),
		];
	},
});
