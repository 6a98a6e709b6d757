import {BlockList, isIP} from 'node:net';
import {printable} from '../../printable.ts';
import type {NetworkSubject} from '../network-subject.ts';
import {defineRule} from '../rule.ts';
import {vpcEndpoints} from './sources.ts';
import {hostOf, seenOf} from './way.ts';

/** Addresses that the public internet leads nowhere for: RFC 1918, RFC 4193, RFC 6598, loopback and link-local. */
const PRIVATE = new BlockList();
for (const [address, prefix] of [
	['10.0.0.0', 8],
	['172.16.0.0', 12],
	['192.168.0.0', 16],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
] as const) {
	PRIVATE.addSubnet(address, prefix, 'ipv4');
}

PRIVATE.addSubnet('fc00::', 7, 'ipv6');
PRIVATE.addSubnet('fe80::', 10, 'ipv6');
PRIVATE.addAddress('::1', 'ipv6');

export default defineRule<NetworkSubject>({
	id: 'network-private-address',
	severity: 'notice',
	title: "AWS's own endpoint has a public address, unless it is reached through an interface endpoint of a VPC.",
	why: 'A private address is right where an interface endpoint has private DNS; then its security groups decide who gets through. Elsewhere a name server sends requests astray.',
	fix: 'If nobody knows of an interface endpoint com.amazonaws.REGION.rolesanywhere here, ask who runs the name servers.',
	source: vpcEndpoints(['EPT-05']),
	examples: {
		fails: 'dns = 10.0.3.7',
		passes: 'dns = 192.0.2.10',
	},
	appliesTo: ({network: {endpoint, proxy, dns}}) =>
		seenOf(endpoint)?.origin === 'AWS' && proxy.state === 'absent' && dns.state === 'seen',
	check({network}) {
		const addresses = seenOf(network.dns)?.addresses ?? [];
		return addresses.length > 0 && addresses.every(isPrivate)
			? [{at: 'dns', message: `${hostOf(network)} is at the private address ${printable(addresses.join(', '))}.`}]
			: [];
	},
});

function isPrivate(address: string): boolean {
	return isIP(address) !== 0 && PRIVATE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}
