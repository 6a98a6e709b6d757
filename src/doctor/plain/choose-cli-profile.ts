import {askChoice} from '../../ui/lines/ask-choice.ts';
import type {LinePrompt} from '../../ui/lines/line-prompt.ts';
import type {GatherOptions} from '../gather/surroundings.ts';
import type {Candidate} from '../guide/open-question.ts';
import {safe} from '../guide/telling.ts';
import {choosing, plain as texts} from '../texts/en.ts';

/**
 * Asks which of several CLI profiles is meant, and takes a message before that.
 *
 * @returns What is to be looked at; undefined when the person leaves.
 * @throws {ExpectedError} `INTERRUPTED`.
 */
export async function chooseCliProfile(
	candidates: readonly Candidate[],
	options: GatherOptions,
	prompt: LinePrompt,
): Promise<GatherOptions | undefined> {
	let asked = options;
	while (candidates.length > 0) {
		prompt.say(`\n${choosing.question}`);
		const chosen = await askChoice<string | null>(
			{help: choosing.note},
			[
				...candidates.map(({name, note}) => ({value: name, label: `${safe(name)}: ${safe(note)}`})),
				{value: null, label: asked.told === undefined ? choosing.paste : choosing.pasteAgain},
			],
			{suggestion: {value: candidates[0]?.name ?? null, origin: texts.usual}, prompt},
		);
		if (chosen === 'back') {
			return undefined;
		}

		if (typeof chosen === 'object' && chosen.value !== null) {
			return {...asked, cliProfile: chosen.value};
		}

		if (typeof chosen === 'object') {
			asked = withMessage(asked, await prompt.text(texts.messagePrompt));
		}
	}

	return asked;
}

/** The same with a message, unless none was given. */
export function withMessage(options: GatherOptions, told: string): GatherOptions {
	return told === '' ? options : {...options, told};
}
