import {partitionOf} from '../../aws/partition.ts';
import {printable} from '../../printable.ts';
import type {NetworkSubject} from '../network-subject.ts';
import {defineRule} from '../rule.ts';
import {endpointVariables} from './sources.ts';

/** Judged by `order-endpoint` already. */
const FLAG = '--endpoint';

export default defineRule<NetworkSubject>({
	id: 'network-endpoint',
	severity: 'error',
	title:
		'What the environment or a config file names as the endpoint is the address of the service in the region of the trust anchor.',
	why: 'It sends every request elsewhere, without a word on the command line; a trust anchor is known in its own region only.',
	fix: 'Unset the variable, or have it name the endpoint of the region of the trust anchor.',
	source: endpointVariables(['EPT-01', 'EPT-02', 'EPT-03', 'EPT-07', 'EPT-08']),
	examples: {
		fails: 'endpoint = AWS_ENDPOINT_URL https://rolesanywhere.us-east-1.amazonaws.com',
		passes: 'endpoint = AWS_ENDPOINT_URL https://rolesanywhere.eu-central-1.amazonaws.com',
	},
	appliesTo: ({network: {endpoint}}) => endpoint.state === 'seen' || isFault(endpoint),
	check({network: {endpoint}, command}) {
		if (endpoint.state !== 'seen') {
			return endpoint.state === 'unseen' ? [{at: 'endpoint', message: endpoint.message}] : [];
		}

		const {url, origin} = endpoint.value;
		const wrong = origin === FLAG ? undefined : wrongWith(new URL(url), command?.order.trustAnchorArn?.split(':')[3]);
		return wrong === undefined
			? []
			: [
					{
						at: 'endpoint',
						message: `${printable(origin)} names ${printable(url)} as the endpoint, which ${wrong}.`,
						fix: `${origin.startsWith('AWS_') ? `Unset ${origin}` : `Take it out of ${printable(origin)}`}, or name the endpoint of the trust anchor's region there.`,
					},
				];
	},
});

function isFault(look: NetworkSubject['network']['endpoint']): boolean {
	return look.state === 'unseen' && look.code === 'USAGE' && !look.message.startsWith(`${FLAG} is no address`);
}

function wrongWith({hostname}: URL, due: string | undefined): string | undefined {
	if (/^rolesanywhere(?:-fips)?\.(?:amazonaws\.(?:com|com\.cn|eu)|api\.aws)$/.test(hostname)) {
		return 'serves downloads only: it names no region';
	}

	const [, its = ''] = /(?:^|\.)rolesanywhere(?:-fips)?\.([a-z0-9-]+)\./.exec(hostname) ?? [];
	const partition = partitionOf(its);
	if (due === undefined || !partition) {
		return undefined;
	}

	if (its !== due) {
		return `is in ${its}, and the trust anchor is in ${printable(due)}`;
	}

	const [, suffix] = /^rolesanywhere(?:-fips)?\.[a-z0-9-]+\.(.+)$/.exec(hostname) ?? [];
	return suffix === undefined || [partition.dnsSuffix, partition.dualStackDnsSuffix].includes(suffix)
		? undefined
		: `ends in ${printable(suffix)}; in the partition ${partition.id} it is ${partition.dnsSuffix}`;
}
