/** A way of breaking every rule at once; the test of each rule is to notice. */
export interface Mutation {
	readonly title: string;
	/** What `defineRule` gives back instead of `rule`. */
	readonly expression: string;
	/** True where some rules bear it by their nature: one that finds nothing in what it does not apply to, or is asked only about failures. */
	readonly mayBeBorne?: boolean;
	/** Only rules whose source this fits; all where it is missing. */
	readonly applies?: (source: string) => boolean;
}

/** Names as typed. */
export type MutationName = 'deaf' | 'idle' | 'eager' | 'rash' | 'deleted';

export const MUTATIONS: Readonly<Record<MutationName, Mutation>> = {
	deaf: {title: 'check finds nothing', expression: '{...rule, check: () => []}'},
	idle: {title: 'the rule applies to nothing', expression: '{...rule, appliesTo: () => false}'},
	eager: {
		title: 'the rule applies to everything',
		expression: '{...rule, appliesTo: () => true}',
		mayBeBorne: true,
		applies: source => !/\bappliesTo: \(\) => true,/.test(source),
	},
	rash: {
		title: 'check finds something in everything',
		expression: "{...rule, check: () => [{at: 'somewhere', message: 'It is wrong.'}]}",
		mayBeBorne: true,
	},
	deleted: {title: 'the rule is not there', expression: 'undefined'},
};

/** The name of the environment variable that tells the configuration of vitest which mutation to make. */
export const VARIABLE = 'ANCHORSMITH_MUTATION';

/** Finds a mutation by its name. */
export function mutationNamed(name: string | undefined): Mutation {
	const found = Object.entries(MUTATIONS).find(([known]) => known === name)?.[1];
	if (!found) {
		throw new Error(`${name} is no mutation; there are ${Object.keys(MUTATIONS).join(', ')}`);
	}

	return found;
}
