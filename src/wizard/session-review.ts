import {SECTIONS, type SectionId, sectionTitle} from './sections.ts';
import {openSteps, originOfGiven, settled, type WizardSession} from './session-state.ts';
import type {Step} from './step.ts';
import {session as texts} from './texts/en.ts';
import {valueInWords} from './value-in-words.ts';

/** How far a section is. `skipped`: nothing in it is needed. */
export type SectionState = 'done' | 'current' | 'ahead' | 'skipped' | 'needs attention';

/** One entry of the step tracker. */
export interface Section {
	readonly id: SectionId;
	readonly title: string;
	readonly state: SectionState;
	/** Its questions that the answers so far make needed, asked or not. */
	readonly steps: readonly Step[];
}

/** One answer as the review shows it. */
export interface ReviewRow {
	readonly step: Step;
	readonly section: SectionId;
	/** The answer in words, safe to show. */
	readonly value: string;
	/** Where it comes from: "your answer", "from AWS_REGION", "usual". */
	readonly origin: string;
	readonly state: 'answered' | 'assumed' | 'left' | 'open' | 'needs attention';
	/** Why it needs attention. */
	readonly problem?: string;
}

/** The step tracker. */
export function sectionsOf(session: WizardSession): readonly Section[] {
	const {needed, wrong} = settled(session);
	const open = openSteps(session);
	const current = session.at.kind === 'question' ? session.at.step.section : undefined;
	return SECTIONS.map(id => {
		const inSection = needed.filter(({section}) => section === id);
		const state = stateOf({
			isCurrent: id === current,
			isEmpty: inSection.length === 0,
			isWrong: wrong.some(({step}) => step.section === id),
			isOpen: open.some(({section}) => section === id),
		});
		return {id, title: sectionTitle(id), state, steps: inSection};
	});
}

/** Every needed question with its answer in words, in order. */
export function reviewOf(session: WizardSession): readonly ReviewRow[] {
	const {needed, answers, origins, wrong} = settled(session);
	const open = openSteps(session);
	return needed.map(step => {
		const value = answers[step.key];
		const problem = wrong.find(entry => entry.step === step)?.problem;
		return {
			step,
			section: step.section,
			value: value === undefined ? texts.noAnswer : valueInWords(step.field, value),
			origin: origins.get(step.key) ?? (value === undefined ? '' : originOfGiven(session, step)),
			state: rowState({value, problem, isAssumed: origins.has(step.key), isOpen: open.includes(step)}),
			...(problem !== undefined && {problem}),
		};
	});
}

function stateOf(is: Readonly<Record<'isCurrent' | 'isEmpty' | 'isWrong' | 'isOpen', boolean>>): SectionState {
	if (is.isCurrent) {
		return 'current';
	}

	if (is.isEmpty) {
		return 'skipped';
	}

	if (is.isWrong) {
		return 'needs attention';
	}

	return is.isOpen ? 'ahead' : 'done';
}

function rowState({
	value,
	problem,
	isAssumed,
	isOpen,
}: {
	readonly value: unknown;
	readonly problem: string | undefined;
	readonly isAssumed: boolean;
	readonly isOpen: boolean;
}): ReviewRow['state'] {
	if (problem !== undefined) {
		return 'needs attention';
	}

	if (isOpen) {
		return 'open';
	}

	if (value === undefined) {
		return 'left';
	}

	return isAssumed ? 'assumed' : 'answered';
}
