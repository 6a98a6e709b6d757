import type {GatherOptions} from '../doctor/gather/surroundings.ts';
import type {DoctorEnd} from '../doctor/guide/doctor-world.ts';
import {type LinePrompt, openLinePrompt} from '../ui/lines/line-prompt.ts';
import type {Answers} from '../wizard/answers.ts';
import {Interview} from '../wizard/interview.ts';
import {offerProgress, runPlainStart} from '../wizard/plain/run-plain-start.ts';
import {type PlainWorld, runPlainWizard} from '../wizard/plain/run-plain-wizard.ts';
import type {SetupEnd} from '../wizard/setup-end.ts';
import type {CommandContext} from './context.ts';
import {doctorWorld} from './doctor-world.ts';

/**
 * Asks for a set-up line by line.
 *
 * @throws {ExpectedError} `INTERRUPTED`, and what failed.
 */
export async function askSetupInLines(
	given: Answers,
	drawing: 'line' | 'none',
	context: CommandContext,
): Promise<SetupEnd> {
	return withPrompt(drawing, context, async world => {
		const interview = await Interview.begin(given, context, await offerProgress(world));
		return runPlainWizard(interview, world);
	});
}

/**
 * Asks what to do line by line, and does it.
 *
 * @throws {ExpectedError} `INTERRUPTED`, and what failed.
 */
export async function askStartInLines(drawing: 'line' | 'none', context: CommandContext): Promise<SetupEnd> {
	return withPrompt(drawing, context, runPlainStart);
}

/**
 * Troubleshoots line by line.
 *
 * @throws {ExpectedError} `INTERRUPTED`, and what looking failed with.
 */
export async function troubleshootInLines(
	options: GatherOptions,
	drawing: 'line' | 'none',
	context: CommandContext,
): Promise<DoctorEnd> {
	const {runPlainDoctor} = await import('../doctor/plain/run-plain-doctor.ts');
	return withPrompt(drawing, context, world => runPlainDoctor({...context, ...world}, options));
}

async function withPrompt<Value>(
	drawing: 'line' | 'none',
	context: CommandContext,
	work: (world: PlainWorld) => Promise<Value>,
): Promise<Value> {
	const {stdin: input, stderr: output, signal} = context;
	const prompt: LinePrompt = await openLinePrompt(
		{input, output, signal, stopped: 'Stopped. Nothing was changed.'},
		drawing,
	);
	try {
		return await work({
			surroundings: context,
			...doctorWorld(context),
			prompt,
		});
	} finally {
		prompt.close();
	}
}
