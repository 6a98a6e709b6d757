import type {GatherOptions} from '../doctor/gather/surroundings.ts';
import type {DoctorEnd} from '../doctor/guide/doctor-world.ts';
import type {AskingManner} from './ask-setup.ts';
import type {Outcome} from './command.ts';
import type {CommandContext} from './context.ts';
import {type DoctorFlags, gatherOptions, requireSense} from './doctor-options.ts';
import {doctorWorld} from './doctor-world.ts';
import {exit} from './exit-codes.ts';

/**
 * Troubleshoots with a person: which CLI profile, what is wrong, and mending it. What looks and judges is loaded behind
 * the first screen.
 *
 * @throws {ExpectedError} `USAGE`; `INTERRUPTED`; what looking failed with, and writing a bundle.
 */
export async function askDoctor(flags: DoctorFlags, manner: AskingManner, context: CommandContext): Promise<Outcome> {
	requireSense(flags);
	const {last, mended} = await troubleshoot(await gatherOptions(flags, context), manner, context);
	if (!last) {
		return {exit: exit.done, result: {}, text: ''};
	}

	const {keep, outcomeOf} = await import('./doctor.ts');
	return outcomeOf(last, {...(await keep(last, flags, context)), mended}, context);
}

async function troubleshoot(
	options: GatherOptions,
	{mode, color = 'auto'}: AskingManner,
	context: CommandContext,
): Promise<DoctorEnd> {
	if (mode.kind === 'lines') {
		const {troubleshootInLines} = await import('./ask-in-lines.ts');
		return troubleshootInLines(options, mode.drawing, context);
	}

	const {runInkDoctor} = await import('../doctor/ink/run-ink-doctor.ts');
	return runInkDoctor({terminal: mode.terminal, color, surroundings: context, ...doctorWorld(context)}, options);
}
