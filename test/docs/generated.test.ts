import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {commands} from '../../src/cli/commands.generated.ts';
import {commandReference} from '../../src/dev/command-reference.ts';

test('docs/commands.md is what the program says of itself (npm run docs)', async () => {
	const loaded = await Promise.all([...commands.values()].map(load => load()));
	expect(readFileSync('docs/commands.md', 'utf8')).toBe(commandReference(loaded.map(({default: command}) => command)));
});
