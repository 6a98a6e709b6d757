import type {Answers} from './answers.ts';

/** An answer that settling made sure of. */
export function given<Key extends keyof Answers>(answers: Answers, key: Key): NonNullable<Answers[Key]> {
	const value = answers[key];
	if (value === undefined || value === null) {
		throw new Error(`${key} should be answered by now`);
	}

	return value;
}

/** The path of a file that was answered, made absolute. */
export type Resolve = (file: string) => string;
