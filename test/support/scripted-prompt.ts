import type {LinePrompt} from '../../src/ui/lines/line-prompt.ts';
import type {AnswerValue} from '../../src/wizard/field.ts';
import type {Interview} from '../../src/wizard/interview.ts';
import type {Step} from '../../src/wizard/step.ts';

/** A prompt that a script answers, and all that it was told. */
export interface ScriptedPrompt extends LinePrompt {
	/** Everything said and asked so far. */
	said(): string;
}

/** A prompt whose answers come from `next`, which gets all that was said since the last one. */
export function scriptedPrompt(next: (heard: string) => string): ScriptedPrompt {
	let said = '';
	let from = 0;
	const ask = async (message: string) => {
		said += `${message}: `;
		const answer = next(said.slice(from));
		said += '\n';
		from = said.length;
		return answer;
	};
	return {
		say: text => {
			said += `${text}\n`;
		},
		line: ask,
		secret: ask,
		pathOrPem: ask,
		text: ask,
		close: () => undefined,
		said: () => said,
	};
}

/** A prompt that answers each question of an interview as `choose` says; the ids of the questions are noted. */
export function answeringPrompt(
	interview: Interview,
	choose: (step: Step) => AnswerValue | undefined,
): {readonly prompt: ScriptedPrompt; readonly asked: readonly string[]} {
	const asked: string[] = [];
	let pending: string[] = [];
	const prompt = scriptedPrompt(() => {
		const {at} = interview.session;
		const [line, ...rest] = pending.length > 0 ? pending : at.kind === 'question' ? typedFor(at.step, choose) : [''];
		if (pending.length === 0 && at.kind === 'question') {
			asked.push(at.step.id);
		}

		pending = rest;
		return line ?? '';
	});
	return {prompt, asked};
}

function typedFor(step: Step, choose: (step: Step) => AnswerValue | undefined): string[] {
	const value = choose(step);
	return value === undefined ? ['-'] : linesFor(value);
}

function linesFor(value: AnswerValue): string[] {
	if (typeof value === 'boolean') {
		return [value ? '2' : '1'];
	}

	if (typeof value === 'string' || typeof value === 'number') {
		return [String(value)];
	}

	if ('from' in value) {
		return value.from === 'file' ? ['2', value.path] : value.from === 'environment' ? ['3', value.variable] : ['4'];
	}

	return [...value, ''];
}
