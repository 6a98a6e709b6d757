import {printable} from '../../printable.ts';
import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<{readonly unmapped: readonly string[]}>({
	id: 'session-tags-mapped',
	severity: 'warning',
	title: 'Every attribute that the profile maps can become a session tag.',
	why: 'An attribute that STS does not take leaves no tag, so a condition on it fails.',
	fix: 'Remove the mapping, relax the condition on it, or issue the certificate again without the character.',
	source: userGuide('attribute-mapping', 'Certificate attribute mapping', '2026-11-22', ['TAG-05', 'TAG-06', 'ERR-12']),
	refusal: {code: 'AccessDeniedException', message: 'Some attributes failed to be mapped into session tags.'},
	examples: {fails: '{"unmapped": ["subject O"]}', passes: '{"unmapped": []}'},
	appliesTo: () => true,
	check: ({unmapped}) =>
		unmapped.map(attribute => ({
			at: 'certificate',
			message: `${printable(attribute)} holds characters that a session tag cannot, or more than 256.`,
		})),
});
