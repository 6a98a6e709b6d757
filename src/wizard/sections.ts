import type {Answers} from './answers.ts';
import {sections as texts} from './texts/en.ts';

/** The parts that a set-up is asked in, in the person's order. */
export const SECTIONS = ['place', 'authority', 'certificate', 'role', 'profile', 'cli-profile'] as const;

/** The part of the set-up that a question belongs to. */
export type SectionId = (typeof SECTIONS)[number];

/** What a section is called, in a word or two. */
export function sectionTitle(id: SectionId): string {
	return texts[id];
}

/**
 * When a question is put to a person, beside the times when nothing answers it: `on-aws` means unless it is rehearsed; a
 * function looks at the answers so far.
 */
export type Asked = 'always' | 'on-aws' | 'when-unknown' | ((answers: Answers) => boolean);

/** Whether a question is put to a person although its answer could be assumed. */
export function isAskedAnyway(asked: Asked, answers: Answers): boolean {
	if (typeof asked === 'function') {
		return asked(answers);
	}

	return asked === 'always' || (asked === 'on-aws' && answers.rehearse !== true);
}
