import path from 'node:path';
import {diagnose} from '../doctor/diagnose/diagnose.ts';
import type {Diagnosis} from '../doctor/diagnose/diagnosis.ts';
import {titleOf} from '../doctor/diagnose/judge-check.ts';
import type {Evidence} from '../doctor/evidence/evidence.ts';
import {gatherEvidence} from '../doctor/gather/gather.ts';
import type {Surroundings} from '../doctor/gather/surroundings.ts';
import {doctorJson} from '../report/doctor-json.ts';
import {type DoctorTelling, doctorText} from '../report/doctor-text.ts';
import {asCalled} from './called-as.ts';
import type {Outcome} from './command.ts';
import type {CommandContext} from './context.ts';
import {checklistOn} from './doctor-checklist.ts';
import {mendAndLookAgain} from './doctor-mend.ts';
import {type DoctorFlags, gatherOptions, requireSense} from './doctor-options.ts';
import {doctorSurroundings} from './doctor-surroundings.ts';
import {exit} from './exit-codes.ts';
import {orInterrupted} from './or-interrupted.ts';

/** What was typed after `doctor`. */
export interface DoctorRequest extends DoctorFlags {
	/** Goes ahead with changes at AWS. */
	readonly yes: boolean;
}

/** What was seen, and what it came to. */
export interface Looked {
	readonly evidence: Evidence;
	readonly diagnosis: Diagnosis;
}

/**
 * Looks, judges, and tells what the most likely cause is and what mends it.
 *
 * @throws {ExpectedError} `USAGE`; `INTERRUPTED`; what writing and reading a bundle throws, and mending.
 */
export async function doctor(request: DoctorRequest, context: CommandContext): Promise<Outcome> {
	requireSense(request);
	if (request.from !== undefined) {
		const looked = await readLooked(path.resolve(context.workingDirectory, request.from));
		return outcomeOf(looked, await keep(looked, request, context), context);
	}

	const options = await gatherOptions(request, context);
	const surroundings = await doctorSurroundings(options, context);
	const first = await look(surroundings, context);
	if (!request.mend) {
		return outcomeOf(first, await keep(first, request, context), context);
	}

	const {last, ...mending} = await mendAndLookAgain(first, {
		surroundings,
		mayChangeAws: request.yes,
		say: context.say,
		look: () => look(surroundings, context),
	});
	return outcomeOf(last, {...(await keep(last, request, context)), ...mending}, context);
}

/** Ends at once when interrupted, whatever is still being waited for. */
async function look(surroundings: Surroundings, {signal, say}: CommandContext): Promise<Looked> {
	const evidence = await orInterrupted(gatherEvidence(surroundings, checklistOn(say)), signal);
	return {evidence, diagnosis: diagnose(evidence)};
}

/** What somebody else saw; masked evidence cannot be judged again, so it brings what it came to. */
async function readLooked(file: string): Promise<Looked> {
	const {readBundle} = await import('../doctor/bundle/read-bundle.ts');
	const {evidence, diagnosis} = await readBundle(file);
	return {evidence, diagnosis: diagnosis ?? diagnose(evidence)};
}

/** Writes the bundle, where one is wanted. */
export async function keep(
	looked: Looked,
	{bundle, mask: isMasked}: Pick<DoctorRequest, 'bundle' | 'mask'>,
	{workingDirectory}: CommandContext,
): Promise<Pick<DoctorTelling, 'bundle'>> {
	if (bundle === undefined) {
		return {};
	}

	const {writeBundle} = await import('../doctor/bundle/write-bundle.ts');
	const file = path.resolve(workingDirectory, bundle);
	await writeBundle(file, looked, {isMasked});
	return {bundle: file};
}

/** A report is as wide as the terminal, within these columns. */
const COLUMNS = {least: 40, most: 80};

/** What is told at the end, and whether all is well. */
export function outcomeOf(
	{diagnosis}: Looked,
	told: Pick<DoctorTelling, 'bundle' | 'mended' | 'note'>,
	{terminal, calledAs}: CommandContext,
): Outcome {
	const isWell = diagnosis.verdict === 'working' || diagnosis.verdict === 'sound';
	const wide = terminal?.output.columns || COLUMNS.most;
	const columns = Math.min(Math.max(wide, COLUMNS.least), COLUMNS.most);
	return {
		exit: isWell ? exit.done : exit.findings,
		result: doctorJson(diagnosis, {...told, titleOf, asTyped: advice => asCalled(advice, calledAs())}),
		text: asTyped => doctorText(diagnosis, {...told, columns}, asTyped),
	};
}
