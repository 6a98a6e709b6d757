import {printable} from '../../printable.ts';
import {defineRule} from '../rule.ts';
import type {SessionCommand} from '../session-command.ts';
import {anchorRegion} from './ordered-arns.ts';
import {serviceEndpoints} from './sources.ts';

export default defineRule<SessionCommand>({
	id: 'order-endpoint',
	severity: 'error',
	title: 'What --endpoint names, where it is given, is the address of the service in the region of the trust anchor.',
	why: 'The path of the request is put behind it; one with a path of its own, without https:// or of another region leads nowhere.',
	fix: 'Leave --endpoint out, or give one such as https://rolesanywhere.eu-central-1.amazonaws.com',
	source: serviceEndpoints(['EPT-01', 'EPT-07', 'EPT-08', 'ERR-16']),
	examples: {
		fails: '{"order": {"endpoint": "rolesanywhere.eu-central-1.amazonaws.com"}}',
		passes: '{"order": {"endpoint": "https://rolesanywhere.eu-central-1.amazonaws.com"}}',
	},
	appliesTo: ({order}) => order.endpoint !== undefined,
	check(command) {
		const {endpoint = ''} = command.order;
		const wrong = wrongWith(endpoint, anchorRegion(command));
		return wrong === undefined
			? []
			: [{at: '--endpoint', message: `--endpoint "${printable(endpoint.replace(/\/\/.*@/, '//…@'))}" ${wrong}.`}];
	},
});

function wrongWith(endpoint: string, region: string | undefined): string | undefined {
	const url = /^https?:\/\//i.test(endpoint) && URL.canParse(endpoint) ? new URL(endpoint) : undefined;
	if (url === undefined || `${url.search}${url.hash}${url.username}` !== '') {
		return 'is no address of an endpoint';
	}

	if (/\/sessions\/?$/.test(url.pathname)) {
		return 'ends in the path of the request, which is put behind it';
	}

	if (url.hostname === 'rolesanywhere.amazonaws.com') {
		return 'serves downloads only; it names no region';
	}

	const its = /^rolesanywhere(?:-fips)?\.([a-z0-9-]+)\./.exec(url.hostname)?.[1];
	return its === undefined || region === undefined || its === region
		? undefined
		: `is in ${its}, and the trust anchor is in ${printable(region)}`;
}
