import {readDocument} from '../../config-file/document.ts';
import {commandPlatform} from '../../config-file/quoting.ts';
import {CONFIG_REPAIRS, type ConfigRepair, repairConfig} from '../../config-file/repair.ts';
import {ExpectedError} from '../../errors.ts';
import {printable} from '../../printable.ts';
import type {Finding} from '../../rules/finding.ts';
import {shellWord} from '../../shell-word.ts';
import type {Evidence} from '../evidence/evidence.ts';
import {seenIn} from '../evidence/look.ts';
import type {Mend} from '../mend/mend.ts';
import {placeOf} from './meant-command.ts';
import type {Remedy, RemedyFor} from './remedy.ts';
import {configureRemedy, safeName} from './wanted-flags.ts';

/** Files that clients cannot read, or read differently: this program repairs them, keeping a backup. */
export const configFile: readonly RemedyFor[] = [
	repairing(['config-byte-order-mark'], ['byte-order-mark'], 'Save the file without the byte order mark.'),
	repairing(
		['config-readable-lines'],
		['process', 'readable-lines'],
		'Join the lines of the command, and make notes of the other lines that no client understands.',
	),
	repairing(['config-no-duplicates', 'config-one-section'], ['duplicates'], 'Make one of what stands there twice.'),
	repairing(
		['config-profile-header', 'config-credentials-header'],
		['headers', 'duplicates'],
		'Write the header in the way that every client finds.',
	),
	repairing(['config-lowercase-keys', 'config-process-present'], ['lowercase'], 'Write the key as clients know it.'),
	repairing(
		['config-one-source'],
		['other-sources'],
		'Make notes of the other sources of credentials: the credential process alone is meant.',
	),
	repairing(['config-static-keys'], ['static-keys'], 'Take the static keys out of the file.'),
	repairing(['config-process-place'], ['process-place'], 'Leave the credential_process to the config file alone.'),
	{
		rules: ['config-profile-name'],
		remedy: (_finding, evidence) => renamed(evidence),
	},
	{
		rules: ['config-region'],
		remedy: (_finding, evidence) => configureRemedy('Write the region into the CLI profile.', evidence),
	},
];

function renamed(evidence: Evidence): Remedy | undefined {
	const {name, chosenBy} = evidence.cliProfile;
	const safe = safeName(name);
	const what = `Write it under a name that every client takes, and use --profile ${safe} from now on.`;
	const remedy = configureRemedy(what, evidence);
	return remedy && chosenBy === 'environment'
		? {what, who: 'operator', commands: [...remedy.commands, `export AWS_PROFILE=${shellWord(safe)}`]}
		: remedy;
}

/**
 * A remedy that repairs one of the two files; undefined where that would change nothing. What keeps clients from reading the
 * file at all is repaired along with it.
 */
export function repairRemedy(
	what: string,
	wanted: readonly ConfigRepair[],
	{at}: Pick<Finding, 'at'>,
	evidence: Evidence,
): Remedy | undefined {
	const mends = (['config', 'credentials'] as const).flatMap(file => mendOf(file, wanted, evidence) ?? []);
	const mend = mends.find(({path}) => at.startsWith(`${printable(path)}:`)) ?? mends[0];
	return mend && {what, who: 'operator', commands: [mendCommand(evidence)], mend};
}

/** Has this program mend the cause. */
export function mendCommand({cliProfile}: Evidence): string {
	const which = cliProfile.chosenBy === 'usual' ? [] : ['--cli-profile', shellWord(cliProfile.name)];
	return ['anchorsmith doctor', ...which, '--mend'].join(' ');
}

function repairing(rules: readonly string[], repairs: readonly ConfigRepair[], what: string): RemedyFor {
	return {rules, remedy: (finding, evidence) => repairRemedy(what, repairs, finding, evidence)};
}

/** Without these no client reads the file. */
const READABLE: readonly ConfigRepair[] = ['byte-order-mark', 'process', 'readable-lines', 'duplicates'];

function mendOf(
	file: 'config' | 'credentials',
	wanted: readonly ConfigRepair[],
	evidence: Evidence,
): (Mend & {readonly kind: 'config-file'}) | undefined {
	const seen = seenIn(evidence.config[file]);
	if (!seen) {
		return undefined;
	}

	const isUnreadable = readDocument(seen.text).problems.length > 0;
	const repairs = CONFIG_REPAIRS.filter(one => wanted.includes(one) || (isUnreadable && READABLE.includes(one)));
	const context = {
		file,
		cliProfile: evidence.cliProfile.name,
		platform: commandPlatform(evidence.host.platform === 'win32' ? 'win32' : 'linux'),
		...placeOf(evidence),
	};
	return changes(seen.text, repairs, context)
		? {kind: 'config-file', path: seen.path, context, repairs, seen: seen.text}
		: undefined;
}

function changes(...[text, repairs, context]: Parameters<typeof repairConfig>): boolean {
	try {
		return repairConfig(text, repairs, context) !== text;
	} catch (error) {
		if (error instanceof ExpectedError) {
			return false;
		}

		throw error;
	}
}
