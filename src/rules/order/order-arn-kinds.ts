import {parseArnOf} from '../../aws/arn.ts';
import {printable} from '../../printable.ts';
import {defineRule, type Shortcoming} from '../rule.ts';
import type {SessionCommand} from '../session-command.ts';
import {type OrderedArn, orderedArns, readArns} from './ordered-arns.ts';
import {arnForms} from './sources.ts';

export default defineRule<SessionCommand>({
	id: 'order-arn-kinds',
	severity: 'error',
	title: 'Each ARN is well formed, and of what its flag names.',
	why: 'The three look alike and are easily swapped or cut short; the official helper then says "failed to parse trust anchor arn", or the service answers with a validation error.',
	fix: 'Give each flag the ARN as AWS shows it: trust-anchor/… to --trust-anchor-arn, profile/… to --profile-arn, role/… to --role-arn.',
	source: arnForms(['API-03', 'API-04', 'ERR-15']),
	examples: {
		fails: '{"order": {"profileArn": "arn:aws:iam::111122223333:role/Backup"}}',
		passes:
			'{"order": {"profileArn": "arn:aws:rolesanywhere:eu-central-1:111122223333:profile/22222222-2222-4333-8444-555555555555"}}',
	},
	appliesTo: command => orderedArns(command).some(({text}) => text !== undefined && text.trim() !== ''),
	check: command =>
		readArns(command)
			.filter(({text}) => text.trim() !== '')
			.flatMap(({flag, text, read}) => (read.ok ? [] : [shortcoming(command, flag, text, read.problem)])),
});

function shortcoming(command: SessionCommand, flag: OrderedArn['flag'], text: string, problem: string): Shortcoming {
	const meant = orderedArns(command).find(other => other.flag !== flag && parseArnOf(other.kind, text).ok);
	if (!meant) {
		return {at: flag, message: `${flag} ${printable(text)} ${problem}.`};
	}

	const back = parseArnOf(kindOf(command, flag), meant.text ?? '').ok;
	return {
		at: flag,
		message: `${flag} is given the ARN of a ${meant.kind}, ${printable(text)}.`,
		fix: back ? `Swap ${flag} and ${meant.flag}.` : `That ARN belongs to ${meant.flag}; give ${flag} its own.`,
	};
}

function kindOf(command: SessionCommand, flag: OrderedArn['flag']): OrderedArn['kind'] {
	return orderedArns(command).find(ordered => ordered.flag === flag)?.kind ?? 'role';
}
