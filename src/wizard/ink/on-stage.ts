import {ExpectedError} from '../../errors.ts';
import {drawFirstFrame} from '../../ui/first-frame.ts';
import type {Screen, Stage, StageOptions} from '../../ui/stage.tsx';
import {themeFor} from '../../ui/theme.ts';
import type {SetupEnd} from '../setup-end.ts';
import {leaving} from '../texts/en.ts';
import type {InkWorld, OnStage} from './world.ts';

/** What is on: what an interruption does to it, and how it is left. */
export interface Act {
	/** True when it is going to end by itself, because a change is in the middle of being made. */
	interrupt(): boolean;
	readonly interruption: ExpectedError;
	close(): Promise<void>;
}

/** A show: what begins it once the stage is up, and the act that is on. */
export interface Show {
	begin(): Promise<void>;
	act(): Act | undefined;
}

/**
 * Sets the stage, plays, and restores the terminal.
 *
 * @param first - What is shown at once, before anything else is loaded.
 * @throws {ExpectedError} `INTERRUPTED`, and what the show failed with.
 */
export async function onStage(
	world: InkWorld,
	first: Screen,
	prepare: (on: OnStage, end: (end: SetupEnd) => void) => Show,
): Promise<SetupEnd> {
	const {terminal, color, surroundings} = world;
	const {env, platform, signal} = surroundings;
	let ended: SetupEnd = {kind: 'left'};
	let show: Show | undefined;
	const interrupt = () => {
		const act = show?.act();
		if (act?.interrupt() !== true) {
			stage.fail(act?.interruption ?? nothingHappened());
		}
	};
	const stage = await setStage({
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
		if (signal.aborted) {
			interrupt();
		} else {
			show.begin().catch((error: unknown) => stage.fail(error));
		}

		await stage.ended;
		return ended;
	} finally {
		signal.removeEventListener('abort', interrupt);
		await show.act()?.close();
	}
}

/** The first screen is there at once; what makes it respond is loaded behind it. */
async function setStage(options: StageOptions): Promise<Stage> {
	const {first, terminal, theme, tooSmall} = options;
	const standing = drawFirstFrame(first.view(), terminal, theme, tooSmall);
	try {
		const {openStage} = await import('../../ui/stage.tsx');
		standing.handOver();
		return openStage(options);
	} catch (error) {
		standing.withdraw();
		throw error;
	}
}

function nothingHappened(): ExpectedError {
	return new ExpectedError('INTERRUPTED', leaving.interruptedNothing, {next: ['Run it again when you are ready']});
}
