import type {Answers} from '../wizard/answers.ts';
import type {InkWorld} from '../wizard/ink/world.ts';
import type {SetupEnd} from '../wizard/setup-end.ts';
import type {AskingMode} from './asking-mode.ts';
import type {CommandContext} from './context.ts';
import {doctorWorld} from './doctor-world.ts';
import type {SharedFlagValues} from './shared-flags.ts';

/** How a person is asked: one of the two modes in which anybody is. */
export type Asking = Exclude<AskingMode, {readonly kind: 'unattended'}>;

/** How to ask. */
export interface AskingManner {
	readonly mode: Asking;
	readonly color: SharedFlagValues['color'];
}

/**
 * Asks for all that flags and files left open, plans, applies and proves. Offers to go on with answers that were kept.
 *
 * @throws {ExpectedError} `INTERRUPTED`, and what failed.
 */
export async function askSetup(
	given: Answers,
	{mode, color}: AskingManner,
	context: CommandContext,
): Promise<SetupEnd> {
	if (mode.kind === 'lines') {
		const {askSetupInLines} = await import('./ask-in-lines.ts');
		return askSetupInLines(given, mode.drawing, context);
	}

	const {runInkWizard} = await import('../wizard/ink/run-ink-wizard.ts');
	return runInkWizard(given, inkWorld(mode, color, context));
}

/**
 * Asks what to do, and does it.
 *
 * @throws {ExpectedError} `INTERRUPTED`, and what failed.
 */
export async function askStart({mode, color}: AskingManner, context: CommandContext): Promise<SetupEnd> {
	if (mode.kind === 'lines') {
		const {askStartInLines} = await import('./ask-in-lines.ts');
		return askStartInLines(mode.drawing, context);
	}

	const {runInkStart} = await import('../wizard/ink/run-ink-wizard.ts');
	return runInkStart(inkWorld(mode, color, context));
}

function inkWorld(
	{terminal}: Extract<Asking, {readonly kind: 'screens'}>,
	color: SharedFlagValues['color'],
	context: CommandContext,
): InkWorld {
	return {
		terminal,
		color: color ?? 'auto',
		surroundings: context,
		...doctorWorld(context),
	};
}
