import {ROLES_ANYWHERE_REGIONS} from '../../aws/region.ts';
import {printable} from '../../printable.ts';
import {defineRule} from '../rule.ts';
import type {SessionCommand} from '../session-command.ts';
import {anchorRegion} from './ordered-arns.ts';
import {serviceEndpoints} from './sources.ts';

export default defineRule<SessionCommand>({
	id: 'order-region-served',
	severity: 'warning',
	title: 'IAM Roles Anywhere is in the region of the trust anchor.',
	why: 'The region is part of the name of the endpoint: one that is misspelt, or that the service is not in, has no address.',
	fix: 'Check the spelling of the region in --trust-anchor-arn. A region that opened lately may be right all the same.',
	source: serviceEndpoints(['EPT-04']),
	examples: {
		fails: '{"order": {"trustAnchorArn": "arn:aws:rolesanywhere:eu-central-9:111122223333:trust-anchor/ID"}}',
		passes: '{"order": {"trustAnchorArn": "arn:aws:rolesanywhere:eu-central-1:111122223333:trust-anchor/ID"}}',
	},
	appliesTo: command => anchorRegion(command) !== undefined,
	check(command) {
		const region = anchorRegion(command) ?? '';
		return ROLES_ANYWHERE_REGIONS.includes(region)
			? []
			: [{at: '--trust-anchor-arn', message: `IAM Roles Anywhere is not known to be in ${printable(region)}.`}];
	},
});
