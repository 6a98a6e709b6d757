import {printable} from '../../printable.ts';
import {defineRule} from '../rule.ts';
import type {SessionCommand} from '../session-command.ts';
import {createSession} from './sources.ts';

export default defineRule<SessionCommand>({
	id: 'order-session-name',
	severity: 'error',
	title: 'A name for the session has 2 to 64 characters, each a letter, a digit or one of _+=,.@-.',
	why: 'The name becomes part of an ARN; others are refused with a validation error.',
	fix: 'Choose another name, or leave --role-session-name out: sessions are then named after the serial number.',
	source: createSession(['RSN-01', 'ERR-15']),
	examples: {fails: '{"order": {"roleSessionName": "host 7"}}', passes: '{"order": {"roleSessionName": "host-7"}}'},
	appliesTo: ({order}) => order.roleSessionName !== undefined,
	check: ({order: {roleSessionName = ''}}) =>
		/^[\w+=,.@-]{2,64}$/.test(roleSessionName)
			? []
			: [{at: '--role-session-name', message: `"${printable(roleSessionName)}" cannot name a session.`}],
});
