import {isYes} from '../../ui/lines/ask-choice.ts';
import type {LinePrompt} from '../../ui/lines/line-prompt.ts';
import type {Interview, TypedAnswer} from '../interview.ts';
import type {SectionId} from '../sections.ts';
import {isComplete, reviewOf, sectionsOf} from '../session.ts';
import type {Step} from '../step.ts';
import {plain as texts} from '../texts/en.ts';
import {askStep} from './ask-step.ts';

/** How a stretch of asking ended. */
export type AskingEnd = 'review' | 'left';

/** Who is asked beside the person: whether AWS knows whose credentials an answer names. */
export interface Witness {
	/** Before the question. */
	announce(step: Step): Promise<void>;
	/** False when the answer is not to be taken; why has been said by then. */
	admits(step: Step, answer: TypedAnswer): Promise<boolean>;
}

/** Asks until nothing is open, or the person leaves at the first question. @throws {ExpectedError} `INTERRUPTED`. */
export async function askAll(interview: Interview, prompt: LinePrompt, witness?: Witness): Promise<AskingEnd> {
	let section: SectionId | undefined;
	for (;;) {
		const {at} = interview.session;
		if (at.kind === 'review') {
			return 'review';
		}

		section = sayWhere(interview, section, prompt);
		await witness?.announce(at.step);
		const asked = await askStep(at.step, interview, prompt);
		if (asked === 'back') {
			if ((await interview.back()) === undefined && (await wantsToLeave(prompt))) {
				return 'left';
			}
		} else if (asked !== 'again' && (await witness?.admits(at.step, asked)) !== false) {
			await interview.answer(asked);
		}
	}
}

/**
 * Shows every answer by number, and takes a change or the way on.
 *
 * @returns `plan` when the person goes on; `changed` when questions are to be asked again; `left` on the way out.
 * @throws {ExpectedError} `INTERRUPTED`.
 */
export async function askReview(interview: Interview, prompt: LinePrompt): Promise<'plan' | 'changed' | 'left'> {
	const rows = reviewOf(interview.session);
	prompt.say(`\n${texts.review}`);
	let section: SectionId | undefined;
	rows.forEach(({step, value, origin, state, problem}, index) => {
		if (step.section !== section) {
			section = step.section;
			prompt.say(`  ${sectionsOf(interview.session).find(({id}) => id === section)?.title ?? ''}`);
		}

		const attention = problem === undefined ? texts.open : texts.needsAttention(problem);
		const answer = texts.reviewRow(step.label, value, origin);
		prompt.say(`  ${String(index + 1).padStart(4)}. ${answer}${isFine(state) ? '' : ` - ${attention}`}`);
	});
	if (interview.trouble !== undefined) {
		prompt.say(`  ${texts.notKept(interview.trouble)}`);
	}

	for (;;) {
		const typed = (await prompt.line(texts.reviewPrompt)).trim();
		const row = rows[Number(typed) - 1];
		if (typed === '<') {
			return (await interview.back()) === undefined && (await wantsToLeave(prompt)) ? 'left' : 'changed';
		}

		if (typed === '') {
			await interview.goToOpen();
			return isComplete(interview.session) ? 'plan' : 'changed';
		}

		if (row) {
			await interview.goTo(row.step.id);
			return 'changed';
		}

		prompt.say(`  ! ${texts.noSuchChoice(rows.length)}`);
	}
}

function isFine(state: ReturnType<typeof reviewOf>[number]['state']): boolean {
	return state !== 'open' && state !== 'needs attention';
}

function sayWhere(interview: Interview, before: SectionId | undefined, prompt: LinePrompt): SectionId | undefined {
	const sections = sectionsOf(interview.session).filter(({state}) => state !== 'skipped');
	const position = sections.findIndex(({state}) => state === 'current');
	const here = sections[position];
	if (here && here.id !== before) {
		prompt.say(`\n${texts.section(here.title, position + 1, sections.length)}`);
	}

	return here?.id;
}

async function wantsToLeave(prompt: LinePrompt): Promise<boolean> {
	return isYes(await prompt.line(texts.leaveQuestion));
}
