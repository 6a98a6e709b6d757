import type {CommandEvidence, ProgramEvidence} from '../../../src/doctor/evidence/command.ts';
import {absent, type Look, seen, unseen} from '../../../src/doctor/evidence/look.ts';
import type {NetworkEvidence} from '../../../src/doctor/evidence/network.ts';
import {rules} from '../../../src/rules/network/rules.generated.ts';
import type {NetworkSubject} from '../../../src/rules/network-subject.ts';
import {examplesOf, readLines} from './example.ts';

/** Examples of the rules on the way to the service, as {@link readWay} reads them. */
export const networkExamples = examplesOf<NetworkSubject>(rules, readWay);

const notTried = unseen('nothing-to-look-at', 'The way did not lead so far.');

/**
 * A way to the endpoint of eu-central-1 on which everything is well, but for these lines:
 *
 * - `endpoint = ORIGIN URL`, or `endpoint = fault MESSAGE`; `region`
 * - `proxy = VARIABLE URL`, `proxy = malformed`; `password = yes`
 * - `authorities = VARIABLE PATH COUNT`, or a system's error instead of the count
 * - `dns`, `tcp` = addresses, or a system's error; `tunnel` = a status, or a system's error
 * - `tls` = a protocol, OpenSSL's name for what is wrong with the certificate, or a system's error; `tls = none` for plain http
 * - `http` = a status, or a system's error; `title`, `server`, `location`; `clock` = seconds that the service is ahead
 * - `subject`, `issuer` of the certificate; `bundle` that AWS_CA_BUNDLE names
 * - `program = MAKER VERSION`, `words`, `ran = CODE`
 * - `offline = yes`: nothing was sent
 */
export function readWay(example: string): NetworkSubject {
	const lines = new Map(readLines(example));
	const line = (name: string): string | undefined => lines.get(name);
	return {network: networkOf(line), command: commandOf(line)};
}

type Line = (name: string) => string | undefined;

/** What keeps a link from standing, unlike what is wrong with a certificate on a line that stands. */
const SYSTEM_ERROR = /^(?:E[A-Z]+|EAI_\w+|ERR_SSL_\w+)$/;

function networkOf(line: Line): NetworkEvidence {
	const known = {endpoint: endpointOf(line), proxy: proxyOf(line), authorities: authoritiesOf(line)};
	if (line('offline') !== undefined) {
		const offline = unseen('offline', 'Nothing was sent.');
		return {...known, dns: offline, tcp: offline, tunnel: offline, tls: offline, http: offline};
	}

	const dns = link(line('dns') ?? '192.0.2.10', addresses => ({host: 'host', addresses: addresses.split(' ')}));
	const tcp = after(dns, () => link(line('tcp') ?? '192.0.2.10', address => ({address, port: 443})));
	const tunnel = after(tcp, () =>
		line('tunnel') === undefined ? absent : link(line('tunnel') ?? '', status => ({status: Number(status)})),
	);
	const isThrough = tunnel.state === 'absent' || (tunnel.state === 'seen' && tunnel.value.status < 300);
	const tls = isThrough ? tlsOf(line) : notTried;
	return {...known, dns, tcp, tunnel, tls, http: isThrough ? after(tls, () => httpOf(line)) : notTried};
}

function link<Value>(text: string, read: (text: string) => Value): Look<Value> {
	return SYSTEM_ERROR.test(text)
		? unseen(text === 'ETIMEDOUT' || text === 'ECONNREFUSED' ? 'unreachable' : 'failed', `it is ${text}`, text)
		: seen(read(text));
}

function after<Value>(before: Look<unknown>, next: () => Look<Value>): Look<Value> {
	return before.state === 'unseen' ? notTried : next();
}

function endpointOf(line: Line): NetworkEvidence['endpoint'] {
	const text = line('endpoint') ?? 'AWS https://rolesanywhere.eu-central-1.amazonaws.com';
	const [, origin = '', url = ''] = /^(.+) (\S+)$/.exec(text) ?? [];
	return text.startsWith('fault ')
		? unseen('failed', text.slice('fault '.length), 'USAGE')
		: seen({url, origin, region: line('region') ?? 'eu-central-1', warnings: []});
}

function proxyOf(line: Line): NetworkEvidence['proxy'] {
	const [variable = '', url] = (line('proxy') ?? '').split(' ');
	if (variable === 'malformed') {
		return unseen('failed', 'HTTPS_PROXY is no address of an http or https proxy.', 'USAGE');
	}

	return url === undefined ? absent : seen({variable, url, hasPassword: line('password') === 'yes'});
}

function authoritiesOf(line: Line): NetworkEvidence['authorities'] {
	const [variable = '', path, count = ''] = (line('authorities') ?? '').split(' ');
	return path === undefined ? absent : seen({variable, path, certificates: link(count, Number)});
}

function tlsOf(line: Line): NetworkEvidence['tls'] {
	const text = line('tls') ?? 'TLSv1.3';
	if (text === 'none') {
		return absent;
	}

	const isTrusted = text.startsWith('TLS');
	const bundle = line('bundle');
	const issuer = line('issuer');
	return link(text, () => ({
		isTrusted,
		...(isTrusted ? {protocol: text} : {problem: text}),
		subjects: [line('subject') ?? 'CN=rolesanywhere.eu-central-1.amazonaws.com'],
		...(issuer !== undefined && {issuer}),
		...(bundle !== undefined && {authorities: bundle}),
	}));
}

function httpOf(line: Line): NetworkEvidence['http'] {
	const [title, clock] = [line('title'), line('clock')];
	const headers = ['server', 'location'].flatMap(name => {
		const value = line(name);
		return value === undefined ? [] : [[name, value] as const];
	});
	return link(line('http') ?? '404', text => ({
		status: Number(text),
		headers: Object.fromEntries(headers),
		isService: [404, 429, 503].includes(Number(text)) && headers.length === 0,
		...(title !== undefined && {title}),
		...(clock !== undefined && {clockOffset: 1000 * Number(clock)}),
	}));
}

function commandOf(line: Line): Pick<CommandEvidence, 'order' | 'program' | 'words' | 'run'> {
	const [maker, version] = (line('program') ?? 'own 0.1.0').split(' ');
	const program: ProgramEvidence = {
		path: '/opt/helper',
		maker: maker === 'official-helper' || maker === 'own' ? maker : 'other',
		mayBeExecuted: true,
		format: 'elf',
		...(version !== undefined && {version}),
	};
	const ran = line('ran');
	return {
		order: {
			trustAnchorArn:
				'arn:aws:rolesanywhere:eu-central-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555555',
		},
		words: (line('words') ?? '/opt/helper credential-process').split(' '),
		program: seen(program),
		run:
			ran === undefined
				? unseen('offline', 'It was not run.')
				: seen({exit: Number(ran), isTimeout: false, stderr: '', output: {kind: 'empty'}}),
	};
}
