import {printable} from '../../printable.ts';
import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<{readonly sourceIdentity: string; readonly problem: string | undefined}>({
	id: 'session-source-identity',
	severity: 'error',
	title: 'The source identity that comes from the certificate is one that STS can set.',
	why: 'Every session carries a source identity made from the common name; without a good one the role is not assumed.',
	fix: 'Issue the certificate again with a common name of letters, digits and _.=+-@ that is at most 64 characters long.',
	source: userGuide('trust-model', 'Role trusts', '2026-11-22', ['SID-01', 'SID-02', 'EE-10', 'EE-11', 'ERR-10']),
	refusal: {code: 'AccessDeniedException', message: 'Unable to assume role for'},
	examples: {
		fails: '{"sourceIdentity": "CN=host (old)", "problem": "holds characters that STS does not take"}',
		passes: '{"sourceIdentity": "CN=host"}',
	},
	appliesTo: () => true,
	check: ({sourceIdentity, problem}) =>
		problem === undefined
			? []
			: [{at: 'certificate.subject', message: `Source identity ${printable(sourceIdentity)} ${problem}.`}],
});
