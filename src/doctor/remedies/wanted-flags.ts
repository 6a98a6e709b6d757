import path from 'node:path';
import {isSafeProfileName} from '../../rules/config-file/config-profile-name.ts';
import {REDACTED} from '../evidence/config.ts';
import type {Evidence} from '../evidence/evidence.ts';
import type {FileEvidence} from '../evidence/files.ts';
import {type Look, seenIn} from '../evidence/look.ts';
import {configureCommand, doctorCommand} from '../mend/configure-command.ts';
import type {CliProfileFlags} from '../mend/mend.ts';
import {meantCommand, placeOf} from './meant-command.ts';
import {neededChain} from './needed-chain.ts';
import type {Remedy} from './remedy.ts';
import {rightArns} from './right-arns.ts';
import {likelyPair} from './right-files.ts';
import {settingIn} from './setting-in.ts';

/** In what a CLI profile is to differ from how it was meant; undefined takes a flag away. */
export type FlagsDiffer = Partial<CliProfileFlags>;

/**
 * What the CLI profile in question was meant to hold, whole: files are those that are there and belong together where that
 * can be told, ARNs those that belong together. Undefined as long as something is missing, or where only another program
 * than the helpers can do what its command does.
 */
export function wantedFlags(evidence: Evidence, differs: FlagsDiffer = {}): CliProfileFlags | undefined {
	const command = meantCommand(evidence);
	const order = command?.order ?? {};
	const arns = rightArns(evidence, order);
	const files = {
		...(differs.certificate !== undefined && {certificate: differs.certificate}),
		...(differs.privateKey !== undefined && {privateKey: differs.privateKey}),
	};
	const {certificate, privateKey} = {...likelyPair(evidence, order), ...files};
	const {trustAnchorArn, profileArn, roleArn} = {...arns, ...differs};
	if (!certificate || !privateKey || !trustAnchorArn || !profileArn || !roleArn) {
		return undefined;
	}

	const isLost = (flag: string) =>
		!(flag === '--with-proxy' && differs.helper === 'own') &&
		!(['--passphrase-env', '--pkcs8-password'].includes(flag) && differs.privateKey !== undefined);
	if (command?.others.some(isLost) || [certificate, privateKey].some(file => !path.isAbsolute(file))) {
		return undefined;
	}

	const duration = Number(order.sessionDuration);
	const isOfficial = command?.maker === 'official-helper';
	const program = seenIn(evidence.command)?.program;
	const flags: CliProfileFlags = {
		cliProfile: isSafeProfileName(evidence.cliProfile.name)
			? evidence.cliProfile.name
			: safeName(evidence.cliProfile.name),
		helper: isOfficial ? 'official' : 'own',
		...(isOfficial && {helperProgram: absoluteProgram(command.program, program && seenIn(program)?.path, evidence)}),
		certificate,
		privateKey,
		intermediates: intermediatesFor(evidence, order.intermediates),
		passphraseFile: order.passphraseFile,
		trustAnchorArn,
		profileArn,
		roleArn,
		sessionDuration: Number.isInteger(duration) && duration >= 900 && duration <= 43_200 ? duration : undefined,
		roleSessionName: /^[\w+=,.@-]{2,64}$/.test(order.roleSessionName ?? '') ? order.roleSessionName : undefined,
		endpoint: order.endpoint,
		region: settingIn(evidence, 'region'),
		home: command?.home,
		...differs,
	};
	return Object.values(flags).some(value => String(value).includes(REDACTED)) ? undefined : flags;
}

/** A remedy that writes the CLI profile anew, where that can be done. */
export function configureRemedy(
	what: string,
	evidence: Evidence,
	differs: FlagsDiffer = {},
	before: readonly string[] = [],
): Remedy | undefined {
	const flags = wantedFlags(evidence, differs);
	return (
		flags && {
			what,
			who: 'operator',
			commands: [...before, commandWith(flags, evidence)],
			...(before.length === 0 && !isTyped(evidence) && {mend: {kind: 'configure', flags}}),
		}
	);
}

/** Writes the CLI profile; where there is none, and all was typed, looks again with the flags as they should be. */
export function commandWith(flags: CliProfileFlags, evidence: Evidence): string {
	return isTyped(evidence) ? doctorCommand(flags) : configureCommand(flags);
}

/** True when the command was given by flags, for no CLI profile in particular. */
function isTyped({command, cliProfile}: Evidence): boolean {
	return seenIn(command)?.origin === 'flags' && cliProfile.chosenBy === 'usual';
}

/** A name that every client takes, from one that some do not. */
export function safeName(name: string): string {
	const safe = name
		.replace(/[^\w.@+-]+/g, '-')
		.replace(/^[^A-Za-z0-9]+|-+$/g, '')
		.slice(0, 64);
	return safe === '' ? 'default' : safe;
}

function absoluteProgram(written: string, found: string | undefined, evidence: Evidence): string | undefined {
	if (path.isAbsolute(written)) {
		return written;
	}

	const {workingDirectory = '/'} = placeOf(evidence);
	return found ?? (written.includes('/') ? path.resolve(workingDirectory, written) : undefined);
}

/** What the command names if it is there and helps, else what would. */
function intermediatesFor(evidence: Evidence, named: string | undefined): string | undefined {
	if (named === undefined) {
		return undefined;
	}

	const isThere = isSeen(evidence.files.intermediates);
	const chain = isThere ? undefined : neededChain(evidence);
	return chain?.file ?? named;
}

function isSeen(look: Look<FileEvidence>): boolean {
	return look.state === 'seen';
}
