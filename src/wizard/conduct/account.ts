import type {Change} from '../../setup/change.ts';
import type {Journal} from '../../setup/journal.ts';
import type {Plan} from '../../setup/planner.ts';

/** What came of the changes of a plan, when it was carried out or stopped. */
export interface SetupAccount {
	/** These exist now. */
	readonly made: readonly Change[];
	/** Was under way when it stopped and may have happened: going on or undoing looks first. At most one. */
	readonly uncertain: readonly Change[];
	/** These do not exist. */
	readonly unmade: readonly Change[];
	/** What to type to go on. */
	readonly resume: string;
	/** What to type to take back what was made. */
	readonly undo: string;
}

/** Tells the changes of a plan apart by what its run reported and its journal holds. */
export function accountOf(
	{changes}: Plan,
	made: ReadonlySet<Change>,
	journal: Journal | undefined,
	ways: Pick<SetupAccount, 'resume' | 'undo'>,
): SetupAccount {
	const left = changes.filter(change => !made.has(change));
	const pending = journal?.pending ?? [];
	const isPending = ({kind, name}: Change) => pending.some(intent => intent.kind === kind && intent.name === name);
	// Changes are made in order, so only the first that is left can be under way.
	const uncertain = left.slice(0, 1).filter(isPending);
	return {
		made: changes.filter(change => made.has(change)),
		uncertain,
		unmade: left.filter(change => !uncertain.includes(change)),
		...ways,
	};
}
