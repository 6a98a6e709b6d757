import {ExpectedError} from '../../errors.ts';
import type {MendedThing} from '../../report/doctor-text.ts';
import type {Act} from '../../ui/on-stage.ts';
import type {Problem} from '../diagnose/diagnosis.ts';
import type {GatherOptions} from '../gather/surroundings.ts';
import type {DoctorEnd, Findings} from '../guide/doctor-world.ts';
import {Examination} from '../guide/examination.ts';
import {interruption, interruptionOfMend} from '../guide/interruption.ts';
import {type Candidate, openQuestion} from '../guide/open-question.ts';
import {safe} from '../guide/telling.ts';
import {doctor as texts} from '../texts/en.ts';
import {askForBundle} from './bundle-flow.ts';
import {checklistScreen} from './checklist-screen.ts';
import {chooseScreen, messageScreen} from './choose-screens.ts';
import {failureScreen} from './failure-screen.ts';
import type {DoctorOnStage} from './ink-doctor-world.ts';
import {MendFlow} from './mend-flow.ts';
import {problemScreen} from './problem-screen.ts';
import {helpScreen, openScreen, restScreen} from './reading-screens.ts';
import {resultScreen} from './result-screen.ts';

/**
 * Troubleshooting on the stage: which CLI profile, the checklist, the cause and its fix, the check after it. Everything it
 * knows it has from the examination; here is only what is shown when.
 */
export class DoctorFlow implements Act {
	readonly #on: DoctorOnStage;
	readonly #end: (end: DoctorEnd) => void;
	readonly #mended: MendedThing[] = [];
	#options: GatherOptions;
	#candidates: readonly Candidate[] = [];
	#last: Findings | undefined;
	#looking: AbortController | undefined;
	#mend: MendFlow | undefined;

	/** @param end - Is told once, how the person left; the stage is still up. */
	constructor(on: DoctorOnStage, options: GatherOptions, end: (end: DoctorEnd) => void) {
		this.#on = on;
		this.#options = options;
		this.#end = end;
	}

	/** Asks which CLI profile, where that is not clear, and looks. */
	async begin(): Promise<void> {
		this.#candidates = await openQuestion(await this.#on.surround(this.#options));
		if (this.#candidates.length > 0) {
			this.#choose();
		} else {
			this.#examine();
		}
	}

	interrupt(): boolean {
		return this.#mend?.interrupt() ?? false;
	}

	get interruption(): ExpectedError {
		return this.#mend?.isWorking === true ? interruptionOfMend() : interruption(this.#mended);
	}

	async close(): Promise<void> {
		this.#looking?.abort();
	}

	#choose(): void {
		this.#on.stage.show(
			chooseScreen({
				candidates: this.#candidates,
				chosen: this.#options.cliProfile,
				told: this.#options.told,
				choose: cliProfile => this.#examineWith({cliProfile}),
				paste: () =>
					this.#askForMessage(
						() => this.#choose(),
						told => {
							this.#options = {...this.#options, told};
							this.#choose();
						},
					),
				back: () => this.#leave(),
			}),
		);
	}

	#askForMessage(back: () => void, take: (told: string) => void): void {
		const {told = ''} = this.#options;
		this.#on.stage.show(messageScreen({cliProfile: this.#last?.evidence.cliProfile.name, told, answer: take, back}));
	}

	#examineWith(more: GatherChoice): void {
		this.#options = {...this.#options, ...more};
		this.#examine();
	}

	/** Looks at everything from the start; going back leaves off. */
	#examine(): void {
		const {stage, surroundings} = this.#on;
		const looking = new AbortController();
		this.#looking?.abort();
		this.#looking = looking;
		const examination = new Examination({now: surroundings.now, changed: () => stage.refresh()});
		const again = this.#last;
		stage.show(
			checklistScreen({
				title: again ? texts.lookingAgain : texts.looking,
				cliProfile: () => examination.cliProfile ?? this.#options.cliProfile,
				rows: () => examination.rows,
				mended: this.#mended,
				back: () => {
					looking.abort();
					this.#back();
				},
			}),
		);
		this.#look(examination, looking.signal).catch((error: unknown) => this.#refuse(error, looking.signal));
	}

	async #look(examination: Examination, signal: AbortSignal): Promise<void> {
		const surroundings = await this.#on.surround(this.#options);
		const findings = await examination.run({
			...surroundings,
			signal: AbortSignal.any([surroundings.signal, signal]),
		});
		if (!signal.aborted) {
			this.#last = findings;
			this.#showResult(findings);
		}
	}

	/** Nobody waits any more for what was left off. */
	#refuse(error: unknown, signal: AbortSignal): void {
		if (signal.aborted) {
			return;
		}

		if (!(error instanceof ExpectedError) || error.code === 'INTERRUPTED') {
			this.#on.stage.fail(error);
			return;
		}

		const {stage, asCalled} = this.#on;
		stage.show(
			failureScreen({
				cliProfile: this.#options.cliProfile,
				title: texts.failed,
				error,
				asCalled,
				retry: () => this.#examine(),
				// Whoever has nowhere to go back to leaves with what failed.
				back: () => (this.#last || this.#candidates.length > 0 ? this.#back() : stage.fail(error)),
			}),
		);
	}

	#showResult(findings: Findings, written?: string): void {
		const {stage, asCalled} = this.#on;
		const {cause} = findings.diagnosis;
		const show = () => this.#showResult(findings);
		stage.show(
			resultScreen({
				findings,
				mended: this.#mended,
				written,
				asCalled,
				copy: text => stage.copy(text),
				mend: this.#mendOf(cause, findings, show),
				again: () => this.#examine(),
				rest: () => this.#showRest(findings, undefined),
				open: () => stage.show(openScreen(findings, asCalled, show)),
				message: () => this.#askForMessage(show, told => this.#examineWith({told})),
				bundle: () => askForBundle(findings, this.#on, file => this.#showResult(findings, file)),
				help: () => stage.show(helpScreen(findings.evidence.cliProfile.name, show)),
				back: () => this.#backFromResult(),
			}),
		);
	}

	#showRest(findings: Findings, chosen: Problem | undefined): void {
		this.#on.stage.show(
			restScreen({
				findings,
				chosen,
				open: problem => this.#showProblem(findings, problem),
				back: () => this.#showResult(findings),
			}),
		);
	}

	#showProblem(findings: Findings, problem: Problem): void {
		const {stage, asCalled} = this.#on;
		stage.show(
			problemScreen({
				cliProfile: findings.evidence.cliProfile.name,
				problem,
				asCalled,
				copy: text => stage.copy(text),
				mend: this.#mendOf(problem, findings, () => this.#showProblem(findings, problem)),
				back: () => this.#showRest(findings, problem),
			}),
		);
	}

	/** What does it now, where this program can. */
	#mendOf(problem: Problem | undefined, {evidence}: Findings, back: () => void): (() => void) | undefined {
		const mend = problem?.remedy.mend;
		if (!problem || !mend) {
			return undefined;
		}

		return () => {
			const flow = new MendFlow(this.#on, evidence.cliProfile.name, {
				back: () => {
					this.#mend = undefined;
					back();
				},
				done: did => this.#goOn(flow, {what: safe(problem.remedy.what), did}),
			});
			this.#mend = flow;
			flow.ask(problem, mend, this.#options).catch((error: unknown) => this.#on.stage.fail(error));
		};
	}

	/** After a change everything is looked at again, unless the person wanted to leave meanwhile. */
	#goOn({isStopping}: MendFlow, mended: MendedThing): void {
		this.#mend = undefined;
		this.#mended.push(mended);
		if (isStopping) {
			this.#on.stage.fail(this.interruption);
		} else {
			this.#examine();
		}
	}

	#back(): void {
		if (this.#last) {
			this.#showResult(this.#last);
		} else {
			this.#backFromResult();
		}
	}

	#backFromResult(): void {
		if (this.#candidates.length > 0) {
			this.#last = undefined;
			this.#choose();
		} else {
			this.#leave();
		}
	}

	#leave(): void {
		this.#end({mended: this.#mended, ...(this.#last && {last: this.#last})});
	}
}

type GatherChoice = Pick<GatherOptions, 'cliProfile' | 'told'>;
