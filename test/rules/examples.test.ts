import {describe, expect, test} from 'vitest';
import {ruleFolders} from '../../src/rules/folders.ts';
import {exampleJudges} from '../support/rule-examples/all.ts';

describe.each(ruleFolders.map(folder => [folder.name, folder] as const))('the examples of %s', (name, {rules}) => {
	const examples = rules.flatMap(({id, examples: {fails, passes}}) => [
		[id, 'failed', fails],
		[id, 'passed', passes],
	]);
	test.each(examples)('%s: the one that is to be %s', async (id, status, example) => {
		const verdict = await exampleJudges[name]?.judge(id ?? '', example ?? '');
		expect(verdict).toMatchObject({rule: id, status});
	});
});
