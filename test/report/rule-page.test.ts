import {describe, expect, test} from 'vitest';
import {rulePage, rulesIndex, ruleText} from '../../src/report/rule-page.ts';
import {everyRule, folderOf, ruleFolders} from '../../src/rules/folders.ts';

describe.each(everyRule.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
	test('is explained in 80 columns but for what must not be broken', () => {
		const text = ruleText(rule, folderOf(rule));
		const breakable = text
			.split('\n')
			.filter(line => line.length > 80 && line.startsWith('  ') && !line.startsWith('    '));
		expect(breakable.filter(line => !/https:|Exception: /.test(line))).toEqual([]);
		expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
	});

	test('has a page with its title, its source and both examples', () => {
		const page = rulePage(rule, folderOf(rule));
		expect(page.startsWith(`# ${id}\n`)).toBe(true);
		expect(page).toContain(rule.source.url);
		expect(page.match(/^```text$/gm)).toHaveLength(2);
	});
});

test('the index leads to every rule', () => {
	const index = rulesIndex(ruleFolders);
	expect(everyRule.filter(({id}) => !index.includes(`| [${id}](${id}.md) |`))).toEqual([]);
});
