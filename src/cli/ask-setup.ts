import type {Answers} from '../wizard/answers.ts';
import {Interview} from '../wizard/interview.ts';
import {type LinePrompt, openLinePrompt} from '../wizard/plain/line-prompt.ts';
import {offerProgress, runPlainStart} from '../wizard/plain/run-plain-start.ts';
import {type PlainWorld, runPlainWizard} from '../wizard/plain/run-plain-wizard.ts';
import type {SetupEnd} from '../wizard/setup-end.ts';
import type {AskingMode} from './asking-mode.ts';
import {asCalled} from './called-as.ts';
import type {CommandContext} from './context.ts';
import type {SharedFlagValues} from './shared-flags.ts';

/** How a person is asked: one of the two modes in which anybody is. */
export type Asking = Exclude<AskingMode, {readonly kind: 'unattended'}>;

/**
 * Asks for all that flags and files left open, plans, applies and proves. Offers to go on with answers that were kept.
 *
 * @throws {ExpectedError} `INTERRUPTED`, and what failed.
 */
export async function askSetup(
	given: Answers,
	{mode, color}: {readonly mode: Asking; readonly color: SharedFlagValues['color']},
	context: CommandContext,
): Promise<SetupEnd> {
	const interview = await withPrompt(mode, context, async world =>
		Interview.begin(given, context, await offerProgress(world)),
	);
	if (mode.kind === 'lines') {
		return withPrompt(mode, context, world => runPlainWizard(interview, world));
	}

	const {runInkWizard} = await import('../wizard/ink/run-ink-wizard.ts');
	return runInkWizard(interview, {...worldOf(context), terminal: mode.terminal, color: color ?? 'auto'});
}

/**
 * Asks what to do, and does it.
 *
 * @throws {ExpectedError} `INTERRUPTED`, and what failed.
 */
export async function askStart(
	{mode, color}: {readonly mode: Asking; readonly color: SharedFlagValues['color']},
	context: CommandContext,
): Promise<SetupEnd> {
	if (mode.kind === 'lines') {
		return withPrompt(mode, context, runPlainStart);
	}

	const {runInkStart} = await import('../wizard/ink/run-ink-wizard.ts');
	return runInkStart({...worldOf(context), terminal: mode.terminal, color: color ?? 'auto'});
}

async function withPrompt<Value>(
	mode: Asking,
	context: CommandContext,
	work: (world: PlainWorld) => Promise<Value>,
): Promise<Value> {
	const {stdin: input, stderr: output, signal} = context;
	const drawing = mode.kind === 'lines' ? mode.drawing : 'line';
	const prompt: LinePrompt = await openLinePrompt(
		{input, output, signal, stopped: 'Stopped. Nothing was changed.'},
		drawing,
	);
	try {
		return await work({...worldOf(context), prompt});
	} finally {
		prompt.close();
	}
}

function worldOf(context: CommandContext): Omit<PlainWorld, 'prompt'> {
	return {surroundings: context, asCalled: text => asCalled(text, context.calledAs())};
}
