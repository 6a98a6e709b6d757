// Promise: screens, lines, and flags or a file put the same questions and end in the same specification.
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {answerFlags, answersTyped} from '../../src/cli/answer-flags.ts';
import {readFlags} from '../../src/cli/read-flags.ts';
import type {Answers} from '../../src/wizard/answers.ts';
import {readAnswersFile} from '../../src/wizard/answers-file.ts';
import {detect} from '../../src/wizard/detect.ts';
import type {AnswerValue} from '../../src/wizard/field.ts';
import {inputsOf} from '../../src/wizard/inputs.ts';
import {Interview} from '../../src/wizard/interview.ts';
import {askAll} from '../../src/wizard/plain/ask-all.ts';
import {answerStep, answersOf, beginSession, type WizardSession} from '../../src/wizard/session.ts';
import {settle} from '../../src/wizard/settle.ts';
import {requireComplete, specify} from '../../src/wizard/specify.ts';
import type {Detected, Step} from '../../src/wizard/step.ts';
import {steps} from '../../src/wizard/steps.ts';
import {ANSWER_PASSPHRASE, answerFiles} from '../support/answer-files.ts';
import {testWorld} from '../support/context.ts';
import {type Picks, pickAnswer, picks} from '../support/random-answers.ts';
import {answeringPrompt} from '../support/scripted-prompt.ts';

const NOW = new Date();
const ENV = {ISSUER_PASSPHRASE: ANSWER_PASSPHRASE, AWS_REGION: 'eu-west-1'};
let home = '';
let detected: Detected = {};

const world = () => testWorld({home, env: ENV, now: () => NOW}).context;

async function prepare(): Promise<void> {
	home = await answerFiles();
	detected = await detect({}, world());
}

/** As {@link pickAnswer}; the passphrase opens the key that there is. */
function choose(session: WizardSession, step: Step, person: Picks): AnswerValue | undefined {
	if (step.key === 'passphrase') {
		return (person.passphrase ?? 0) % 2 === 0
			? {from: 'file', path: 'secret.txt'}
			: {from: 'environment', variable: 'ISSUER_PASSPHRASE'};
	}

	return pickAnswer(session, step, person);
}

interface Way {
	readonly asked: readonly string[];
	readonly given: Answers;
	readonly answers: Answers;
}

/** As the screens do: whatever they draw, they hand answers to the session. */
function onScreens(person: Picks): Way {
	const asked: string[] = [];
	let session = beginSession({}, detected);
	while (session.at.kind === 'question') {
		const {step} = session.at;
		asked.push(step.id);
		session = answerStep(session, choose(session, step, person));
		expect(session.problem).toBeUndefined();
	}

	return {asked, given: session.given, answers: answersOf(session)};
}

async function lineByLine(person: Picks): Promise<Way> {
	const interview = await Interview.begin({}, world());
	const {prompt, asked} = answeringPrompt(interview, step => {
		expect(interview.session.problem).toBeUndefined();
		return choose(interview.session, step, person);
	});
	await askAll(interview, prompt);
	return {asked, given: interview.session.given, answers: answersOf(interview.session)};
}

function byFlags(given: Answers): Answers {
	const raws = new Map<string, readonly string[]>();
	for (const step of steps) {
		const value = given[step.key];
		for (const {name, readTyped} of value === undefined ? [] : inputsOf(step)) {
			const words = wordsFor(value);
			const read = name === nameFor(step, value) ? readTyped(words) : undefined;
			if (read) {
				expect(read).toEqual({ok: true, value: value});
				raws.set(name, words);
			}
		}
	}

	return requireComplete(settle(answersTyped(readFlags(answerFlags, raws)), detected));
}

function byFile(given: Answers): Answers {
	const members = steps.flatMap(step => {
		const value = given[step.key];
		return value === undefined ? [] : [[nameFor(step, value), jsonFor(value)]];
	});
	const text = JSON.stringify(Object.fromEntries(members));
	return requireComplete(settle(readAnswersFile(text, 'answers.json'), detected));
}

/** The flag or key that answers with this; a switch that says no has none, as no is what is assumed. */
function nameFor(step: Step, value: AnswerValue | undefined): string {
	if (typeof value === 'object' && 'from' in value) {
		return `${step.key}${value.from === 'file' ? 'File' : 'Env'}`;
	}

	return step.key;
}

function wordsFor(value: AnswerValue | undefined): readonly string[] {
	if (typeof value === 'object') {
		return 'from' in value ? [String(jsonFor(value))] : value;
	}

	return [String(value)];
}

function jsonFor(value: AnswerValue): unknown {
	if (typeof value !== 'object' || !('from' in value)) {
		return value;
	}

	return value.from === 'file' ? value.path : value.from === 'environment' ? value.variable : true;
}

/** A specification, its certificates by fingerprint. */
async function specified(answers: Answers): Promise<unknown> {
	const specification = await specify(answers, {workingDirectory: home, now: () => NOW});
	return JSON.parse(
		JSON.stringify(specification, (_key, value: unknown) =>
			typeof value === 'object' && value !== null && 'fingerprint' in value ? value.fingerprint : value,
		),
	);
}

describe('screens, lines, flags and files', () => {
	test('put the same questions and end in the same specification, whatever is answered', async () => {
		await prepare();
		await fc.assert(
			fc.asyncProperty(picks, async person => {
				const screens = onScreens(person);
				const lines = await lineByLine(person);
				expect(lines).toEqual(screens);

				const switches = Object.entries(screens.given).filter(([, value]) => value !== false);
				const flagged = byFlags(Object.fromEntries(switches));
				expect(flagged).toEqual(screens.answers);
				expect(byFile(screens.given)).toEqual(screens.answers);
				expect(await specified(flagged)).toEqual(await specified(lines.answers));
			}),
			{numRuns: 25},
		);
	}, 120_000);

	test('each question that is put has a flag and a key of its own', () => {
		for (const step of steps) {
			expect(inputsOf(step).every(({name}) => name in answerFlags)).toBe(true);
		}
	});

	test('whoever answers nothing is put at least what an unattended run finds missing', async () => {
		await prepare();
		const {missing} = settle({}, detected);
		const asked = onScreens({}).asked;

		expect(missing.map(({id}) => id).filter(id => !asked.includes(id))).toEqual([]);
	});
});
