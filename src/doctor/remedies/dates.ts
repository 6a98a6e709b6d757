import type {Evidence} from '../evidence/evidence.ts';
import {issueAgain} from './issue-again.ts';
import type {Remedy, RemedyFor} from './remedy.ts';
import {rightPair} from './right-files.ts';
import {configureRemedy} from './wanted-flags.ts';

/** Validity and clocks. */
export const dates: readonly RemedyFor[] = [
	{
		rules: ['ee-valid-now', 'path-end-entity-validity'],
		remedy: (_finding, evidence) =>
			(rightPair(evidence)
				? configureRemedy('Name the certificate that is valid now; it lies beside the other.', evidence)
				: undefined) ?? issueAgain('Have a new certificate issued.', evidence),
	},
	{rules: ['network-clock', 'network-tls-current'], remedy: (_finding, evidence) => rightClock(evidence)},
];

/** In a container the clock is that of the machine around it. */
function rightClock({host}: Evidence): Remedy {
	const isContained = host.surroundings.some(name => ['docker', 'container', 'kubernetes', 'podman'].includes(name));
	const commands = new Map<string, string>([
		['linux', 'sudo timedatectl set-ntp true'],
		['darwin', 'sudo sntp -sS time.apple.com'],
		['win32', 'w32tm /resync'],
		['freebsd', 'sudo service ntpd onestart'],
	]);
	const command = commands.get(host.platform);
	return {
		what: `Set the clock of ${isContained ? 'the machine on which the container runs' : 'this machine'} by the network's time.`,
		who: 'operator',
		commands: command === undefined ? [] : [command],
	};
}
