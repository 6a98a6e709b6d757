import {describe, expect, test} from 'vitest';
import {ruleFolders} from '../../src/rules/folders.ts';
import {exampleJudges} from '../support/rule-examples/all.ts';

/** Folders of which not every rule has examples yet. */
const UNFINISHED: ReadonlySet<string> = new Set(['config-file', 'path']);

describe.each(ruleFolders.map(folder => [folder.name, folder] as const))('the examples of %s', (name, {rules}) => {
	const judges = exampleJudges[name];
	test.runIf(!UNFINISHED.has(name))('are there for every rule', () => {
		expect(rules.filter(({examples}) => !examples).map(({id}) => id)).toEqual([]);
	});

	const examples = rules.flatMap(({id, examples: written}) =>
		written
			? [
					[id, 'failed', written.fails],
					[id, 'passed', written.passes],
				]
			: [],
	);
	test.each(examples)('%s: the one that is to be %s', async (id, status, example) => {
		expect(await judges?.judge(id, example)).toMatchObject({status});
	});
});
