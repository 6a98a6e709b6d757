import {setupText} from '../report/setup-summary.ts';
import {askStart} from './ask-setup.ts';
import {askingMode} from './asking-mode.ts';
import {defineCommand, noOperands} from './command.ts';
import {exit} from './exit-codes.ts';

/** What happens when nothing but the name of the program, and perhaps shared flags, is typed in a terminal. */
export const start = defineCommand({
	name: 'anchorsmith',
	summary: 'Asks what to do.',
	operands: noOperands,
	flags: {},
	examples: ['--plain'],
	async run({shared}, context) {
		const mode = askingMode(context, {isPlain: shared.plain});
		const end = mode.kind === 'unattended' ? undefined : await askStart({mode, color: shared.color}, context);
		const summary = end?.kind === 'done' ? end.summary : undefined;
		return {exit: exit.done, result: {}, text: asTyped => (summary ? setupText(summary, asTyped) : '')};
	},
});
