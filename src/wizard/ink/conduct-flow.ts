import path from 'node:path';
import {ExpectedError} from '../../errors.ts';
import {stateHome} from '../../setup/place.ts';
import type {Plan} from '../../setup/planner.ts';
import {busyScreen} from '../../ui/screens/busy-screen.ts';
import type {SetupRun} from '../conduct/setup-run.ts';
import type {SetupSummary} from '../conduct/summary.ts';
import type {Interview} from '../interview.ts';
import {answersOf} from '../session.ts';
import type {SetupEnd} from '../setup-end.ts';
import {leaving, conducting as texts} from '../texts/en.ts';
import {failureRows, type Standing, Works} from './apply-screen.ts';
import {commandsPage} from './commands-page.ts';
import {donePage} from './done-page.ts';
import {applyPage, failedPage, planPage} from './pages.ts';
import {setupView} from './setup-view.ts';
import type {OnStage} from './world.ts';

/** Where conducting leads to. */
export interface WaysOut {
	/** To the answers. */
	back(): void;
	end(end: SetupEnd): void;
}

/**
 * A set-up whose questions are answered, on the stage: plan, the same by commands, the changes as they are made, proof,
 * and what to do when something fails. Everything it knows it has from the run; here is only what is shown when.
 */
export class ConductFlow {
	readonly #on: OnStage;
	readonly #interview: Interview;
	readonly #ways: WaysOut;
	#run: SetupRun | undefined;
	#hasApplied = false;
	#stop: AbortController | undefined;

	constructor(on: OnStage, interview: Interview, ways: WaysOut) {
		this.#on = on;
		this.#interview = interview;
		this.#ways = ways;
	}

	/** Stops after the change at hand; false when none is being made, or that was asked for already. */
	interrupt(): boolean {
		if (this.#stop === undefined || this.#stop.signal.aborted) {
			return false;
		}

		this.#stop.abort();
		this.#on.stage.refresh();
		return true;
	}

	/** Why it ends when it is interrupted in the middle of a change, with how to go on; undefined at other times. */
	get interruption(): ExpectedError | undefined {
		if (this.#stop === undefined || this.#run === undefined) {
			return undefined;
		}

		const {resumeCommand, undoCommand} = this.#run;
		return new ExpectedError('INTERRUPTED', leaving.interruptedChange, {
			next: [`Go on where it stopped: ${resumeCommand}`, `Undo what was made: ${undoCommand}`],
		});
	}

	/** Lets go of what a run holds. */
	async close(): Promise<void> {
		await this.#run?.close();
		this.#run = undefined;
	}

	/** Compares what should be with what is there, and shows that. */
	plan(): void {
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
		this.#on.stage.show(
			planPage({
				session: this.#interview.session,
				run,
				plan,
				apply: () => this.#apply(run, plan),
				back: () => this.#ways.back(),
				commands: () => void this.#guarded(() => this.#showCommands(run, plan)),
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
		this.#on.stage.show(
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
		const works = new Works(plan, {
			now: surroundings.now,
			refresh: () => stage.refresh(),
			isProven: run.specification.cliProfile !== undefined,
		});
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
		this.#on.stage.show(
			donePage({
				session: this.#interview.session,
				summary,
				asCalled,
				finish: () => this.#ways.end({kind: 'done', summary}),
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
		this.#on.stage.show(
			failedPage({
				session: this.#interview.session,
				rows: (width, theme) => failureRows(error, standing, {width, theme, asCalled: this.#on.asCalled}),
				retry: () => this.plan(),
				back: () => this.#ways.back(),
				leave: () => this.#on.stage.fail(error),
			}),
		);
	}

	/** Nothing stands before anything was applied. */
	#standing(): Standing | undefined {
		return this.#hasApplied ? this.#run?.account() : undefined;
	}
}
