import {userGuide} from '../citation.ts';
import {defineRule, type Shortcoming} from '../rule.ts';

export default defineRule<{readonly problems: readonly Shortcoming[]}>({
	id: 'session-parameters',
	severity: 'error',
	title: 'Every member of a session request has the form that the service takes.',
	why: 'The service looks at nothing else while a member is missing or malformed.',
	fix: 'Correct the member; ARNs are copied best from the answer that created the resource.',
	source: userGuide('authentication-create-session', 'CreateSession API', '2026-11-22', [
		'WIRE-03',
		'API-03',
		'RSN-01',
		'DUR-01',
		'ERR-15',
	]),
	refusal: {code: 'ValidationException', message: 'validation error'},
	examples: {
		fails: '{"problems": [{"at": "roleArn", "message": "Member must not be null"}]}',
		passes: '{"problems": []}',
	},
	appliesTo: () => true,
	check: ({problems}) => problems,
});
