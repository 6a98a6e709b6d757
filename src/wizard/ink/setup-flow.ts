import {findCliProfiles} from '../../config-file/find-cli-profiles.ts';
import {ExpectedError} from '../../errors.ts';
import {completePath} from '../../ui/complete-path.ts';
import type {Space} from '../../ui/fields/field.ts';
import type {Key} from '../../ui/keys.ts';
import type {Line} from '../../ui/line.ts';
import {marked} from '../../ui/rows.ts';
import type {Busy} from '../../ui/screens/question-body.ts';
import type {Screen} from '../../ui/stage.tsx';
import type {AnswerValue} from '../field.ts';
import type {Interview} from '../interview.ts';
import {answersOf, howToGoOn, type WizardSession} from '../session.ts';
import type {SetupEnd} from '../setup-end.ts';
import {leaving, previewing, conducting as texts} from '../texts/en.ts';
import type {Administrator, Identity, WhoProblem} from '../who/administrator.ts';
import type {ConductFlow} from './conduct-flow.ts';
import {knownChoices} from './known-choices.ts';
import {leaveScreen} from './leave-screen.ts';
import {passphraseScreen} from './passphrase-screen.ts';
import {Previews} from './previews.ts';
import {type Asking, questionScreen} from './question-screen.ts';
import {reviewScreen} from './review-screen.ts';
import {setupView} from './setup-view.ts';
import {whoRows} from './who-rows.ts';
import type {OnStage} from './world.ts';

/** How long an answer may be looked at before that is said, in milliseconds: what is quicker would only flicker. */
const PATIENCE = 250;

/**
 * A set-up on the stage, from the question at hand to the review; conducting it is `ConductFlow`. Everything it knows it
 * has from the interview; here is only what is shown when.
 */
export class SetupFlow {
	readonly #on: OnStage;
	readonly #interview: Interview;
	readonly #end: (end: SetupEnd) => void;
	readonly #typedAhead: Key[] = [];
	#isTurning = false;
	readonly #previews: Previews;
	/** As it is shown: the interview may be further already while what was answered is being kept. */
	#session: WizardSession;
	#busySince: Date | undefined;
	#administrators: readonly Administrator[] = [];
	#identity: Identity | undefined;
	#whoProblem: WhoProblem | undefined;
	#conduct: ConductFlow | undefined;

	/** @param end - Is told once, how it ended; the stage is still up. */
	constructor(on: OnStage, interview: Interview, end: (end: SetupEnd) => void) {
		this.#on = on;
		this.#interview = interview;
		this.#end = end;
		this.#session = interview.session;
		const {workingDirectory, now} = on.surroundings;
		this.#previews = new Previews({workingDirectory, now, refresh: () => on.stage.refresh()});
	}

	/** Shows where the interview is. */
	async begin(): Promise<void> {
		this.#administrators = await findCliProfiles(this.#on.surroundings);
		await this.#turnTo(this.#interview.session);
	}

	/** What Ctrl-C and signals do here; true when it will end by itself, in the middle of a change. */
	interrupt(): boolean {
		return this.#conduct?.interrupt() ?? false;
	}

	/** Why it ends when it is interrupted, with how to go on. */
	get interruption(): ExpectedError {
		const isKept = this.#interview.session.passed.size > 0;
		return (
			this.#conduct?.interruption ??
			new ExpectedError('INTERRUPTED', isKept ? leaving.interrupted : leaving.interruptedNothing, {
				next: [isKept ? howToGoOn(this.#interview.session.given) : 'Run it again when you are ready'],
			})
		);
	}

	/** Lets go of what a run holds. */
	async close(): Promise<void> {
		await this.#conduct?.close();
		this.#conduct = undefined;
	}

	async #turnTo(session: WizardSession): Promise<void> {
		this.#session = session;
		const {at} = session;
		if (at.kind === 'review') {
			this.#typedAhead.length = 0;
			this.#showReview();
			return;
		}

		const asking = this.#asking(at.step);
		const screen =
			at.step.field.kind === 'secret-source'
				? passphraseScreen({...asking, use: await this.#interview.passphraseUse()})
				: questionScreen(asking);
		this.#show(screen);
	}

	/** Keys that came while nothing could take them go to the screen that came next. */
	#show(screen: Screen): void {
		this.#on.stage.show({
			view: () => screen.view(),
			press: key => (this.#isTurning ? this.#typedAhead.push(key) : screen.press(key)),
		});
		this.#isTurning = false;
		for (let key = this.#typedAhead.shift(); key !== undefined; key = this.#typedAhead.shift()) {
			screen.press(key);
			if (this.#isTurning) {
				break;
			}
		}

		this.#on.stage.refresh();
	}

	#asking(step: Asking['step']): Asking {
		const {workingDirectory} = this.#on.surroundings;
		return {
			step,
			session: () => this.#session,
			field: knownChoices(step, this.#interview.session, this.#administrators),
			preview: (value, space) => this.#preview(step, value, space),
			answer: (value, secret) => this.#answer(step, value, secret),
			back: () => this.#back(),
			busy: () => this.#busy(),
			complete: text => completePath(text, workingDirectory),
			refresh: () => this.#on.stage.refresh(),
		};
	}

	#answer(step: Asking['step'], value: AnswerValue | undefined, secret: string | undefined): void {
		this.#turn(async () => {
			if (step.key === 'adminProfile' && !(await this.#identify(value))) {
				this.#stay();
				return;
			}

			const session = await this.#interview.answer({value, ...(secret !== undefined && {secret})});
			const isHere = session.at.kind === 'question' && session.at.step === step && session.problem !== undefined;
			if (isHere) {
				this.#stay();
			} else {
				await this.#turnTo(session);
			}
		});
	}

	/** The answer was not taken: what was typed ahead was meant for another question. */
	#stay(): void {
		this.#session = this.#interview.session;
		this.#typedAhead.length = 0;
		this.#isTurning = false;
		this.#on.stage.refresh();
	}

	/** Nobody sets up an account with credentials of which nobody knows whose they are. */
	async #identify(value: AnswerValue | undefined): Promise<boolean> {
		const {identifyAdministrator} = await import('../who/identify.ts');
		const answers = answersOf(this.#interview.session);
		const found = await identifyAdministrator(value, answers, this.#on.surroundings);
		this.#identity = found.ok ? found.value : undefined;
		this.#whoProblem = found.ok ? undefined : found.problem;
		return found.ok;
	}

	#preview(step: Asking['step'], value: AnswerValue | undefined, space: Space): readonly Line[] {
		if (step.key === 'adminProfile' && this.#whoProblem) {
			return whoRows(this.#whoProblem, space, this.#on.asCalled);
		}

		if (step.key === 'region' && this.#identity) {
			const {accountId, arn} = this.#identity;
			return marked(space.theme.symbols.done, previewing.identity(accountId, arn), {
				width: space.columns,
				tone: 'good',
			});
		}

		return this.#previews.rows(step, value, answersOf(this.#interview.session), space);
	}

	#back(): void {
		this.#turn(async () => {
			const session = await this.#interview.back();
			if (session) {
				await this.#turnTo(session);
			} else {
				this.#askToLeave();
			}
		});
	}

	#askToLeave(): void {
		const {session} = this.#interview;
		this.#show(
			leaveScreen({
				frame: view => setupView(session, 'asking', view),
				isKept: session.passed.size > 0,
				leave: () => this.#end({kind: 'left'}),
				stay: () => this.#turn(() => this.#turnTo(session)),
			}),
		);
	}

	/** From one screen to the next: keys wait meanwhile, and when it takes long the person is told. */
	#turn(work: () => Promise<void>): void {
		this.#isTurning = true;
		const timer = setTimeout(() => {
			this.#busySince = this.#on.surroundings.now();
			this.#on.stage.refresh();
		}, PATIENCE);
		work()
			.catch((error: unknown) => this.#on.stage.fail(error))
			.finally(() => {
				clearTimeout(timer);
				this.#busySince = undefined;
				this.#isTurning = false;
				this.#on.stage.refresh();
			});
	}

	#busy(): Busy | undefined {
		if (this.#busySince === undefined) {
			return undefined;
		}

		const {at} = this.#interview.session;
		const isIdentifying = at.kind === 'question' && at.step.key === 'adminProfile';
		return {
			what: isIdentifying ? previewing.identifying : texts.looking,
			spent: this.#on.surroundings.now().getTime() - this.#busySince.getTime(),
		};
	}

	#showReview(): void {
		const {session} = this.#interview;
		this.#show(
			reviewScreen({
				session,
				notes: [
					...(this.#identity ? [previewing.identity(this.#identity.accountId, this.#identity.arn)] : []),
					...(this.#interview.trouble === undefined ? [] : [this.#interview.trouble]),
				],
				edit: stepId => this.#turn(async () => this.#turnTo(await this.#interview.goTo(stepId))),
				plan: () => this.#plan(),
				back: () => this.#back(),
			}),
		);
	}

	#plan(): void {
		this.#turn(async () => {
			const [{ConductFlow}] = await Promise.all([import('./conduct-flow.ts'), this.close()]);
			this.#conduct = new ConductFlow(this.#on, this.#interview, {
				back: () => this.#showReview(),
				end: this.#end,
			});
			// Nobody can have meant a plan that was not there yet.
			this.#typedAhead.length = 0;
			this.#conduct.plan();
		});
	}
}
