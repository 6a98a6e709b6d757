import {printable} from '../../printable.ts';
import {defineRule} from '../rule.ts';
import type {SessionCommand} from '../session-command.ts';
import {anchorRegion} from './ordered-arns.ts';
import {helperFlags} from './sources.ts';

export default defineRule<SessionCommand>({
	id: 'order-region',
	severity: 'error',
	title: 'What --region names, where it is given, is the region of the trust anchor.',
	why: 'It says where to ask and what to sign for, and the trust anchor is known in its own region only. It is not the region in which the credentials are used.',
	fix: 'Leave --region out: the ARN of the trust anchor says where to ask.',
	source: helperFlags(['EPT-07', 'ERR-03', 'ERR-06']),
	examples: {
		fails:
			'{"order": {"region": "us-east-1", "trustAnchorArn": "arn:aws:rolesanywhere:eu-central-1:111122223333:trust-anchor/ID"}}',
		passes:
			'{"order": {"region": "eu-central-1", "trustAnchorArn": "arn:aws:rolesanywhere:eu-central-1:111122223333:trust-anchor/ID"}}',
	},
	appliesTo: command => command.order.region !== undefined && anchorRegion(command) !== undefined,
	check(command) {
		const {region = ''} = command.order;
		const due = anchorRegion(command) ?? '';
		return region === due
			? []
			: [{at: '--region', message: `--region is ${printable(region)}, and the trust anchor is in ${printable(due)}.`}];
	},
});
