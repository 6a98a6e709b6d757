import {ExpectedError} from '../errors.ts';
import {within} from '../setup/place.ts';
import {isPem} from '../ui/pem.ts';
import type {Answers} from './answers.ts';
import {type CheckSurroundings, checkAnswer} from './check-answer.ts';
import {type DetectSurroundings, detect} from './detect.ts';
import type {AnswerValue} from './field.ts';
import {type PassphraseUse, passphraseUse} from './passphrase-check.ts';
import {keepPasted} from './pasted.ts';
import {forgetProgress, type ProgressPlace, saveProgress} from './saved-progress.ts';
import {createSecrets, type Secrets} from './secrets.ts';
import {
	answerStep,
	answersOf,
	beginSession,
	goBack,
	goTo,
	goToOpen,
	type Progress,
	refuseAnswer,
	resumeSession,
	type WizardSession,
	wasTaken,
	withDetected,
} from './session.ts';

/** What an interview needs of the world. */
export type InterviewSurroundings = CheckSurroundings & DetectSurroundings;

/** An answer as a renderer hands it over. */
export interface TypedAnswer {
	/** Undefined leaves the question. */
	readonly value: AnswerValue | undefined;
	/** The passphrase itself, when the value says that it was typed. */
	readonly secret?: string;
}

/**
 * A session with what the pure flow leaves out: answers are checked against the files that they name, what was found
 * is looked up again when an answer changes where to look, secrets are held in memory, and progress is kept after
 * each step. Every renderer that asks a person works on one of these.
 */
export class Interview {
	readonly secrets: Secrets = createSecrets();
	readonly #surroundings: InterviewSurroundings;
	#session: WizardSession;
	#trouble: string | undefined;

	private constructor(session: WizardSession, surroundings: InterviewSurroundings) {
		this.#session = session;
		this.#surroundings = surroundings;
	}

	/**
	 * @param given - From flags and answers files.
	 * @param kept - Of an earlier run that is resumed.
	 * @throws {ExpectedError} as `detect`.
	 */
	static async begin(given: Answers, surroundings: InterviewSurroundings, kept?: Progress): Promise<Interview> {
		const detected = await detect({...kept?.answers, ...given}, surroundings);
		const session = kept === undefined ? beginSession(given, detected) : resumeSession(kept, given, detected);
		return new Interview(session, surroundings);
	}

	get session(): WizardSession {
		return this.#session;
	}

	/** Why progress cannot be kept, when it cannot; the interview goes on without. */
	get trouble(): string | undefined {
		return this.#trouble;
	}

	/** Answers the question at hand and gives the session that follows, which stays with a `problem` if it was not taken. */
	async answer({value, secret}: TypedAnswer): Promise<WizardSession> {
		const before = this.#session;
		if (before.at.kind === 'review') {
			return before;
		}

		const {step} = before.at;
		const answer =
			typeof value === 'string' && step.field.kind === 'path' && isPem(value)
				? await this.#keepPasted(value, step.id)
				: {ok: true as const, value};
		if (!answer.ok) {
			return this.#moveTo(refuseAnswer(before, answer.problem));
		}

		const after = answerStep(before, answer.value);
		const isTaken = wasTaken(before, after);
		const problem =
			isTaken && answer.value !== undefined
				? await checkAnswer(
						{key: step.key, value: answer.value, answers: answersOf(after), typed: secret},
						this.#surroundings,
					)
				: undefined;
		if (problem !== undefined) {
			return this.#moveTo(refuseAnswer(before, problem));
		}

		if (secret !== undefined && isTaken) {
			this.secrets.keep(step.key, secret);
		}

		const isElsewhere = step.key === 'rehearse' || step.key === 'adminProfile';
		return this.#moveTo(isElsewhere ? withDetected(after, await detect(after.given, this.#surroundings)) : after);
	}

	/** Goes back; undefined at the first question, where the session stays as it is. */
	async back(): Promise<WizardSession | undefined> {
		const before = goBack(this.#session);
		return before && this.#moveTo(before);
	}

	/** To a question that is needed, to change its answer. */
	async goTo(stepId: string): Promise<WizardSession> {
		return this.#moveTo(goTo(this.#session, stepId));
	}

	/** To the first question that is open, if any is. */
	async goToOpen(): Promise<WizardSession> {
		return this.#moveTo(goToOpen(this.#session));
	}

	/**
	 * Whether the passphrase asked for is to be chosen (typed twice), opens a key that exists (once), or is not needed.
	 *
	 * @throws {ExpectedError} what reading the key throws.
	 */
	async passphraseUse(): Promise<PassphraseUse> {
		return passphraseUse(answersOf(this.#session), this.#surroundings);
	}

	/** Keeps nothing any longer, once the set-up is there. */
	async forget(): Promise<void> {
		await forgetProgress(this.#place());
	}

	async #moveTo(session: WizardSession): Promise<WizardSession> {
		this.#session = session;
		if (session.passed.size > 0) {
			await this.#save(session);
		}

		return session;
	}

	async #save(session: WizardSession): Promise<void> {
		try {
			await saveProgress(this.#place(), session);
			this.#trouble = undefined;
		} catch (error) {
			if (!(error instanceof ExpectedError)) {
				throw error;
			}

			this.#trouble = error.message;
		}
	}

	#keepPasted(pem: string, stepId: string) {
		return keepPasted(pem, {stepId, isRehearsal: this.#session.given.rehearse === true}, this.#surroundings);
	}

	#place(): ProgressPlace {
		return progressPlace(this.#surroundings);
	}
}

/** Where progress is kept for this person. */
export function progressPlace(surroundings: InterviewSurroundings): ProgressPlace {
	const home = surroundings.stateDirectory();
	return {home, ...within(home, surroundings), now: surroundings.now};
}
