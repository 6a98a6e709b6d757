import {runRule, type Verdict} from '../../../src/rules/run.ts';
import {rules} from '../../../src/rules/session/rules.generated.ts';
import type {FolderExamples} from './example.ts';

/** Examples of the rules on session requests: the subject itself as JSON, each rule having its own kind. */
export const sessionExamples: FolderExamples = {
	judge(id, example) {
		const verdicts: readonly Verdict[] = rules
			.filter(rule => rule.id === id)
			.map(rule => runRule(rule, JSON.parse(example)));
		const [verdict] = verdicts;
		return verdict ? Promise.resolve(verdict) : Promise.reject(new Error(`there is no rule ${id}`));
	},
};
