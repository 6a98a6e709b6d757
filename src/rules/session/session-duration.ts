import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<{readonly durationSeconds: number; readonly maxSessionDuration: number}>({
	id: 'session-duration',
	severity: 'error',
	title: 'The session lasts no longer than the role allows.',
	why: 'The shorter of what request and profile ask for must be within the role; it is refused rather than shortened.',
	fix: 'Ask for a shorter session, or raise the maximum session duration of the role.',
	source: userGuide('authentication-create-session', 'CreateSession API', '2026-11-22', ['DUR-01', 'DUR-02', 'ERR-11']),
	refusal: {
		code: 'AccessDeniedException',
		message: 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
	},
	examples: {
		fails: '{"durationSeconds": 43200, "maxSessionDuration": 3600}',
		passes: '{"durationSeconds": 3600, "maxSessionDuration": 3600}',
	},
	appliesTo: () => true,
	check: ({durationSeconds, maxSessionDuration}) =>
		durationSeconds <= maxSessionDuration
			? []
			: [
					{
						at: 'durationSeconds',
						message: `The session would last ${durationSeconds} seconds; the role allows ${maxSessionDuration}.`,
					},
				],
});
