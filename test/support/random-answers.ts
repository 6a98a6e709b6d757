import fc from 'fast-check';
import type {AnswerKey, Answers} from '../../src/wizard/answers.ts';
import type {AnswerValue, Field} from '../../src/wizard/field.ts';
import {answersOf, type WizardSession} from '../../src/wizard/session.ts';
import type {Step} from '../../src/wizard/step.ts';
import {steps} from '../../src/wizard/steps.ts';

/** Which of several acceptable answers is given to each question, by its key. */
export type Picks = Readonly<Partial<Record<AnswerKey, number>>>;

/** A person who answers every question in some way. */
export const picks: fc.Arbitrary<Picks> = fc
	.array(fc.nat({max: 11}), {minLength: steps.length, maxLength: steps.length})
	.map(numbers => Object.fromEntries(steps.map(({key}, index) => [key, numbers[index] ?? 0])));

/** Values of a kind that a question accepts, whatever the other answers; some may still be refused for those. */
export function candidates({key, field}: Pick<Step, 'key' | 'field'>): readonly AnswerValue[] {
	return OF_KEY[key] ?? ofField(field);
}

/** What this person answers to the question, now that the session is as it is; undefined leaves it. */
export function pickAnswer(session: WizardSession, step: Step, chosen: Picks): AnswerValue | undefined {
	const answers = answersOf(session);
	const possible = candidates(step).filter(value => step.problemWith(value, answers) === undefined);
	const all = step.unanswered === 'leave' ? [undefined, ...possible] : possible;
	return all[(chosen[step.key] ?? 0) % all.length];
}

const ARN = 'arn:aws:rolesanywhere:eu-central-1:111122223333';

const NAMES = ['anchorsmith', 'build-hosts', 'a'];

const OF_KEY: Readonly<Partial<Record<AnswerKey, readonly AnswerValue[]>>> = {
	region: ['us-east-1', 'eu-central-1'],
	name: NAMES,
	issuerName: NAMES,
	issuerSubject: ['CN=Build hosts CA', 'CN=建設 CA,O=Example'],
	issuerDays: [365, 3650],
	days: [1, 30],
	subject: ['CN=build-17', 'CN=Bau 17,O=Müller'],
	roleName: NAMES,
	certificateName: NAMES,
	cliProfile: NAMES,
	trustAnchorName: NAMES,
	rolesAnywhereProfile: NAMES,
	trustAnchorArn: [`${ARN}:trust-anchor/11111111-2222-4333-8444-555555555555`],
	profileArn: [`${ARN}:profile/66666666-7777-4888-8999-000000000000`],
	trustedSubject: ['CN=build-17', 'CN=build-18,O=Example'],
	helperProgram: ['aws_signing_helper'],
	dns: [['build-17.example.com'], ['a.example.com', 'b.example.com']],
};

function ofField(field: Field): readonly AnswerValue[] {
	switch (field.kind) {
		case 'choice':
			return field.choices;
		case 'switch':
			return [false, true];
		case 'number':
			return [field.minimum, field.maximum];
		case 'list':
			return [[field.example]];
		case 'secret-source':
			return [
				{from: 'nowhere'},
				{from: 'file', path: 'secret.txt'},
				{from: 'environment', variable: 'ISSUER_PASSPHRASE'},
			];
		default:
			return [field.example];
	}
}

/** Random answers to some questions, right each by itself. */
export const someAnswers: fc.Arbitrary<Answers> = fc.record(
	Object.fromEntries(steps.map(step => [step.key, fc.constantFrom(...candidates(step))])),
	{requiredKeys: []},
);
