import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<{readonly count: number; readonly maximum: number}>({
	id: 'session-tag-count',
	severity: 'error',
	title: 'The certificate maps to no more session tags than STS takes.',
	why: 'STS takes at most 50 tags in a session.',
	fix: 'Map fewer attributes in the profile.',
	source: userGuide('attribute-mapping', 'Certificate attribute mapping', '2026-11-22', ['TAG-05']),
	refusal: {code: 'AccessDeniedException', message: 'Unable to assume role for'},
	examples: {fails: '{"count": 51, "maximum": 50}', passes: '{"count": 50, "maximum": 50}'},
	appliesTo: () => true,
	check: ({count, maximum}) =>
		count <= maximum
			? []
			: [{at: 'attributeMappings', message: `${count} attributes are mapped; STS takes ${maximum}.`}],
});
