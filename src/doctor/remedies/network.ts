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
	{rules: ['network-authorities'], remedy: (_finding, evidence) => withoutAuthorities(evidence)},
	{rules: ['network-tls-trusted'], remedy: (_finding, evidence) => trustInspector(evidence)},
	{
		rules: ['network-connects', 'network-host-resolves', 'network-proxy-lets-through'],
		remedy: (_finding, evidence) => aroundProxy(evidence) ?? withoutEndpoint(evidence),
	},
	{
		rules: ['network-endpoint', 'network-endpoint-encrypted', 'network-answer-comes', 'network-service-answers'],
		remedy: (_finding, evidence) => withoutEndpoint(evidence),
	},
	{rules: ['network-tls-host', 'network-tls-speaks'], remedy: (_finding, evidence) => withoutEndpoint(evidence)},
	{
		rules: ['network-endpoint-fips'],
		remedy: () => ({
			what: 'Ask the usual endpoint: the region has none for FIPS.',
			who: 'operator',
			commands: ['unset AWS_USE_FIPS_ENDPOINT'],
		}),
	},
	{rules: ['network-proxy-address'], remedy: (_finding, evidence) => withoutProxy(evidence)},
];

const PROXIES = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY', 'all_proxy', 'ALL_PROXY'];

function withoutProxy({host}: Evidence): Remedy | undefined {
	const set = PROXIES.filter(name => name in host.variables || host.secretVariables.includes(name));
	return set.length === 0
		? undefined
		: {
				what: 'Take the variable out of the environment: it names no proxy.',
				who: 'operator',
				commands: [`unset ${set.join(' ')}`],
			};
}

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
			`printf '%s\\n' ${authority.toPem().trimEnd().split('\n').map(shellWord).join(' ')} > ${shellWord(file)}`,
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
