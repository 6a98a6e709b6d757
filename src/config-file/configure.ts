import {stat} from 'node:fs/promises';
import path from 'node:path';
import {ExpectedError} from '../errors.ts';
import {createFolder, requireHome} from '../files/create.ts';
import {clearAfterKilled, withLock} from '../files/lock.ts';
import {fileProblem, systemCode} from '../files/problem.ts';
import {readFileIfThere} from '../files/read.ts';
import {replaceFile} from '../files/replace.ts';
import {printable} from '../printable.ts';
import {rules} from '../rules/config-file/rules.generated.ts';
import type {ConfigFiles} from '../rules/config-files.ts';
import type {Finding} from '../rules/finding.ts';
import {runRules} from '../rules/run.ts';
import type {ConfigChange} from './change.ts';
import {type CliProfileSettings, changeCliProfile} from './cli-profile.ts';
import {diffOf} from './diff.ts';
import type {ConfigLocations} from './locations.ts';
import {type CommandPlatform, quoteCommand} from './quoting.ts';
import {configFiles, decodeConfig, readConfigFiles, readConfigText} from './read-config-files.ts';

export {undoCliProfile} from './undo-cli-profile.ts';

/** What one CLI profile should hold. */
export interface CliProfileGoal {
	readonly cliProfile: string;
	/** The words of its `credential_process`, as `credentialProcessArguments` makes them. */
	readonly command: readonly string[];
	/** The region in which what uses the credentials works. */
	readonly region?: string | undefined;
	/** Where the CLI profile's own calls go; for rehearsals. */
	readonly endpoint?: string | undefined;
	/** Lets a `credential_process` go that has nothing to do with Roles Anywhere. */
	readonly mayReplaceProcess?: boolean | undefined;
}

/** Where, and under whose rules, a CLI profile is written. */
export interface ConfigPlace {
	readonly locations: ConfigLocations;
	readonly platform: CommandPlatform;
	readonly env: Readonly<Record<string, string | undefined>>;
}

/** What would be written, reviewed before it is. */
export interface CliProfilePlan {
	readonly goal: CliProfileGoal;
	readonly place: ConfigPlace;
	readonly change: 'none' | 'create' | 'update';
	readonly settings: CliProfileSettings;
	readonly credentialProcess: string;
	/** Lines for people; empty when nothing changes. */
	readonly diff: string;
	/** Kept, before applying, it can undo the change whether or not applying got that far; absent when nothing changes. */
	readonly record: ConfigChange | undefined;
	/** What the files will look like to the rules: shadowing and the like. */
	readonly findings: readonly Finding[];
}

/** What was written. */
export interface AppliedCliProfile {
	readonly path: string;
	readonly backup?: string;
	/** Judged from the files as they are now. */
	readonly findings: readonly Finding[];
}

/**
 * What `applyCliProfile` would change; reads, never writes.
 *
 * @throws {ExpectedError} what `editCliProfile` and `quoteCommand` throw; `CLI_PROFILE_IN_USE` when the CLI profile
 * runs another credential process; `HOME_MISSING`; `FILE_UNREADABLE`.
 */
export async function planCliProfile(goal: CliProfileGoal, place: ConfigPlace): Promise<CliProfilePlan> {
	const {config, credentials, home} = place.locations;
	if (home !== undefined) {
		await requireHome(home);
	}

	const credentialProcess = quoteCommand(goal.command, place.platform);
	const settings: CliProfileSettings = {
		credential_process: credentialProcess,
		...(goal.region !== undefined && {region: goal.region}),
		...(goal.endpoint !== undefined && {endpoint_url: goal.endpoint}),
	};
	const {text, existed} = await readConfigText(config);
	const {text: edited, change} = changeCliProfile(text, goal.cliProfile, settings);
	requireOwnProcess(goal, configFiles({...place, ...goal, config: {path: config, text}, credentials: undefined}));
	const credentialsText = await readFileIfThere(credentials);
	const after = configFiles({
		...place,
		...goal,
		config: {path: config, text: edited},
		credentials: credentialsText && {path: credentials, text: decodeConfig(credentialsText, credentials)},
	});
	return {
		goal,
		place,
		change: change === undefined ? 'none' : change.before === null ? 'create' : 'update',
		settings,
		credentialProcess,
		diff: change === undefined ? '' : diffOf(config, change),
		record: change && {
			version: 1,
			path: config,
			existed,
			folderExisted: await isThere(path.dirname(config)),
			block: change,
		},
		findings: runRules(rules, after),
	};
}

/**
 * Writes what was planned, keeping a backup, and reads it back. Others' changes to other sections since the plan are
 * kept; a change to the planned block itself wins.
 *
 * @throws {ExpectedError} `FILE_CHANGED` when the block is no longer what the plan started from; `FILE_LOCKED`;
 * `HOME_MISSING`; `FILE_UNWRITABLE`; `DISK_FULL`. Nothing was written then.
 */
export async function applyCliProfile(plan: CliProfilePlan, {now}: {readonly now: Date}): Promise<AppliedCliProfile> {
	const {goal, place, record, settings} = plan;
	const {config, home} = place.locations;
	if (record === undefined) {
		await clearAfterKilled(config);
		return {path: config, findings: plan.findings};
	}

	await createFolder(path.dirname(config), home === undefined ? {} : {within: home});
	const replaced = await withLock(config, async () => {
		const {text, digest} = await readConfigText(config);
		const {text: edited, change} = changeCliProfile(text, goal.cliProfile, settings);
		if (change?.before !== record.block.before || change.after !== record.block.after) {
			throw changedMeanwhile(config, goal.cliProfile);
		}

		return replaceFile(config, edited, {basedOn: digest, backup: true, mode: 0o600, now});
	});
	const files = await readConfigFiles(goal.cliProfile, place);
	requireReadBack(files, goal);
	return {...replaced, findings: runRules(rules, files)};
}

/** A process that names a trust anchor is this program's or the official helper's; any other is somebody's own. */
function requireOwnProcess({cliProfile, mayReplaceProcess}: CliProfileGoal, {processLines}: ConfigFiles): void {
	const foreign = processLines.find(({key}) => !/\s--trust-anchor-arn\b/.test(key.value));
	if (foreign && !mayReplaceProcess) {
		throw new ExpectedError(
			'CLI_PROFILE_IN_USE',
			`The CLI profile ${cliProfile} already gets its credentials from another program, on line ${foreign.key.line}.`,
			{next: ['Choose another name with --cli-profile', 'Or add --replace to let this one take over.']},
		);
	}
}

/** CFG-47, on the bytes that the clients will read. */
function requireReadBack({processLines, config}: ConfigFiles, {cliProfile, command}: CliProfileGoal): void {
	const [line] = processLines.filter(({file}) => file === 'config');
	const readings = [line?.toBotocore, line?.toShell];
	const isRight = readings.every(
		read => read?.ok && read.value.length === command.length && read.value.every((word, at) => word === command[at]),
	);
	if (!isRight) {
		throw changedMeanwhile(config?.path ?? '', cliProfile);
	}
}

function changedMeanwhile(file: string, cliProfile: string): ExpectedError {
	return new ExpectedError(
		'FILE_CHANGED',
		`Another program changed the CLI profile ${cliProfile} in ${printable(file)} at the same time.`,
		{next: ['Run the same command again and look at what it would change.']},
	);
}

async function isThere(folder: string): Promise<boolean> {
	try {
		await stat(folder);
		return true;
	} catch (error) {
		if (systemCode(error) === 'ENOENT') {
			return false;
		}

		throw fileProblem(error, folder, 'read');
	}
}
