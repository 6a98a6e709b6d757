import {FileSet} from './file-set.ts';
import type {Finding} from './finding.ts';
import {runRules} from './run.ts';
import {rules} from './set/rules.generated.ts';
import type {GivenThing} from './thing-in-set.ts';

/** Every rule on things that were given together, by id. */
export const setRules = rules;

/**
 * Judges things that were given together: which key belongs to which certificate, who issued whom, what is missing,
 * superfluous or out of order.
 *
 * @param at - The moment of judgement.
 * @returns For each thing, in the order given, what is found of it; worst first.
 */
export function judgeSet(things: readonly GivenThing[], at: Date): readonly (readonly Finding[])[] {
	const set = new FileSet(things);
	return things.map(thing => runRules(setRules, {thing, set, at}));
}
