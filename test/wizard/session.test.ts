import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Answers} from '../../src/wizard/answers.ts';
import type {AnswerValue} from '../../src/wizard/field.ts';
import {
	answerStep,
	answersOf,
	beginSession,
	goBack,
	goTo,
	goToOpen,
	isComplete,
	openSteps,
	progressOf,
	refuseAnswer,
	resumeSession,
	routeOf,
	suggestionFor,
	type WizardSession,
	wasTaken,
} from '../../src/wizard/session.ts';
import {settle} from '../../src/wizard/settle.ts';
import type {Step} from '../../src/wizard/step.ts';
import {steps} from '../../src/wizard/steps.ts';
import {type Picks, pickAnswer, picks, someAnswers} from '../support/random-answers.ts';

const DETECTED = {
	region: {value: 'eu-west-1', origin: 'from AWS_REGION'},
	subject: {value: 'CN=build-17', origin: 'the name of this machine'},
};

const at = ({at: place}: WizardSession) => (place.kind === 'review' ? 'review' : place.step.id);

/** Presses Enter: takes what the question starts with. */
function accept(session: WizardSession): WizardSession {
	return session.at.kind === 'review' ? session : answerStep(session, suggestionFor(session, session.at.step)?.value);
}

/** Answers a question that is at hand. */
function answer(session: WizardSession, id: string, value: AnswerValue | undefined): WizardSession {
	expect(at(session)).toBe(id);
	return answerStep(session, value);
}

function acceptUntil(session: WizardSession, id: string): WizardSession {
	let current = session;
	for (let presses = 0; at(current) !== id; presses++) {
		expect(presses).toBeLessThan(steps.length);
		current = accept(current);
	}

	return current;
}

/** Answers as this person does until nothing is left to ask. */
function finish(session: WizardSession, person: Picks): WizardSession {
	let current = session;
	for (let answers = 0; !isComplete(current) || current.at.kind !== 'review'; answers++) {
		expect(answers).toBeLessThan(3 * steps.length);
		current = current.at.kind === 'review' ? goToOpen(current) : current;
		current =
			current.at.kind === 'review' ? current : answerStep(current, pickAnswer(current, current.at.step, person));
	}

	return current;
}

describe('the way through', () => {
	test('asks a person who has said nothing in their order', () => {
		const asked = [];
		let session = beginSession({}, DETECTED);
		while (session.at.kind === 'question') {
			asked.push(at(session));
			session = accept(session);
		}

		expect(session.problem).toBeUndefined();
		expect(asked).toEqual([
			'where',
			'part',
			'admin-profile',
			'region',
			'issuer-source',
			'issuer-name',
			'issuer-algorithm',
			'issuer-days',
			'passphrase',
			'certificate-source',
			'subject',
			'role-source',
			'role-name',
			'permissions',
			'trust-scope',
			'session-duration',
			'session-policy',
			'cli-profile',
			'helper',
		]);
	});

	test('a rehearsal by defaults takes fewer than 25 presses, those of the start screen, the plan and the proof included', () => {
		let session = answerStep(beginSession({}, DETECTED), true);
		let presses = 2;
		while (session.at.kind === 'question') {
			session = accept(session);
			presses += 1;
		}

		expect(isComplete(session)).toBe(true);
		expect(presses + 4).toBeLessThan(25);
	});

	test('an authority that one has is asked for, with the key only if it should sign here', () => {
		let session = acceptUntil(beginSession({}, DETECTED), 'issuer-source');
		session = answer(session, 'issuer-source', 'existing');
		session = answer(session, 'issuer-certificate', 'ca.pem');
		session = answer(session, 'issuer-private-key', undefined);
		session = answer(session, 'certificate-source', 'new');
		expect(session.problem).toContain('ca-key.pem');
		session = answer(session, 'certificate-source', 'existing');
		session = answer(session, 'certificate', 'certificate.pem');
		session = answer(session, 'private-key', 'private-key.pem');

		expect(at(session)).toBe('intermediates');
	});

	test('the passphrase of a key that signs here is asked for right after the key', () => {
		let session = acceptUntil(beginSession({issuerCertificate: 'ca.pem'}, DETECTED), 'issuer-private-key');
		session = answer(session, 'issuer-private-key', 'ca-key.pem');

		expect(at(session)).toBe('passphrase');
	});

	test('passes over what flags answered, and asks it when it is wrong', () => {
		const given: Answers = {rehearse: true, issuerName: 'mine', subject: 'nonsense'};
		const session = finish(beginSession(given, DETECTED), {});

		expect(routeOf(session).map(({id}) => id)).not.toContain('issuer-name');
		expect(routeOf(session).map(({id}) => id)).not.toContain('where');
		expect(answersOf(session)).toMatchObject({rehearse: true, issuerName: 'mine', subject: 'CN=build-17'});
	});

	test('goes to the review at once when flags answered all that is asked', () => {
		const {answers} = settle({...finish(beginSession({}, DETECTED), {}).given}, DETECTED);
		const left: Answers = {...answers, adminProfile: 'admin', sessionPolicy: 'policy.json'};

		expect(at(beginSession(left, DETECTED))).toBe('review');
	});

	test('stays with a reason when an answer is wrong, and forgets the reason when it is right', () => {
		const session = acceptUntil(beginSession({rehearse: true}, DETECTED), 'subject');
		const refused = answerStep(session, 'build-17');

		expect(at(refused)).toBe('subject');
		expect(refused.problem).toContain('TYPE=value');
		expect(answerStep(refused, 'CN=build-17').problem).toBeUndefined();
		expect(goBack(refused)?.problem).toBeUndefined();
		expect(answerStep(session, undefined).problem).toBe('This needs an answer.');
		expect(refuseAnswer(session, 'No.')).toEqual({...session, problem: 'No.'});
	});

	test('starts each question with what was said, detected or usual, saying which', () => {
		const session = acceptUntil(beginSession({roleName: 'mine'}, DETECTED), 'issuer-source');
		const suggestion = (id: string) => {
			const step = steps.find(candidate => candidate.id === id);
			return step && suggestionFor(session, step);
		};

		expect(suggestion('region')).toEqual({value: 'eu-west-1', origin: 'your answer'});
		expect(suggestion('role-name')).toEqual({value: 'mine', origin: 'from the command line'});
		expect(suggestion('subject')).toEqual(DETECTED.subject);
		expect(suggestion('issuer-days')).toEqual({value: 3650, origin: 'usual'});
	});
});

describe('back', () => {
	test('from the first question leads out', () => {
		expect(goBack(beginSession({}, {}))).toBeUndefined();
	});

	test('from the review leads to the last question, and from a change to the review', () => {
		const session = finish(beginSession({rehearse: true}, DETECTED), {});
		const back = goBack(session);
		const changing = goTo(session, 'issuer-subject');

		expect(back && at(back)).toBe('helper');
		expect(at(changing)).toBe('issuer-subject');
		expect(goBack(changing)).toEqual(session);
	});

	test('from a change that made something open leads to the question before', () => {
		const review = finish(beginSession({rehearse: true}, DETECTED), {});
		const session = answer(goTo(review, 'role-source'), 'role-source', 'existing');

		expect(at(session)).toBe('role-arn');
		const back = goBack(session);
		expect(back && at(back)).toBe('role-source');
		expect(back && at(answerStep(back, 'new'))).toBe('review');
	});
});

describe('a change', () => {
	test('in the review leads back to it', () => {
		const review = finish(beginSession({rehearse: true}, DETECTED), {});
		const session = answer(goTo(review, 'issuer-days'), 'issuer-days', 730);

		expect(at(session)).toBe('review');
		expect(answersOf(session).issuerDays).toBe(730);
	});

	test('asks again what it made wrong, and nothing else', () => {
		let session = finish(beginSession({rehearse: true, days: 300}, DETECTED), {});
		session = answer(goTo(session, 'issuer-days'), 'issuer-days', 100);

		expect(at(session)).toBe('days');
		expect(openSteps(session).map(({id}) => id)).toEqual(['days']);
		expect(at(answerStep(session, 50))).toBe('review');
	});

	test('that makes answers pointless keeps them for a change of mind', () => {
		let session = finish(beginSession({rehearse: true}, DETECTED), {});
		session = answer(goTo(session, 'issuer-name'), 'issuer-name', 'mine');
		session = answer(goTo(session, 'issuer-source'), 'issuer-source', 'existing');
		expect(answersOf(session)).not.toHaveProperty('issuerName');
		session = answer(goTo(session, 'issuer-source'), 'issuer-source', 'new');

		expect(at(session)).toBe('review');
		expect(answersOf(session).issuerName).toBe('mine');
	});

	test('of what is not asked for is not possible', () => {
		const session = finish(beginSession({rehearse: true}, DETECTED), {});

		expect(goTo(session, 'role-arn')).toBe(session);
		expect(goTo(session, 'nonsense')).toBe(session);
		expect(answerStep(session, 'anything')).toBe(session);
	});
});

const actions = fc.array(
	fc.oneof(
		{weight: 6, arbitrary: fc.record({do: fc.constant('answer' as const), person: picks})},
		{weight: 1, arbitrary: fc.record({do: fc.constant('nonsense' as const)})},
		{weight: 2, arbitrary: fc.record({do: fc.constant('back' as const)})},
		{
			weight: 2,
			arbitrary: fc.record({do: fc.constant('go' as const), to: fc.constantFrom(...steps.map(({id}) => id))}),
		},
	),
	{maxLength: 60},
);

describe('whatever a person does', () => {
	test('no answer is lost, and the way to the end stays open', () => {
		fc.assert(
			fc.property(someAnswers, actions, picks, (given, done, person) => {
				let session = beginSession(given, DETECTED);
				const said = new Map<string, AnswerValue | undefined>(Object.entries(given));
				for (const action of done) {
					if (action.do === 'go') {
						session = goTo(session, action.to);
					} else if (action.do === 'back') {
						session = goBack(session) ?? session;
					} else if (session.at.kind === 'question') {
						const {step} = session.at;
						const value = action.do === 'nonsense' ? Number.NaN : pickAnswer(session, step, action.person);
						const before = session;
						session = answerStep(before, value);
						if (wasTaken(before, session)) {
							said.set(step.key, value);
						}
					}

					expect(new Map(Object.entries(session.given))).toEqual(
						new Map([...said].filter(([, value]) => value !== undefined)),
					);
				}

				const {missing, wrong} = settle(finish(session, person).given, DETECTED);
				expect({missing, wrong}).toEqual({missing: [], wrong: []});
			}),
			{numRuns: 150},
		);
	});

	test('going back and forth any number of times changes nothing', () => {
		fc.assert(
			fc.property(picks, fc.array(fc.nat({max: 12}), {maxLength: 4}), (person, turns) => {
				const before = finish(beginSession({}, DETECTED), person);
				let session = before;
				for (const steps of turns) {
					for (let step = 0; step < steps; step++) {
						session = goBack(session) ?? session;
					}

					for (let step = 0; step < steps; step++) {
						session = accept(session);
					}
				}

				while (session.at.kind === 'question') {
					session = accept(session);
				}

				expect(session).toEqual(before);
			}),
			{numRuns: 60},
		);
	});

	test('any order of changes leads to the same answers', () => {
		fc.assert(
			fc.property(picks, picks, fc.shuffledSubarray(steps.map(({id}) => id)), (person, other, ids) => {
				const review = finish(beginSession({}, DETECTED), person);
				const changes = ids
					.map(id => goTo(review, id).at)
					.filter(place => place.kind === 'question')
					.map(({step}) => ({step, value: pickAnswer(review, step, other)}));
				const [one, two] = [changed(review, changes), changed(review, changes.toReversed())];
				fc.pre(one.left + two.left === 0);

				expect(settle(one.session.given, DETECTED)).toEqual(settle(two.session.given, DETECTED));
			}),
			{numRuns: 60},
		);
	});

	test('what was kept goes on as it was, without what was typed in secret', () => {
		fc.assert(
			fc.property(picks, fc.nat({max: 20}), (person, presses) => {
				let session = beginSession({rehearse: true}, DETECTED);
				for (let press = 0; press < presses && session.at.kind === 'question'; press++) {
					session = answerStep(session, pickAnswer(session, session.at.step, person));
				}

				expect(resumeSession(progressOf(session), {}, DETECTED)).toEqual({...session, isEditing: false});
			}),
		);
		const typed = answerStep(acceptUntil(beginSession({}, DETECTED), 'passphrase'), {from: 'typed'});
		const resumed = resumeSession(progressOf(typed), {}, DETECTED);

		expect(resumed.given).not.toHaveProperty('passphrase');
		expect(openSteps(resumed)[0]?.id).toBe('passphrase');
	});
});

interface ChangedAnswer {
	readonly step: Step;
	readonly value: AnswerValue | undefined;
}

/** Makes all the changes that can be made, also those that others make possible first. */
function changed(
	review: WizardSession,
	changes: readonly ChangedAnswer[],
): {readonly session: WizardSession; readonly left: number} {
	let session = review;
	let pending = changes;
	for (let before = -1; pending.length !== before; ) {
		before = pending.length;
		pending = pending.filter(({step, value}) => {
			const after = answerStep(goTo({...session, at: {kind: 'review'}}, step.id), value);
			const isTaken = after.given[step.key] === value;
			session = isTaken ? after : session;
			return !isTaken;
		});
	}

	return {session, left: pending.length};
}
