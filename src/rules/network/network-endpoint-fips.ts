import {FIPS_REGIONS} from '../../aws/region.ts';
import {printable} from '../../printable.ts';
import type {NetworkSubject} from '../network-subject.ts';
import {defineRule} from '../rule.ts';
import {serviceEndpoints} from './sources.ts';
import {failureOf, seenOf} from './way.ts';

export default defineRule<NetworkSubject>({
	id: 'network-endpoint-fips',
	severity: 'error',
	title: 'Where FIPS endpoints are asked for, the region has one.',
	why: 'AWS_USE_FIPS_ENDPOINT changes the name of the host for every service; in a region without such an endpoint that name has no address.',
	fix: 'Unset AWS_USE_FIPS_ENDPOINT for this command, or use a trust anchor in a region that has a FIPS endpoint.',
	source: serviceEndpoints(['EPT-01', 'EPT-04']),
	examples: {
		fails: 'endpoint = AWS https://rolesanywhere-fips.eu-central-1.amazonaws.com\ndns = ENOTFOUND',
		passes: 'endpoint = AWS https://rolesanywhere-fips.us-east-1.amazonaws.com\nregion = us-east-1',
	},
	appliesTo: ({network}) => /^https:\/\/rolesanywhere-fips\./.test(seenOf(network.endpoint)?.url ?? ''),
	check({network}) {
		const region = seenOf(network.endpoint)?.region ?? '';
		return FIPS_REGIONS.includes(region)
			? []
			: [
					{
						at: 'endpoint',
						message: `IAM Roles Anywhere is not known to have a FIPS endpoint in ${printable(region)}.`,
						...(!failureOf(network.dns) && {severity: 'warning'}),
					},
				];
	},
});
