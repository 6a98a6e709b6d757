import type {Look} from '../../doctor/evidence/look.ts';
import type {NetworkEvidence, ProxyEvidence} from '../../doctor/evidence/network.ts';
import {printable} from '../../printable.ts';
import type {Severity} from '../finding.ts';
import type {NetworkSubject} from '../network-subject.ts';

/** What was seen, if anything was. */
export function seenOf<Value>(look: Look<Value> | undefined): Value | undefined {
	return look?.state === 'seen' ? look.value : undefined;
}

/** A look that was made and came to nothing; undefined for one that was not made. */
export function failureOf(look: Look<unknown>): Extract<Look<never>, {readonly state: 'unseen'}> | undefined {
	return look.state === 'unseen' && look.why !== 'offline' && look.why !== 'nothing-to-look-at' ? look : undefined;
}

/** True for a link that was tried, whatever came of it. */
export function wasTried(look: Look<unknown>): boolean {
	return look.state === 'seen' || failureOf(look) !== undefined;
}

/** ` (ECONNREFUSED)` behind what happened, where the system gave it a name. */
export function inBrackets(code: string | undefined): string {
	return code === undefined ? '' : ` (${printable(code)})`;
}

/** The host that is to answer, with its port where that is not the usual one; `the endpoint` when it is not known. */
export function hostOf({endpoint}: NetworkEvidence): string {
	return hostIn(seenOf(endpoint)?.url) ?? 'the endpoint';
}

/** As a proxy is named in messages. */
export function proxyName({url, variable}: ProxyEvidence): string {
	return `the proxy ${hostIn(url) ?? 'of this environment'}, which ${variable} names,`;
}

/** The first host on the way: the proxy, if one is asked, else the endpoint. */
export function firstHost(network: NetworkEvidence): string {
	const proxy = seenOf(network.proxy);
	return proxy ? proxyName(proxy) : hostOf(network);
}

/** Begins a sentence. */
export function capital(text: string): string {
	return text.replace(/^the /, 'The ');
}

/**
 * True when the service itself answered: it looks like it, or what AWS's own authorities vouch for gave the answer that is
 * due (fact sheet, EPT-06).
 */
export function isService({http, tls}: NetworkEvidence): boolean {
	const answer = seenOf(http);
	return answer?.isService === true || (answer?.status === 404 && seenOf(tls)?.isTrusted === true);
}

/**
 * Milder for a program of somebody else that got credentials nevertheless: it looks at other lists of authorities, or goes
 * another way.
 */
export function unlessItRan({command}: NetworkSubject): {readonly severity?: Severity} {
	const isOthers = seenOf(command?.program)?.maker !== 'own';
	return isOthers && seenOf(command?.run)?.exit === 0 ? {severity: 'warning'} : {};
}

function hostIn(url: string | undefined): string | undefined {
	return url !== undefined && URL.canParse(url) ? printable(new URL(url).host) : undefined;
}
