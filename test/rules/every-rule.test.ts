import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {everyRule, folderOf, ruleFolders} from '../../src/rules/folders.ts';

const folders = readdirSync('src/rules', {withFileTypes: true})
	.filter(entry => entry.isDirectory())
	.map(({name}) => name);

test('every folder of rules is known to explain and to the pages', () => {
	expect(ruleFolders.map(({name}) => name).toSorted()).toEqual(folders.toSorted());
});

test('no two rules have one id', () => {
	const ids = everyRule.map(({id}) => id);
	expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

describe.each(ruleFolders.map(folder => [folder.name, folder] as const))('the folder %s', (name, {rules}) => {
	test('has rules whose ids are the names of their files', () => {
		const files = readdirSync(`src/rules/${name}`)
			.filter(file => /^export default defineRule\b/m.test(readFileSync(`src/rules/${name}/${file}`, 'utf8')))
			.map(file => file.slice(0, -'.ts'.length));
		expect(rules.map(({id}) => id)).toEqual(files.toSorted());
	});

	test('has a test at the mirrored path for each', () => {
		expect(rules.map(({id}) => id).filter(id => !existsSync(`test/rules/${name}/${id}.test.ts`))).toEqual([]);
	});
});

describe.each(everyRule.map(rule => [rule.id, rule] as const))('%s', (_id, rule) => {
	test('says what it demands, why, and what to do, in whole sentences', () => {
		expect(rule.title).toMatch(/^[A-Z].{15,}\.$/s);
		expect(rule.why).toMatch(/^.{20,}[.)]$/s);
		expect(rule.fix).toMatch(/^\S.{10,}/s);
	});

	test('cites a document by https, with the day on which it was read and the facts it rests on', () => {
		expect(new URL(rule.source.url).protocol).toBe('https:');
		expect(rule.source.read).toMatch(/^20\d\d-\d\d-\d\d$/);
		expect(rule.source.title).not.toBe('');
		expect(rule.source.facts).not.toEqual([]);
		expect(rule.source.facts.filter(fact => !/^[A-Z][A-Z\d]{1,7}-\d{2}$/.test(fact))).toEqual([]);
	});

	test('stands in one folder, with examples that differ', () => {
		expect(folderOf(rule).rules).toContain(rule);
		expect(rule.examples.fails).not.toBe(rule.examples.passes);
	});
});
