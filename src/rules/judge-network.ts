import {type Finding, SEVERITIES} from './finding.ts';
import {rules} from './network/rules.generated.ts';
import type {NetworkSubject} from './network-subject.ts';
import {runRules} from './run.ts';

/** Every rule on the way to the service, by id. */
export const networkRules = rules;

/** The links in the order in which a request meets them. */
const LINKS = ['endpoint', 'proxy', 'authorities', 'dns', 'tcp', 'tunnel', 'tls', 'http', 'clock'];

/** Judges the way to the service, from its name to its answer; worst first, otherwise in the order of the links. */
export function judgeNetwork(subject: NetworkSubject): readonly Finding[] {
	return runRules(networkRules, subject).toSorted(
		(one, other) =>
			SEVERITIES.indexOf(other.severity) - SEVERITIES.indexOf(one.severity) ||
			LINKS.indexOf(one.at) - LINKS.indexOf(other.at),
	);
}
