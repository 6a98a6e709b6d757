import {askChoice, readLine} from '../../ui/lines/ask-choice.ts';
import type {LinePrompt} from '../../ui/lines/line-prompt.ts';
import type {SecretSource} from '../field.ts';
import type {Interview} from '../interview.ts';
import {suggestionFor} from '../session.ts';
import type {Step} from '../step.ts';
import {plain as texts} from '../texts/en.ts';
import type {Asked} from './ask-step.ts';

/** Asks where a passphrase comes from, and for the passphrase itself when that is the person. */
export async function askSecret(step: Step, interview: Interview, prompt: LinePrompt): Promise<Asked> {
	const use = await interview.passphraseUse();
	if (use === 'none') {
		prompt.say(`  ${texts.unencrypted}`);
		return {value: {from: 'nowhere'}};
	}

	const kinds = use === 'choose' ? KINDS : KINDS.filter(kind => kind !== 'nowhere');
	const suggestion = suggestionFor(interview.session, step);
	const suggested = kinds.find(kind => isFrom(suggestion?.value, kind)) ?? 'typed';
	const chosen = await askChoice(
		step,
		kinds.map(kind => ({value: kind, label: texts.kinds[kind]})),
		{suggestion: {value: suggested, origin: suggestion?.origin ?? ''}, prompt},
	);
	if (typeof chosen === 'string') {
		return chosen;
	}

	switch (chosen.value) {
		case 'file':
			return askName(texts.passphraseFile, path => ({from: 'file', path}), {step, prompt});
		case 'environment':
			return askName(texts.passphraseVariable, variable => ({from: 'environment', variable}), {step, prompt});
		case 'nowhere':
			return {value: {from: 'nowhere'}};
		default:
			return use === 'choose' ? askTwice(prompt) : typed(await prompt.secret(texts.existingPassphrase));
	}
}

const KINDS: readonly SecretSource['from'][] = ['typed', 'file', 'environment', 'nowhere'];

async function askName(
	message: string,
	make: (name: string) => SecretSource,
	{step, prompt}: {readonly step: Step; readonly prompt: LinePrompt},
): Promise<Asked> {
	const read = await readLine(message, step, prompt);
	return typeof read === 'string' ? 'again' : {value: make(read.text)};
}

async function askTwice(prompt: LinePrompt): Promise<Asked> {
	const secret = await prompt.secret(texts.newPassphrase);
	if (secret === '') {
		return typed(secret);
	}

	if ((await prompt.secret(texts.again)) === secret) {
		return typed(secret);
	}

	prompt.say(`  ! ${texts.differs}`);
	return 'again';
}

function typed(secret: string): Asked {
	return {value: {from: 'typed'}, secret};
}

function isFrom(value: unknown, kind: SecretSource['from']): boolean {
	return typeof value === 'object' && value !== null && 'from' in value && value.from === kind;
}
