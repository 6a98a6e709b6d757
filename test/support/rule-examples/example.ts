import type {Rule} from '../../../src/rules/rule.ts';
import {runRule, type Verdict} from '../../../src/rules/run.ts';

/** Judges the examples of the rules of one folder. */
export interface FolderExamples {
	/** What the rule makes of the subject that an example stands for. */
	judge(id: string, example: string): Promise<Verdict>;
}

/** Examples that stand for one subject each: `read` makes it, really signed where it is signed. */
export function examplesOf<Subject>(
	rules: readonly Rule<Subject>[],
	read: (example: string) => Subject | Promise<Subject>,
): FolderExamples {
	return {
		async judge(id, example) {
			const rule = rules.find(candidate => candidate.id === id);
			if (!rule) {
				throw new Error(`there is no rule ${id}`);
			}

			return runRule(rule, await read(example));
		},
	};
}

/** `name = value` in each line; lines that are blank or begin with `#` are notes. */
export function readLines(example: string): readonly (readonly [name: string, value: string])[] {
	return example
		.split('\n')
		.filter(line => line.trim() !== '' && !line.startsWith('#'))
		.map(line => {
			const [name = '', ...value] = line.split('=');
			return [name.trim(), value.join('=').trim()] as const;
		});
}
