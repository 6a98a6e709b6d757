import {rules} from '../../../src/rules/path/rules.generated.ts';
import {validatePath} from '../../../src/rules/validate-path.ts';
import type {FolderExamples} from './example.ts';
import {readPathExample} from './path-example.ts';

/**
 * Examples of the rules on paths: sections for the certificates of a good path and for the question, with the lines by
 * which they differ. The rule fails when the validation of the whole names it.
 */
export const pathExamples: FolderExamples = {
	async judge(id, example) {
		if (!rules.some(rule => rule.id === id)) {
			throw new Error(`there is no rule ${id}`);
		}

		const {accepted, findings: all} = validatePath(readPathExample(example));
		const findings = all.filter(({rule}) => rule === id);
		if (!accepted && findings.length === 0) {
			throw new Error(`refused for another reason: ${all.map(({rule}) => rule).join(', ')}`);
		}

		return {rule: id, status: accepted ? 'passed' : 'failed', findings};
	},
};
