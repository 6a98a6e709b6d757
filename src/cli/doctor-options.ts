import type {GatherOptions} from '../doctor/gather/surroundings.ts';
import {ExpectedError} from '../errors.ts';
import {readAll, readPassphrase} from '../files/read-passphrase.ts';
import type {CommandContext} from './context.ts';

/** Flags that stand for the credential process. */
const ORDER = [
	'certificate',
	'privateKey',
	'intermediates',
	'trustAnchorArn',
	'profileArn',
	'roleArn',
	'sessionDuration',
	'roleSessionName',
	'endpoint',
	'region',
] as const;

/** Flags that say what is looked at, and what is done with it. */
export interface DoctorFlags extends Readonly<Record<(typeof ORDER)[number], string | undefined>> {
	readonly cliProfile: string | undefined;
	/** A message of an error, or `-` for standard input. */
	readonly error: string | undefined;
	readonly offline: boolean;
	readonly user: string | undefined;
	readonly mend: boolean;
	readonly bundle: string | undefined;
	readonly mask: boolean;
	readonly from: string | undefined;
	readonly adminProfile: string | undefined;
	readonly passphraseFile: string | undefined;
	readonly passphraseEnv: string | undefined;
}

/**
 * What the flags ask to be looked at.
 *
 * @throws {ExpectedError} `USAGE`; `FILE_MISSING` or `FILE_UNREADABLE` for the passphrase.
 */
export async function gatherOptions(flags: DoctorFlags, context: CommandContext): Promise<GatherOptions> {
	const {cliProfile, adminProfile, user, error, offline} = flags;
	const told = error === '-' ? await readAll(context.stdin) : error;
	const passphrase = await readPassphrase(flags, context);
	const given = ORDER.flatMap(name => {
		const value = flags[name];
		return value === undefined ? [] : [[name, value] as const];
	});
	return {
		isOffline: offline,
		...(given.length > 0 && {flags: Object.fromEntries(given)}),
		...(cliProfile !== undefined && {cliProfile}),
		...(adminProfile !== undefined && {adminProfile}),
		...(user !== undefined && {user}),
		...(told !== undefined && {told}),
		...(passphrase !== undefined && {passphrase}),
	};
}

/** @throws {ExpectedError} `USAGE` for flags that make no sense together. */
export function requireSense({error, passphraseFile, from, mend, mask, bundle}: DoctorFlags): void {
	if (error === '-' && passphraseFile === '-') {
		throw usage('Standard input cannot be both the error and the passphrase.', 'Give the passphrase in a file.');
	}

	if (error?.trim() === '') {
		throw usage('--error needs the message of an error.', "For example: --error 'Untrusted signing certificate'");
	}

	if (from !== undefined && mend) {
		throw usage('What a bundle tells of may be another machine: nothing is mended from it.', 'Leave out --mend');
	}

	if (from !== undefined && bundle !== undefined) {
		throw usage('What --from reads is a bundle already.', 'Leave out --bundle');
	}

	if (mask && bundle === undefined) {
		throw usage('--mask is about the file that --bundle writes.', 'Add --bundle FILE');
	}
}

function usage(message: string, next: string): ExpectedError {
	return new ExpectedError('USAGE', message, {next: [next]});
}
