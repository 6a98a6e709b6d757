import {ExpectedError} from '../../errors.ts';
import {type Act, onStage} from '../../ui/on-stage.ts';
import {busyScreen} from '../../ui/screens/busy-screen.ts';
import type {Screen} from '../../ui/stage.tsx';
import type {Answers} from '../answers.ts';
import type {Progress} from '../session.ts';
import type {SetupEnd} from '../setup-end.ts';
import {asking, start as texts} from '../texts/en.ts';
import {type FoundAnswers, findKept} from './kept.ts';
import {resumeScreen} from './resume-screen.ts';
import {type Errand, startScreen} from './start-screen.ts';
import type {InkWorld, OnStage} from './world.ts';
import {hallOf} from './world.ts';

/**
 * Asks for a set-up and conducts it, on the alternate screen of the terminal. Offers to go on with answers that were kept.
 *
 * @param given - What flags and files gave.
 * @throws {ExpectedError} `INTERRUPTED`, and the failure that the person left with. The terminal is restored by then.
 */
export async function runInkWizard(given: Answers, world: InkWorld): Promise<SetupEnd> {
	return onStage<SetupEnd>(hallOf(world), waiting(world), (stage, end) => {
		const on = {...world, stage};
		let act: Act | undefined;
		const open = async (progress: Progress | undefined) => {
			act = await openSetup({given, progress}, on, end);
		};
		return {
			act: () => act,
			begin: async () => {
				const {kept} = await findKept(world);
				if (kept === undefined) {
					await open(undefined);
					return;
				}

				const choose = (isResumed: boolean) => {
					on.stage.show(waiting(world));
					open(isResumed ? kept.progress : undefined).catch((error: unknown) => on.stage.fail(error));
				};
				on.stage.show(resumeScreen(kept, choose, () => end({kind: 'left'})));
			},
		};
	});
}

/**
 * Shows the start screen and whatever is chosen there; leaving that leads back to it.
 *
 * @throws {ExpectedError} as {@link runInkWizard}.
 */
export async function runInkStart(world: InkWorld): Promise<SetupEnd> {
	const start = new Start(world);
	return onStage<SetupEnd>(hallOf(world), start.screen(), (stage, end) => start.on({...world, stage}, end));
}

class Start {
	readonly #world: InkWorld;
	#found: FoundAnswers = {};
	#problem: string | undefined;
	#act: Act | undefined;
	#choose: (errand: Errand) => void = () => undefined;
	#leave: () => void = () => undefined;

	constructor(world: InkWorld) {
		this.#world = world;
	}

	/** A fresh one each time: what is offered may have changed. */
	screen(): Screen {
		return startScreen({
			problem: () => this.#problem ?? this.#found.trouble,
			resumable: () => this.#found.kept?.savedAt,
			choose: errand => this.#choose(errand),
			leave: () => this.#leave(),
		});
	}

	on(on: OnStage, end: (end: SetupEnd) => void) {
		this.#leave = () => end({kind: 'left'});
		this.#choose = errand => {
			on.stage.show(waiting(this.#world));
			this.#problem = undefined;
			this.#open(errand, on, end).catch((error: unknown) => this.#refuse(error, on));
		};
		return {
			act: () => this.#act,
			begin: () => this.#look(on),
		};
	}

	async #look({stage}: OnStage): Promise<void> {
		this.#found = await findKept(this.#world);
		stage.refresh();
	}

	async #open(errand: Errand, on: OnStage, end: (end: SetupEnd) => void): Promise<void> {
		const ended = (result: SetupEnd) => {
			if (result.kind === 'done') {
				end(result);
			} else {
				this.#return(on);
			}
		};
		if (errand === 'check') {
			const {CheckFlow} = await import('./check-flow.ts');
			const flow = new CheckFlow(on, ended);
			this.#act = flow;
			flow.begin();
			return;
		}

		if (errand === 'troubleshoot') {
			const {DoctorFlow} = await import('../../doctor/ink/doctor-flow.ts');
			const flow = new DoctorFlow(on, {isOffline: false}, () => this.#return(on));
			this.#act = flow;
			await flow.begin();
			return;
		}

		const given = errand === 'rehearse' ? {rehearse: true} : {};
		const progress = errand === 'resume' ? this.#found.kept?.progress : undefined;
		this.#act = await openSetup({given, progress}, on, ended);
	}

	#return(on: OnStage): void {
		this.#act = undefined;
		this.#look(on).then(
			() => on.stage.show(this.screen()),
			(error: unknown) => on.stage.fail(error),
		);
	}

	#refuse(error: unknown, {stage}: OnStage): void {
		if (error instanceof ExpectedError) {
			this.#problem = `${error.message} ${error.next[0]}.`;
			stage.show(this.screen());
		} else {
			stage.fail(error);
		}
	}
}

/** The set-up is loaded only now: neither it nor what it needs stands between a person and the first screen. */
async function openSetup(
	{given, progress}: {readonly given: Answers; readonly progress: Progress | undefined},
	on: OnStage,
	end: (end: SetupEnd) => void,
): Promise<Act> {
	const [{SetupFlow}, {Interview}] = await Promise.all([import('./setup-flow.ts'), import('../interview.ts')]);
	const flow = new SetupFlow(on, await Interview.begin(given, on.surroundings, progress), end);
	await flow.begin();
	return flow;
}

function waiting({surroundings}: InkWorld): Screen {
	return busyScreen(texts.opening, surroundings.now, view => ({title: asking.title, ...view}));
}
