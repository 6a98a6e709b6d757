import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<{readonly roleSessionName: string | undefined; readonly acceptRoleSessionName: boolean}>({
	id: 'session-role-session-name',
	severity: 'error',
	title: 'A session request sets a role session name only where the profile accepts one.',
	why: 'A profile accepts role session names only when acceptRoleSessionName is on, which it is not by default.',
	fix: 'Leave the role session name out, or update the profile to accept it.',
	source: userGuide('authentication-create-session', 'CreateSession API', '2026-11-22', ['RSN-01', 'ERR-09']),
	refusal: {code: 'AccessDeniedException', message: 'Not authorized to set roleSessionName.'},
	examples: {
		fails: '{"roleSessionName": "build-7", "acceptRoleSessionName": false}',
		passes: '{"roleSessionName": "build-7", "acceptRoleSessionName": true}',
	},
	appliesTo: ({roleSessionName}) => roleSessionName !== undefined,
	check: ({acceptRoleSessionName}) =>
		acceptRoleSessionName ? [] : [{at: 'roleSessionName', message: 'The profile does not accept role session names.'}],
});
