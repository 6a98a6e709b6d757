import {access} from 'node:fs/promises';
import path from 'node:path';
import {parseArn} from '../aws/arn.ts';
import {type ChangeKey, forgetChanges, readChanges, recordChange} from '../config-file/change-store.ts';
import {applyCliProfile, type CliProfilePlan, planCliProfile, undoCliProfile} from '../config-file/configure.ts';
import {credentialProcessArguments} from '../config-file/credential-process.ts';
import {findHelper} from '../config-file/find-program.ts';
import {configLocations} from '../config-file/locations.ts';
import {commandPlatform} from '../config-file/quoting.ts';
import {ExpectedError} from '../errors.ts';
import {printable} from '../printable.ts';
import type {AsTyped} from '../report/as-typed.ts';
import type {Finding} from '../rules/finding.ts';
import type {Json, Outcome} from './command.ts';
import type {CommandContext} from './context.ts';
import {exit} from './exit-codes.ts';
import {typedName} from './flag.ts';

/** What was typed after `configure`. */
export interface ConfigureFlags {
	readonly cliProfile: string;
	readonly certificate: string | undefined;
	readonly privateKey: string | undefined;
	readonly intermediates: string | undefined;
	readonly trustAnchorArn: string | undefined;
	readonly profileArn: string | undefined;
	readonly roleArn: string | undefined;
	readonly sessionDuration: number | undefined;
	readonly roleSessionName: string | undefined;
	readonly helper: 'own' | 'official' | undefined;
	readonly helperProgram: string | undefined;
	readonly endpoint: string | undefined;
	readonly region: string | undefined;
	readonly passphraseFile: string | undefined;
	readonly home: string | undefined;
	readonly replace: boolean;
	readonly dryRun: boolean;
}

/** The five without which there is nothing to write. */
const NEEDED = ['certificate', 'privateKey', 'trustAnchorArn', 'profileArn', 'roleArn'] as const;

/**
 * Plans, shows and (unless it is a dry run) writes one CLI profile, recording how to undo it first.
 *
 * @throws {ExpectedError} `USAGE` naming all flags that are missing; and as `planCliProfile` and `applyCliProfile`.
 */
export async function configureCliProfile(flags: ConfigureFlags, context: CommandContext): Promise<Outcome> {
	const place = {locations: configLocations(context), platform: commandPlatform(context.platform), env: context.env};
	const command = await commandFor(flags, context);
	const plan = await planCliProfile(
		{
			cliProfile: flags.cliProfile,
			command,
			region: flags.region ?? regionOf(flags.trustAnchorArn),
			endpoint: flags.endpoint,
			mayReplaceProcess: flags.replace,
		},
		place,
	);
	const file = place.locations.config;
	if (flags.dryRun) {
		return toOutcome(plan, {file, isDryRun: true, findings: plan.findings}, context);
	}

	const now = context.now();
	if (plan.record) {
		await recordChange(changeKey(flags.cliProfile, file, context), plan.record, now);
	}

	const applied = await applyCliProfile(plan, {now});
	return toOutcome(plan, {file: applied.path, isDryRun: false, ...applied}, context);
}

/**
 * Takes back all that configure did to one CLI profile.
 *
 * @throws {ExpectedError} `CLI_PROFILE_UNKNOWN` when it did nothing; `USAGE` for a dry run; and as `undoCliProfile`.
 */
export async function undoConfigure(
	{cliProfile, dryRun}: Pick<ConfigureFlags, 'cliProfile' | 'dryRun'>,
	context: CommandContext,
): Promise<Outcome> {
	if (dryRun) {
		throw new ExpectedError('USAGE', '--undo has no dry run.', {next: ['Leave out --dry-run; a backup is kept.']});
	}

	const {config: file} = configLocations(context);
	const key = changeKey(cliProfile, file, context);
	const changes = await readChanges(key);
	if (changes.length === 0) {
		throw new ExpectedError(
			'CLI_PROFILE_UNKNOWN',
			`There is no record that configure changed the CLI profile ${printable(cliProfile)} in ${printable(file)}.`,
			{next: ['Check the name, AWS_CONFIG_FILE and --home: the record belongs to all three.']},
		);
	}

	let outcome: Awaited<ReturnType<typeof undoCliProfile>>['outcome'] = 'nothing to undo';
	for (const change of changes.toReversed()) {
		const undone = await undoCliProfile(change, {now: context.now()});
		outcome = undone.outcome === 'nothing to undo' ? outcome : undone.outcome;
	}

	await forgetChanges(key);
	const text = {
		restored: `The CLI profile ${cliProfile} is again as it was, in ${printable(file)}.\n`,
		removed: `The CLI profile ${cliProfile} is removed from ${printable(file)}.\n`,
		'nothing to undo': `The CLI profile ${cliProfile} is as it was already, in ${printable(file)}.\n`,
	};
	return {exit: exit.done, result: {cliProfile, path: file, change: outcome}, text: text[outcome]};
}

async function commandFor(flags: ConfigureFlags, context: CommandContext): Promise<readonly string[]> {
	const missing = NEEDED.filter(name => !flags[name]);
	if (missing.length > 0) {
		throw new ExpectedError('USAGE', `Missing: ${missing.map(typedName).join(', ')}.`, {
			next: [`Add ${missing.map(name => `${typedName(name)} ${name.endsWith('Arn') ? 'ARN' : 'FILE'}`).join(' ')}`],
		});
	}

	const absolute = (file: string): string => path.resolve(context.workingDirectory, file);
	const optional = (file: string | undefined): string | undefined => (file ? absolute(file) : undefined);
	const {certificate = '', privateKey = '', trustAnchorArn = '', profileArn = '', roleArn = ''} = flags;
	if (flags.passphraseFile === '-') {
		throw new ExpectedError('USAGE', 'AWS clients cannot type a passphrase, so --passphrase-file cannot be - here.', {
			next: ['Give --passphrase-file a file that only you can read.'],
		});
	}

	const helper = flags.helper ?? 'own';
	const {program, note} = await findHelper(helper, flags.helperProgram, context);
	if (note !== undefined) {
		context.say(note);
	}

	const wanted = {
		...flags,
		helper,
		certificate: absolute(certificate),
		privateKey: absolute(privateKey),
		intermediates: optional(flags.intermediates),
		passphraseFile: optional(flags.passphraseFile),
		home: optional(flags.home),
		trustAnchorArn,
		profileArn,
		roleArn,
		region: undefined,
		program,
	};
	const command = credentialProcessArguments(wanted);
	for (const file of [wanted.certificate, wanted.privateKey, wanted.intermediates, wanted.passphraseFile]) {
		await sayIfUnreadable(file, context);
	}

	return command;
}

async function sayIfUnreadable(file: string | undefined, {say}: CommandContext): Promise<void> {
	try {
		await (file && access(file));
	} catch {
		say(`Careful: ${printable(file ?? '')} cannot be read, so there will be no credentials until it can.`);
	}
}

function regionOf(arn: string | undefined): string | undefined {
	const parsed = parseArn(arn ?? '');
	return parsed.ok ? parsed.value.region : undefined;
}

function changeKey(cliProfile: string, configFile: string, context: CommandContext): ChangeKey {
	return {stateDirectory: context.stateDirectory(), configFile, cliProfile};
}

interface Ending {
	readonly file: string;
	readonly isDryRun: boolean;
	readonly findings: readonly Finding[];
	readonly backup?: string;
}

function toOutcome(plan: CliProfilePlan, {file, isDryRun, findings, backup}: Ending, {say}: CommandContext): Outcome {
	const {cliProfile} = plan.goal;
	for (const {severity, message, at, fix} of findings) {
		say(`${severity}: ${message} (${at})\n  ${fix}`);
	}

	const name = printable(file);
	const told = (asTyped: AsTyped) =>
		plan.change === 'none'
			? `The CLI profile ${cliProfile} is already so in ${name}; nothing was changed.\n`
			: isDryRun
				? plan.diff
				: [
						`Wrote the CLI profile ${cliProfile} to ${name}.`,
						...(backup === undefined ? [] : [`The file as it was: ${printable(backup)}`]),
						`Check it:  aws sts get-caller-identity --profile ${cliProfile}`,
						`Undo it:   ${asTyped(`anchorsmith configure --undo --cli-profile ${cliProfile}`)}`,
						'',
					].join('\n');
	const result: Json = {
		cliProfile,
		path: file,
		change: plan.change,
		dryRun: isDryRun,
		diff: plan.diff,
		credentialProcess: plan.credentialProcess,
		backup: backup ?? null,
		findings: findings.map(finding => ({
			...finding,
			source: {...finding.source},
			refusal: finding.refusal && {...finding.refusal},
		})),
	};
	return {exit: exit.done, result, text: told};
}
