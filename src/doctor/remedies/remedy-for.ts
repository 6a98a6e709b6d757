import {printable} from '../../printable.ts';
import type {Finding} from '../../rules/finding.ts';
import type {Evidence} from '../evidence/evidence.ts';
import {anchor} from './anchor.ts';
import {arns} from './arns.ts';
import {certificate} from './certificate.ts';
import {chain} from './chain.ts';
import {configFile} from './config-file.ts';
import {configLine} from './config-line.ts';
import {dates} from './dates.ts';
import {environment} from './environment.ts';
import {files} from './files.ts';
import {key} from './key.ts';
import {network} from './network.ts';
import {profile} from './profile.ts';
import {program} from './program.ts';
import type {Remedy, RemedyFor} from './remedy.ts';
import {revocation} from './revocation.ts';
import {role} from './role.ts';

/** Every remedy that is known, the more particular before the more general. */
export const remedies: readonly RemedyFor[] = [
	...configLine,
	...configFile,
	...environment,
	...dates,
	...files,
	...key,
	...certificate,
	...chain,
	...arns,
	...program,
	...network,
	...anchor,
	...profile,
	...role,
	...revocation,
];

/** What is to be done about a finding: the first remedy that helps here, else the words of the rule's own fix. Pure. */
export function remedyFor(finding: Finding, evidence: Evidence): Remedy {
	for (const {rules, remedy} of remedies) {
		const found = rules.includes(finding.rule) ? remedy(finding, evidence) : undefined;
		if (found) {
			return typeable(found);
		}
	}

	return {what: finding.fix, who: 'operator', commands: []};
}

/** What cannot be shown as it is, such as a path with controls in it, cannot be typed either. */
function typeable(remedy: Remedy): Remedy {
	const isTypeable = remedy.commands.every(command => printable(command) === command);
	return isTypeable
		? remedy
		: {
				...remedy,
				what: `${remedy.what} A name in it holds characters that cannot be typed: rename that first.`,
				commands: [],
			};
}
