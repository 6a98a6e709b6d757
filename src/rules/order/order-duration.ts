import {printable} from '../../printable.ts';
import {defineRule} from '../rule.ts';
import type {SessionCommand} from '../session-command.ts';
import {createSession} from './sources.ts';

export default defineRule<SessionCommand>({
	id: 'order-duration',
	severity: 'error',
	title: 'The session is to last from 900 to 43200 seconds.',
	why: 'Others are refused with a validation error; a unit such as 1h is no number.',
	fix: 'Give --session-duration a number of seconds from 900 to 43200, or leave it out. Up to 3600 suits every role.',
	source: createSession(['DUR-01', 'DUR-02', 'DUR-03', 'ERR-15']),
	examples: {fails: '{"order": {"sessionDuration": "60"}}', passes: '{"order": {"sessionDuration": "3600"}}'},
	appliesTo: ({order}) => order.sessionDuration !== undefined,
	check({order: {sessionDuration = ''}}) {
		const isNumber = /^\d{1,9}$/.test(sessionDuration);
		const seconds = Number(sessionDuration);
		return isNumber && seconds >= 900 && seconds <= 43_200
			? []
			: [
					{
						at: '--session-duration',
						message: isNumber
							? `--session-duration is ${seconds} seconds.`
							: `--session-duration "${printable(sessionDuration)}" is no whole number of seconds.`,
					},
				];
	},
});
