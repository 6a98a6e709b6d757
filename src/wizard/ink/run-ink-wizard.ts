import {ExpectedError} from '../../errors.ts';
import {openStage, type Screen, type Stage} from '../../ui/stage.tsx';
import {themeFor} from '../../ui/theme.ts';
import type {Interview} from '../interview.ts';
import {asking, leaving, start as startTexts} from '../texts/en.ts';
import {busyScreen} from './busy-screen.ts';
import type {SetupEnd, SetupFlow} from './setup-flow.ts';
import {type Errand, startScreen} from './start-screen.ts';
import type {InkWorld, OnStage} from './world.ts';

/**
 * Asks for a set-up and conducts it, on the alternate screen of the terminal.
 *
 * @param interview - Begun already, with what flags and files gave.
 * @throws {ExpectedError} `INTERRUPTED`, and the failure that the person left with. The terminal is restored by then.
 */
export async function runInkWizard(interview: Interview, world: InkWorld): Promise<SetupEnd> {
	return onStage(world, waiting(world), (on, end) => {
		let flow: SetupFlow | undefined;
		return {
			begin: async () => {
				const {SetupFlow} = await import('./setup-flow.ts');
				flow = new SetupFlow(on, interview, end);
				await flow.begin();
			},
			flow: () => flow,
		};
	});
}

/**
 * Shows the start screen and whatever is chosen there.
 *
 * @throws {ExpectedError} as {@link runInkWizard}.
 */
export async function runInkStart(world: InkWorld): Promise<SetupEnd> {
	let choose: (errand: Errand) => void = () => undefined;
	let resumable: Date | undefined;
	let problem: string | undefined;
	let leave: () => void = () => undefined;
	const first = startScreen({
		problem: () => problem,
		resumable: () => resumable,
		choose: errand => choose(errand),
		leave: () => leave(),
	});
	return onStage(world, first, (on, end) => {
		let flow: SetupFlow | undefined;
		leave = () => end({kind: 'left'});
		choose = errand => {
			on.stage.show(waiting(world));
			problem = undefined;
			openErrand(errand, on, result =>
				result.kind === 'left' && errand !== 'resume' ? backToStart() : end(result),
			).then(
				opened => {
					flow = opened;
				},
				(error: unknown) => {
					if (!(error instanceof ExpectedError)) {
						on.stage.fail(error);
						return;
					}

					problem = `${error.message} ${error.next[0]}.`;
					on.stage.show(first);
				},
			);
		};
		const backToStart = () => {
			flow = undefined;
			on.stage.show(first);
			lookForProgress();
		};
		const lookForProgress = () => {
			findKept(world).then(
				at => {
					resumable = at;
					on.stage.refresh();
				},
				(error: unknown) => on.stage.fail(error),
			);
		};
		return {begin: async () => lookForProgress(), flow: () => flow};
	});
}

/** A show: what begins it once the stage is up, and the set-up that is on. */
interface Show {
	begin(): Promise<void>;
	flow(): SetupFlow | undefined;
}

async function onStage(
	world: InkWorld,
	first: Screen,
	prepare: (on: OnStage, end: (end: SetupEnd) => void) => Show,
): Promise<SetupEnd> {
	const {terminal, color, surroundings} = world;
	const {env, platform, signal} = surroundings;
	let ended: SetupEnd = {kind: 'left'};
	let show: Show | undefined;
	const interrupt = () => {
		if (show?.flow()?.interrupt() !== true) {
			stage.fail(show?.flow()?.interruption ?? interruption());
		}
	};
	const stage: Stage = openStage({
		terminal,
		theme: themeFor(env, platform, color),
		first,
		interrupt,
		tooSmall: leaving.tooSmall,
	});
	show = prepare({...world, stage}, end => {
		ended = end;
		stage.leave();
	});
	signal.addEventListener('abort', interrupt);
	try {
		show.begin().catch((error: unknown) => stage.fail(error));
		await stage.ended;
		return ended;
	} finally {
		signal.removeEventListener('abort', interrupt);
		await show.flow()?.close();
	}
}

async function openErrand(errand: Errand, on: OnStage, end: (end: SetupEnd) => void): Promise<SetupFlow> {
	const [{SetupFlow}, {Interview, progressPlace}] = await Promise.all([
		import('./setup-flow.ts'),
		import('../interview.ts'),
	]);
	const kept = errand === 'resume' ? await keptProgress(on, progressPlace(on.surroundings)) : undefined;
	const given = errand === 'rehearse' ? {rehearse: true} : {};
	const interview = await Interview.begin(given, on.surroundings, kept);
	const flow = new SetupFlow(on, interview, end);
	await flow.begin();
	return flow;
}

async function keptProgress(_on: OnStage, place: Parameters<typeof import('../saved-progress.ts').findProgress>[0]) {
	const {findProgress} = await import('../saved-progress.ts');
	const found = await findProgress(place);
	return found.state === 'found' ? found.progress : undefined;
}

/** When answers were kept, as far as that can be told. */
async function findKept({surroundings}: InkWorld): Promise<Date | undefined> {
	const [{progressPlace}, {findProgress}] = await Promise.all([
		import('../interview.ts'),
		import('../saved-progress.ts'),
	]);
	try {
		const found = await findProgress(progressPlace(surroundings));
		return found.state === 'found' ? found.savedAt : undefined;
	} catch (error) {
		if (error instanceof ExpectedError) {
			return undefined;
		}

		throw error;
	}
}

function waiting({surroundings}: InkWorld): Screen {
	return busyScreen(startTexts.opening, surroundings.now, view => ({title: asking.title, ...view}));
}

function interruption(): ExpectedError {
	return new ExpectedError('INTERRUPTED', leaving.interruptedNothing, {next: ['Run it again when you are ready']});
}
