import path from 'node:path';
import {ExpectedError} from '../../errors.ts';
import {stateHome} from '../../setup/place.ts';
import type {Plan} from '../../setup/planner.ts';
import type {Space} from '../../ui/fields/field.ts';
import type {Key} from '../../ui/keys.ts';
import type {Line} from '../../ui/line.ts';
import type {Screen} from '../../ui/stage.tsx';
import type {SetupRun} from '../conduct/setup-run.ts';
import type {SetupSummary} from '../conduct/summary.ts';
import type {AnswerValue} from '../field.ts';
import type {Interview} from '../interview.ts';
import {answersOf, type WizardSession} from '../session.ts';
import type {SetupEnd} from '../setup-end.ts';
import {leaving, previewing, conducting as texts} from '../texts/en.ts';
import type {Administrator, Identity, WhoProblem} from '../who/administrator.ts';
import {findAdministrators} from '../who/find-administrators.ts';
import {failureRows, type Standing, Works} from './apply-screen.ts';
import {busyScreen} from './busy-screen.ts';
import {commandsPage} from './commands-page.ts';
import {completePath} from './complete-path.ts';
import {donePage} from './done-page.ts';
import {knownChoices} from './known-choices.ts';
import {leaveScreen} from './leave-screen.ts';
import {applyPage, failedPage, planPage} from './pages.ts';
import {passphraseScreen} from './passphrase-screen.ts';
import {Previews} from './previews.ts';
import type {Busy} from './question-body.ts';
import {type Asking, questionScreen} from './question-screen.ts';
import {reviewScreen} from './review-screen.ts';
import {marked} from './rows.ts';
import {setupView} from './setup-view.ts';
import {whoRows} from './who-rows.ts';
import type {OnStage} from './world.ts';

/** How long an answer may be looked at before that is said, in milliseconds: what is quicker would only flicker. */
const PATIENCE = 250;

/**
 * A set-up on the stage, from the question at hand to the proof. Everything it knows of the set-up it has from the
 * interview and the run; here is only what is shown when.
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
	#run: SetupRun | undefined;
	#hasApplied = false;
	#stop: AbortController | undefined;

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
		this.#administrators = await findAdministrators(this.#on.surroundings);
		await this.#turnTo(this.#interview.session);
	}

	/**
	 * What Ctrl-C and signals do here.
	 *
	 * @returns true when it will end by itself, because a change is in the middle of being made.
	 */
	interrupt(): boolean {
		if (this.#stop === undefined || this.#stop.signal.aborted) {
			return false;
		}

		this.#stop.abort();
		this.#on.stage.refresh();
		return true;
	}

	/** Why it ends when it is interrupted, with how to go on. */
	get interruption(): ExpectedError {
		if (this.#stop !== undefined && this.#run) {
			const {resumeCommand, undoCommand} = this.#run;
			return new ExpectedError('INTERRUPTED', leaving.interruptedChange, {
				next: [`Go on where it stopped: ${resumeCommand}`, `Undo what was made: ${undoCommand}`],
			});
		}

		const isKept = this.#interview.session.passed.size > 0;
		return new ExpectedError('INTERRUPTED', isKept ? leaving.interrupted : leaving.interruptedNothing, {
			next: isKept ? ['Go on where you stopped: anchorsmith setup'] : ['Run it again when you are ready'],
		});
	}

	/** Lets go of what a run holds. */
	async close(): Promise<void> {
		await this.#run?.close();
		this.#run = undefined;
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
		const {identify} = await import('../who/identify.ts');
		const cliProfile = typeof value === 'string' ? value : undefined;
		const {region} = answersOf(this.#interview.session);
		const found = await identify({cliProfile, region}, this.#on.surroundings);
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

	/** From one screen to the next: keys wait meanwhile, unless it takes so long that the person is told. */
	#turn(work: () => Promise<void>): void {
		this.#isTurning = true;
		const timer = setTimeout(() => {
			this.#busySince = this.#on.surroundings.now();
			this.#typedAhead.length = 0;
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
		const {stage, surroundings} = this.#on;
		const {session, secrets} = this.#interview;
		stage.show(busyScreen(texts.planning, surroundings.now, view => setupView(session, 'review', view)));
		void this.#guarded(async () => {
			await this.close();
			this.#hasApplied = false;
			const {openSetup} = await import('../conduct/open-setup.ts');
			const run = await openSetup(answersOf(session), surroundings, {secrets});
			this.#run = run;
			this.#showPlan(run, await run.plan());
		});
	}

	#showPlan(run: SetupRun, plan: Plan): void {
		this.#show(
			planPage({
				session: this.#interview.session,
				run,
				plan,
				apply: () => this.#apply(run, plan),
				back: () => this.#showReview(),
				commands: () => this.#turn(() => this.#showCommands(run, plan)),
			}),
		);
	}

	async #showCommands(run: SetupRun, plan: Plan): Promise<void> {
		const {stage, asCalled, surroundings} = this.#on;
		const {session} = this.#interview;
		const {equivalentsOf, writeScript} = await import('../equivalents/equivalents.ts');
		const {specification, place} = run;
		const home = stateHome({...place, base: surroundings.stateDirectory()}, surroundings);
		const equivalents = equivalentsOf({answers: session.given, specification, plan, place, home});
		this.#show(
			commandsPage({
				session,
				equivalents,
				asCalled,
				copy: text => stage.copy(text),
				write: async () => {
					const file = path.resolve(surroundings.workingDirectory, `${specification.name}.sh`);
					await writeScript(file, equivalents.script);
					return file;
				},
				refresh: () => stage.refresh(),
				back: () => this.#showPlan(run, plan),
			}),
		);
	}

	#apply(run: SetupRun, plan: Plan): void {
		const {stage, surroundings} = this.#on;
		const works = new Works(plan, {now: surroundings.now, refresh: () => stage.refresh()});
		const stop = new AbortController();
		this.#stop = stop;
		this.#hasApplied = true;
		stage.show(applyPage({session: this.#interview.session, works, isStopping: () => stop.signal.aborted}));
		void this.#guarded(async () => {
			await run.apply(plan, works, stop.signal);
			await this.#prove(run, works);
			this.#stop = undefined;
			await this.#interview.forget();
			this.#showDone(run.summary());
		});
	}

	async #prove(run: SetupRun, works: Works): Promise<void> {
		works.proving();
		try {
			await run.prove(note => works.provingNote(note));
			works.proved('done');
		} catch (error) {
			works.proved('failed');
			throw error;
		}
	}

	#showDone(summary: SetupSummary): void {
		const {asCalled} = this.#on;
		this.#show(
			donePage({
				session: this.#interview.session,
				summary,
				asCalled,
				finish: () => this.#end({kind: 'done', summary}),
			}),
		);
	}

	async #guarded(work: () => Promise<void>): Promise<void> {
		try {
			await work();
		} catch (error) {
			const isInterrupted = error instanceof ExpectedError && error.code === 'INTERRUPTED';
			if (!(error instanceof ExpectedError) || isInterrupted) {
				this.#on.stage.fail(error);
			} else {
				this.#showFailure(error);
			}
		} finally {
			this.#stop = undefined;
		}
	}

	#showFailure(error: ExpectedError): void {
		const standing = this.#standing();
		this.#show(
			failedPage({
				session: this.#interview.session,
				rows: (width, theme) => failureRows(error, standing, {width, theme, asCalled: this.#on.asCalled}),
				retry: () => this.#plan(),
				back: () => this.#showReview(),
				leave: () => this.#on.stage.fail(error),
			}),
		);
	}

	/** Nothing stands before anything was applied. */
	#standing(): Standing | undefined {
		return this.#hasApplied ? this.#run?.account() : undefined;
	}
}
