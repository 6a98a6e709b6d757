import {partitionOf} from '../../aws/partition.ts';
import {printable} from '../../printable.ts';
import {defineRule, type Shortcoming} from '../rule.ts';
import type {SessionCommand} from '../session-command.ts';
import {soundArns} from './ordered-arns.ts';
import {arnForms} from './sources.ts';

export default defineRule<SessionCommand>({
	id: 'order-one-account',
	severity: 'error',
	title: 'The three ARNs are of one account in one partition.',
	why: 'A trust anchor, a profile and a role work together only within an account; otherwise the service finds one of them missing.',
	fix: 'Copy all three ARNs from the same account.',
	source: arnForms(['API-04', 'EPT-03', 'ERR-06', 'ERR-07']),
	examples: {
		fails:
			'{"order": {"profileArn": "arn:aws:rolesanywhere:eu-central-1:444455556666:profile/ID", "roleArn": "arn:aws:iam::111122223333:role/Backup"}}',
		passes:
			'{"order": {"profileArn": "arn:aws:rolesanywhere:eu-central-1:111122223333:profile/ID", "roleArn": "arn:aws:iam::111122223333:role/Backup"}}',
	},
	appliesTo: command => soundArns(command).length > 0,
	check: command => [
		...differing(command, 'accountId', 'account'),
		...differing(command, 'partition', 'partition'),
		...misplacedRegions(command),
	],
});

function differing(command: SessionCommand, part: 'accountId' | 'partition', word: string): readonly Shortcoming[] {
	const arns = soundArns(command).filter(({arn}) => arn[part] !== '');
	return new Set(arns.map(({arn}) => arn[part])).size < 2
		? []
		: [
				{
					at: arns.map(({flag}) => flag).join(' '),
					message: `The ARNs name more than one ${word}: ${arns
						.map(({flag, arn}) => `${flag} ${printable(arn[part])}`)
						.join(', ')}.`,
				},
			];
}

/** A region lies in one partition, whatever the ARN says. */
function misplacedRegions(command: SessionCommand): readonly Shortcoming[] {
	return soundArns(command).flatMap(({flag, arn: {region, partition}}) => {
		const its = region === '' ? undefined : partitionOf(region)?.id;
		return its === undefined || its === partition
			? []
			: [
					{
						at: flag,
						message: `${flag} names the partition ${printable(partition)}, and its region ${printable(region)} is in ${its}.`,
					},
				];
	});
}
