import {readdirSync, readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {commands} from '../../src/cli/commands.generated.ts';
import {commandReference} from '../../src/dev/command-reference.ts';
import {messagePage} from '../../src/dev/message-page.ts';
import {rulePages} from '../../src/dev/rule-pages.ts';

test('docs/commands.md is what the program says of itself (npm run docs)', async () => {
	const loaded = await Promise.all([...commands.values()].map(load => load()));
	expect(readFileSync('docs/commands.md', 'utf8')).toBe(commandReference(loaded.map(({default: command}) => command)));
});

test('docs/messages.md is what is known of messages (npm run docs)', () => {
	expect(readFileSync('docs/messages.md', 'utf8')).toBe(messagePage());
});

test('docs/rules is what the rules say of themselves (npm run docs)', () => {
	const pages = rulePages();
	expect(readdirSync('docs/rules').toSorted()).toEqual([...pages.keys()].toSorted());
	for (const [name, text] of pages) {
		expect(readFileSync(`docs/rules/${name}`, 'utf8')).toBe(text);
	}
});
