import type {Change, ResourceKind, Unchanged} from './change.ts';
import type {Facts, Intent, Journal, Standing} from './journal.ts';
import type {Known} from './known.ts';
import type {Specification} from './specification.ts';
import type {Reader, Writer} from './world.ts';

/** What planning a resource goes by. */
export interface PlanContext {
	readonly specification: Specification;
	readonly reader: Reader;
	readonly journal: Journal;
	/** Of the resources before it. */
	readonly known: Known;
}

/** What is to happen to a resource. */
export interface ResourcePlan {
	readonly changes?: readonly Change[];
	readonly unchanged?: readonly Unchanged[];
	/** What is known by now, with this resource if it is there. */
	readonly known?: Known;
	/** What whoever reviews the plan must know. */
	readonly warnings?: readonly string[];
}

/** What is to happen to a resource when its set-up is undone. */
export interface Undo {
	readonly action: 'delete' | 'restore' | 'keep' | 'gone';
	/** Why it is kept, or what will be there afterwards. */
	readonly note: string;
	readonly calls: readonly string[];
	/** Absent for what is kept or gone. */
	apply?(writer: Writer): Promise<void>;
}

/** What planning to undo goes by. */
export interface UndoContext extends Pick<PlanContext, 'reader' | 'journal'> {
	/** The name of the set-up. */
	readonly setup: string;
}

/** How thoroughly to undo. */
export interface UndoOptions {
	readonly deletesKeys: boolean;
}

/** One kind of thing that a set-up makes; each file in `resources/` defines one. */
export interface Resource {
	readonly kind: ResourceKind;
	/** Compares what should be with what is. Reads, never writes. */
	plan(context: PlanContext): Promise<ResourcePlan>;
	/**
	 * Looks whether a change happened of which the journal says only that it was about to.
	 *
	 * @returns how the resource is now, or undefined when the change did not happen
	 */
	recover(intent: Intent, context: Omit<PlanContext, 'known' | 'specification'>): Promise<Facts | undefined>;
	/** Says how to undo what stands: only what this set-up made, and only while it is as the set-up left it. */
	planUndo(standing: Standing, context: UndoContext, options: UndoOptions): Promise<Undo>;
}

/** Makes a kind of resource; the default export of each file in `resources/`. */
export function defineResource(resource: Resource): Resource {
	return resource;
}

/** For what is no longer there. */
export function gone(note = 'gone already'): Undo {
	return {action: 'gone', note, calls: []};
}

/** For what stays as it is. */
export function keep(note: string): Undo {
	return {action: 'keep', note, calls: []};
}
