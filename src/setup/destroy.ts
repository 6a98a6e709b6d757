import type {ResourceKind} from './change.ts';
import type {Journal, Standing} from './journal.ts';
import {requireSamePlace} from './planner.ts';
import {findRecovered, type Recovered, recordRecovered} from './recovery.ts';
import type {Undo, UndoOptions} from './resource.ts';
import {resourceOf, resources} from './resources.ts';
import type {Reader, Writer} from './world.ts';

/** What is to happen to one resource. */
export interface PlannedUndo extends Undo {
	readonly kind: ResourceKind;
	readonly name: string;
}

/** What undoing a set-up is going to do, in order. */
export interface DestroyPlan {
	/** The name of the set-up. */
	readonly setup: string;
	readonly undos: readonly PlannedUndo[];
	readonly recovered: readonly Recovered[];
}

/**
 * Plans to undo what the journal says was made, last made first. Reads, never writes.
 *
 * @throws {ExpectedError} `SETUP_ELSEWHERE`, and what reading throws.
 */
export async function planDestroy(
	setup: string,
	{reader, journal}: {readonly reader: Reader; readonly journal: Journal},
	options: UndoOptions,
): Promise<DestroyPlan> {
	requireSamePlace(setup, journal, reader);
	const recovered = await findRecovered({reader, journal});
	const told = journal.withRecovered(recovered);
	const undos: PlannedUndo[] = [];
	for (const standing of inReverse(told.standing)) {
		const undo = await resourceOf(standing.kind).planUndo(standing, {setup, reader, journal: told}, options);
		undos.push({...undo, kind: standing.kind, name: standing.name});
	}

	return {setup, undos, recovered};
}

/**
 * Undoes what was planned, one resource after the other, each in the journal before and after. What
 * is gone already is only written down.
 *
 * @throws what the services throw; run again, it goes on.
 */
export async function applyDestroy(
	{undos, recovered}: DestroyPlan,
	{
		writer,
		journal,
		done,
		signal,
	}: {
		readonly writer: Writer;
		readonly journal: Journal;
		readonly done: (undo: PlannedUndo) => void;
		readonly signal: AbortSignal;
	},
): Promise<void> {
	await recordRecovered(recovered, journal);
	for (const undo of undos) {
		signal.throwIfAborted();
		if (undo.action !== 'keep') {
			const {kind, name} = undo;
			const action = undo.action === 'restore' ? 'restore' : 'delete';
			const intent = await journal.intend({kind, name, action, goal: {}});
			await undo.apply?.(writer);
			await journal.settle(intent, {});
		}

		done(undo);
	}
}

/** What is made first is undone last, whichever run made it; of one kind, the latest goes first. */
function inReverse(standing: readonly Standing[]): readonly Standing[] {
	const rank = ({kind}: Standing) => resources.findIndex(resource => resource.kind === kind);
	return standing.toReversed().toSorted((one, other) => rank(other) - rank(one));
}
