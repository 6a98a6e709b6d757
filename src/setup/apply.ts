import {AwsError} from '../aws/aws-error.ts';
import {ExpectedError} from '../errors.ts';
import type {Change} from './change.ts';
import type {Journal} from './journal.ts';
import type {Known} from './known.ts';
import type {Plan} from './planner.ts';
import {recordRecovered} from './recovery.ts';
import type {Writer} from './world.ts';

/** What applying says while it goes on. */
export interface ApplyProgress {
	begun(change: Change): void;
	/** What a change that takes long is at. */
	doing(change: Change, note: string): void;
	done(change: Change): void;
	failed(change: Change): void;
}

/** What applying works on. */
export interface ApplyContext {
	readonly writer: Writer;
	readonly journal: Journal;
	readonly progress: ApplyProgress;
	/** Looked at between changes, never in the middle of one. */
	readonly signal: AbortSignal;
}

/**
 * Makes the changes of a plan one after the other, each in the journal before and after.
 *
 * @returns all that is known then
 * @throws {ExpectedError} what a change throws, with how to resume and how to undo among what to do next.
 */
export async function applyPlan(plan: Plan, context: ApplyContext): Promise<Known> {
	const {journal, signal} = context;
	await recordRecovered(plan.recovered, journal);
	let known = plan.known;
	for (const change of plan.changes) {
		signal.throwIfAborted();
		known = await applyChange(change, known, context);
	}

	return known;
}

async function applyChange(change: Change, known: Known, {writer, journal, progress}: ApplyContext): Promise<Known> {
	progress.begun(change);
	const {kind, name, action, before} = change;
	const intent = await journal.intend({kind, name, action, ...(before && {before}), goal: await change.goal(known)});
	try {
		const made = await change.apply(writer, known, note => progress.doing(change, note));
		await journal.settle(intent, made.facts);
		progress.done(change);
		return made.known;
	} catch (error) {
		progress.failed(change);
		if (error instanceof AwsError && error.refused.status < 500) {
			await journal.drop(intent);
		}

		throw error;
	}
}

/** What an interruption is told as, whatever it made fail. */
export function interrupted(cause: unknown): ExpectedError {
	return new ExpectedError('INTERRUPTED', 'Interrupted. The journal knows what was done; nothing is half done.', {
		next: ['Look at what is left to do: the same command with --plan-only'],
		cause,
	});
}

/** The same failure, with how to go on and how to go back after what it advises by itself. */
export function withWaysOut(error: unknown, resume: string, undo: string): unknown {
	if (!(error instanceof ExpectedError)) {
		return error;
	}

	return new ExpectedError(error.code, error.message, {
		next: [...error.next, `Go on where it stopped: ${resume}`, `Undo what was made: ${undo}`],
		cause: error,
	});
}
