import type {ExpectedError} from '../errors.ts';
import {drawFirstFrame} from './first-frame.ts';
import type {Screen, Stage, StageOptions} from './stage.tsx';
import type {Terminal} from './terminal.ts';
import {windows} from './texts/en.ts';
import type {Theme} from './theme.ts';

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

/** Where a show is given. */
export interface Hall {
	readonly terminal: Terminal;
	readonly theme: Theme;
	/** Aborted by signals from outside, which do what Ctrl-C does. */
	readonly signal: AbortSignal;
	/** Why it ends when it is interrupted before there is an act. */
	interruption(): ExpectedError;
}

/**
 * Sets the stage, plays, and restores the terminal.
 *
 * @param first - What is shown at once, before anything else is loaded.
 * @param prepare - Gets the stage, and what to call with the end of the show, once.
 * @throws {ExpectedError} `INTERRUPTED`, and what the show failed with.
 */
export async function onStage<End>(
	{terminal, theme, signal, interruption}: Hall,
	first: Screen,
	prepare: (stage: Stage, end: (end: End) => void) => Show,
): Promise<End> {
	let ended: {readonly end: End} | undefined;
	let show: Show | undefined;
	const interrupt = () => {
		const act = show?.act();
		if (act?.interrupt() !== true) {
			stage.fail(act?.interruption ?? interruption());
		}
	};
	const stage = await setStage({terminal, theme, first, interrupt, tooSmall: windows.tooSmall});
	show = prepare(stage, end => {
		ended = {end};
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
		if (ended === undefined) {
			throw interruption();
		}

		return ended.end;
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
		const {openStage} = await import('./stage.tsx');
		standing.handOver();
		return openStage(options);
	} catch (error) {
		standing.withdraw();
		throw error;
	}
}
