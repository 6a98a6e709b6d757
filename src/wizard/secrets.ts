import type {AnswerKey} from './answers.ts';

/**
 * What was typed for answers of the source `typed`, for as long as this process lives. Apart from answers and
 * sessions, so that nothing that is saved, shown or compared can hold a secret.
 */
export interface Secrets {
	keep(answer: AnswerKey, secret: string): void;
	get(answer: AnswerKey): string | undefined;
}

/** Secrets in memory only; what is printed or serialised of them is empty. */
export function createSecrets(): Secrets {
	const kept = new Map<AnswerKey, string>();
	return {
		keep: (answer, secret) => void kept.set(answer, secret),
		get: answer => kept.get(answer),
	};
}
