import {printable} from '../../printable.ts';
import {defineRule} from '../rule.ts';
import type {SessionCommand} from '../session-command.ts';
import {soundArns} from './ordered-arns.ts';
import {helperFlags} from './sources.ts';

export default defineRule<SessionCommand>({
	id: 'order-one-region',
	severity: 'error',
	title: 'Trust anchor and Roles Anywhere profile are in one region.',
	why: 'Both are looked up where the session is asked for; the official helper stops with "trust anchor and profile regions don\'t match".',
	fix: 'Use the profile that is in the region of the trust anchor, or make one there.',
	source: helperFlags(['EPT-07', 'ERR-06', 'ERR-07']),
	examples: {
		fails:
			'{"order": {"trustAnchorArn": "arn:aws:rolesanywhere:eu-central-1:111122223333:trust-anchor/ID", "profileArn": "arn:aws:rolesanywhere:us-east-1:111122223333:profile/ID"}}',
		passes:
			'{"order": {"trustAnchorArn": "arn:aws:rolesanywhere:eu-central-1:111122223333:trust-anchor/ID", "profileArn": "arn:aws:rolesanywhere:eu-central-1:111122223333:profile/ID"}}',
	},
	appliesTo: command => regional(command).length === 2,
	check(command) {
		const [anchor, profile] = regional(command).map(({arn}) => arn.region);
		return anchor === profile
			? []
			: [
					{
						at: '--profile-arn',
						message: `The trust anchor is in ${printable(anchor ?? '')}, the profile in ${printable(profile ?? '')}.`,
					},
				];
	},
});

function regional(command: SessionCommand) {
	return soundArns(command).filter(({kind, arn}) => kind !== 'role' && arn.region !== '');
}
