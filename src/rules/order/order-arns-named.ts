import {defineRule} from '../rule.ts';
import type {SessionCommand} from '../session-command.ts';
import {orderedArns} from './ordered-arns.ts';
import {helperFlags} from './sources.ts';

export default defineRule<SessionCommand>({
	id: 'order-arns-named',
	severity: 'error',
	title: 'The command names a trust anchor, a Roles Anywhere profile and a role.',
	why: 'A session is asked of one trust anchor, by one profile, for one role; nothing fills in what is missing.',
	fix: 'Give all three flags. If they are in the config file, look whether the line is broken before them.',
	source: helperFlags(['API-03', 'API-04', 'CFG-21', 'CFG-23']),
	examples: {
		fails: '{"order": {"trustAnchorArn": "ARN", "profileArn": "ARN"}}',
		passes: '{"order": {"trustAnchorArn": "ARN", "profileArn": "ARN", "roleArn": "ARN"}}',
	},
	appliesTo: () => true,
	check: command =>
		orderedArns(command)
			.filter(({text}) => text === undefined || text.trim() === '')
			.map(({flag, text}) => ({
				at: flag,
				message: text === undefined ? `The command has no ${flag}.` : `${flag} is followed by nothing.`,
			})),
});
