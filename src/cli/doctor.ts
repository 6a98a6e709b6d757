import {diagnose} from '../doctor/diagnose/diagnose.ts';
import type {Diagnosis} from '../doctor/diagnose/diagnosis.ts';
import {titleOf} from '../doctor/diagnose/judge-check.ts';
import {gatherEvidence} from '../doctor/gather/gather.ts';
import type {GatherOptions} from '../doctor/gather/surroundings.ts';
import {ExpectedError} from '../errors.ts';
import {readAll, readPassphrase} from '../files/read-passphrase.ts';
import {doctorJson} from '../report/doctor-json.ts';
import {doctorText} from '../report/doctor-text.ts';
import type {AskingMode} from './asking-mode.ts';
import {asCalled} from './called-as.ts';
import type {Outcome} from './command.ts';
import type {CommandContext} from './context.ts';
import {checklistOn} from './doctor-checklist.ts';
import {doctorSurroundings} from './doctor-surroundings.ts';
import {exit} from './exit-codes.ts';

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

/** What was typed after `doctor`. */
export interface DoctorRequest extends Readonly<Record<(typeof ORDER)[number], string | undefined>> {
	readonly cliProfile: string | undefined;
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
	/** Goes ahead with changes at AWS. */
	readonly yes: boolean;
	readonly plain: boolean;
	readonly mode: AskingMode;
}

/**
 * Looks, judges, and tells what the most likely cause is and what mends it.
 *
 * @throws {ExpectedError} `USAGE`; `INTERRUPTED`; what writing and reading a bundle throws, and mending.
 */
export async function doctor(request: DoctorRequest, context: CommandContext): Promise<Outcome> {
	requireSense(request);
	const options = await optionsOf(request, context);
	const surroundings = await doctorSurroundings(options, context);
	const evidence = await gatherEvidence(surroundings, checklistOn(context.say));
	return outcomeOf(diagnose(evidence), context);
}

/** A report is as wide as the terminal, within these columns. */
const COLUMNS = {least: 40, most: 80};

function outcomeOf(diagnosis: Diagnosis, {terminal, calledAs}: CommandContext): Outcome {
	const isWell = diagnosis.verdict === 'working' || diagnosis.verdict === 'sound';
	const wide = terminal?.output.columns || COLUMNS.most;
	const columns = Math.min(Math.max(wide, COLUMNS.least), COLUMNS.most);
	return {
		exit: isWell ? exit.done : exit.findings,
		result: doctorJson(diagnosis, {titleOf, asTyped: advice => asCalled(advice, calledAs())}),
		text: asTyped => doctorText(diagnosis, {columns}, asTyped),
	};
}

async function optionsOf(request: DoctorRequest, context: CommandContext): Promise<GatherOptions> {
	const {cliProfile, adminProfile, user, error} = request;
	const told = error === '-' ? await readAll(context.stdin) : error;
	const passphrase = await readPassphrase(request, context);
	const flags = Object.fromEntries(
		ORDER.flatMap(name => {
			const value = request[name];
			return value === undefined ? [] : [[name, value]];
		}),
	);
	return {
		isOffline: request.offline,
		...(Object.keys(flags).length > 0 && {flags}),
		...(cliProfile !== undefined && {cliProfile}),
		...(adminProfile !== undefined && {adminProfile}),
		...(user !== undefined && {user}),
		...(told !== undefined && {told}),
		...(passphrase !== undefined && {passphrase}),
	};
}

/** @throws {ExpectedError} `USAGE` for flags that make no sense together. */
function requireSense({error, passphraseFile, from, mend, mask, bundle}: DoctorRequest): void {
	if (error === '-' && passphraseFile === '-') {
		throw usage('Standard input cannot be both the error and the passphrase.', 'Give the passphrase in a file.');
	}

	if (from !== undefined && mend) {
		throw usage('What a bundle tells of may be another machine: nothing is mended from it.', 'Leave out --mend.');
	}

	if (mask && bundle === undefined) {
		throw usage('--mask is about the file that --bundle writes.', 'Add --bundle FILE');
	}
}

function usage(message: string, next: string): ExpectedError {
	return new ExpectedError('USAGE', message, {next: [next]});
}
