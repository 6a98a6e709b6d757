import {printable} from '../../printable.ts';
import type {LookedAtAccount} from '../account-subject.ts';
import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<LookedAtAccount>({
	id: 'account-crl-enabled',
	severity: 'notice',
	title: 'An imported list that names the certificate as revoked is enabled.',
	why: 'A list that is not enabled is not consulted: the certificate is good for sessions until somebody enables it.',
	fix: 'Enable the list if the certificate is revoked: aws rolesanywhere enable-crl --crl-id ID; otherwise import one without it.',
	source: userGuide('trust-model', 'Certificate revocation', '2026-11-22', ['CRL-01', 'CRL-06']),
	examples: {
		fails: '{"disabledListsThatRevoke": ["revoked hosts"]}',
		passes: '{"disabledListsThatRevoke": []}',
	},
	appliesTo: ({disabledListsThatRevoke}) => disabledListsThatRevoke !== undefined,
	check: ({disabledListsThatRevoke = []}) =>
		disabledListsThatRevoke.map(name => ({
			at: 'crls',
			message: `The list ${printable(name)} names the certificate as revoked and is not enabled.`,
		})),
});
