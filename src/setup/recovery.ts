import type {Facts, Intent, Journal} from './journal.ts';
import type {PlanContext} from './resource.ts';
import {resourceOf} from './resources.ts';

/** What became of a change whose end the journal does not tell. */
export interface Recovered {
	readonly intent: Intent;
	/** How the resource is now; absent when the change did not happen. */
	readonly facts?: Facts;
}

/** Looks up every change that was under way when an earlier run died. Reads, never writes. */
export async function findRecovered(context: Pick<PlanContext, 'reader' | 'journal'>): Promise<readonly Recovered[]> {
	const found: Recovered[] = [];
	for (const intent of context.journal.pending) {
		// What was to be taken away is planned anew: it is there or it is not.
		const isForward = intent.action === 'create' || intent.action === 'update';
		const facts = isForward ? await resourceOf(intent.kind).recover(intent, context) : undefined;
		found.push({intent, ...(facts && {facts})});
	}

	return found;
}

/** Writes down what was looked up, so that the journal tells the whole story again. */
export async function recordRecovered(recovered: readonly Recovered[], journal: Journal): Promise<void> {
	for (const {intent, facts} of recovered) {
		await (facts ? journal.settle(intent, facts) : journal.drop(intent));
	}
}
