import type {GivenThing} from './thing-in-set.ts';

/** Everything that was given together, indexed once: looking something up takes no time that grows with the set. */
export class FileSet {
	readonly things: readonly GivenThing[];

	constructor(things: readonly GivenThing[]) {
		this.things = things;
	}
}
