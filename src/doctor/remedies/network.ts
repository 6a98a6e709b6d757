import {X509Certificate} from 'node:crypto';
import path from 'node:path';
import {printable} from '../../printable.ts';
import {shellWord} from '../../shell-word.ts';
import type {Evidence} from '../evidence/evidence.ts';
import {seenIn} from '../evidence/look.ts';
import {newFolder} from './issue-again.ts';
import type {Remedy, RemedyFor} from './remedy.ts';
import {readOne} from './seen-certificates.ts';

/** What stands between this machine and the service. */
export const network: readonly RemedyFor[] = [
	{
		rules: ['network-authorities', 'network-ca-bundle'],
		remedy: (_finding, evidence) => withoutAuthorities(evidence),
	},
	{
		rules: ['network-tls-trusted', 'network-tls', 'network-inspection'],
		remedy: (_finding, evidence) => trustInspector(evidence),
	},
	{
		rules: ['network-proxy', 'network-proxy-reachable', 'network-connects', 'network-host-resolves', 'network-tcp'],
		remedy: (_finding, evidence) => aroundProxy(evidence) ?? withoutEndpoint(evidence),
	},
];

function withoutAuthorities({network: {authorities}, host}: Evidence): Remedy | undefined {
	const variable =
		seenIn(authorities)?.variable ?? ['AWS_CA_BUNDLE', 'NODE_EXTRA_CA_CERTS'].find(name => name in host.variables);
	return variable === undefined
		? undefined
		: {
				what: `Leave trust to the usual authorities: the file that ${variable} names cannot be used.`,
				who: 'operator',
				commands: [`unset ${variable}`],
			};
}

/** Trusting whoever reads along is for the owner of the network to confirm, by the fingerprint. */
function trustInspector(evidence: Evidence): Remedy | undefined {
	const last = seenIn(evidence.network.tls)?.last;
	const [authority] = readOne(last);
	if (!authority || last === undefined || !new X509Certificate(Buffer.from(last, 'base64')).ca) {
		return undefined;
	}

	const file = path.join(newFolder(evidence, 'trusted'), 'inspector.pem');
	return {
		what: `If whoever runs this network confirms that its authority is ${printable(authority.subject.text)} with the SHA-256 fingerprint ${authority.fingerprint}, trust it.`,
		who: 'operator',
		commands: [
			`mkdir ${shellWord(path.dirname(file))}`,
			`printf '%s' ${shellWord(authority.toPem())} > ${shellWord(file)}`,
			`export AWS_CA_BUNDLE=${shellWord(file)}`,
		],
	};
}

function aroundProxy({network}: Evidence): Remedy | undefined {
	const proxy = seenIn(network.proxy);
	const endpoint = seenIn(network.endpoint);
	if (!proxy || !endpoint || !URL.canParse(endpoint.url)) {
		return undefined;
	}

	const {hostname} = new URL(endpoint.url);
	return {
		what: `Go to the service without the proxy that ${proxy.variable} names, where the network allows that.`,
		who: 'operator',
		commands: [`export NO_PROXY="\${NO_PROXY:+$NO_PROXY,}"${shellWord(hostname)}`],
	};
}

function withoutEndpoint({network}: Evidence): Remedy | undefined {
	const origin = seenIn(network.endpoint)?.origin;
	return origin !== undefined && /^AWS_/.test(origin)
		? {
				what: `Let requests go to the usual endpoint: the one that ${origin} names does not answer.`,
				who: 'operator',
				commands: [`unset ${origin}`],
			}
		: undefined;
}
