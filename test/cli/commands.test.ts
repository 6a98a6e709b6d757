import {existsSync, mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {commands} from '../../src/cli/commands.generated.ts';
import {typedName} from '../../src/cli/flag.ts';
import {commandHelp} from '../../src/cli/help.ts';
import {runProgram} from '../../src/cli/program.ts';
import {sharedFlags} from '../../src/cli/shared-flags.ts';
import {sortWords} from '../../src/cli/typed-line.ts';
import {testWorld} from '../support/context.ts';

const home = mkdtempSync(path.join(tmpdir(), 'anchorsmith-cli-'));
const loaded = await Promise.all([...commands].map(async ([name, load]) => ({name, command: (await load()).default})));

describe.each(loaded)('the verb $name', ({name, command}) => {
	test('has a summary that is one sentence', () => {
		expect(command.summary).toMatch(/^[A-Z][^\n]{8,76}\.$/);
	});

	test('has a test at the mirrored path', () => {
		expect(existsSync(`test/cli/commands/${name.replace(' ', '-')}.test.ts`)).toBe(true);
	});

	test('has examples that name it and use only flags it has', () => {
		for (const example of command.examples) {
			expect(example).toMatch(new RegExp(`^${name}\\b`));
			const words =
				example
					.slice(name.length)
					.trim()
					.match(/'[^']*'|"[^"]*"|\S+/g) ?? [];
			expect(() => sortWords(words, command)).not.toThrow();
		}
	});

	test('describes every flag, and none twice under the name of a shared one with another meaning', () => {
		for (const [flagName, {description, takes}] of Object.entries(command.flags)) {
			expect(description, typedName(flagName)).toMatch(/^[A-Z].+\.$/s);
			const shared = Object.entries(sharedFlags).find(([sharedName]) => sharedName === flagName)?.[1];
			expect(shared === undefined || shared.takes === takes, typedName(flagName)).toBe(true);
		}
	});

	test('explains itself within 80 columns', () => {
		for (const line of commandHelp(command).split('\n')) {
			expect(line.startsWith('  anchorsmith ') || line.startsWith('Usage:') || line.length <= 80, line).toBe(true);
		}
	});

	test('refuses an unknown flag in text and in the envelope, with exit 2', async () => {
		const world = testWorld({home});
		expect(await runProgram([...name.split(' '), '--no-such-flag'], world.makeContext)).toBe(2);
		expect(world.stderr()).toContain('has no flag --no-such-flag');
		expect(world.stdout()).toBe('');

		const json = testWorld({home});
		expect(await runProgram([...name.split(' '), '--no-such-flag', '--json'], json.makeContext)).toBe(2);
		expect(JSON.parse(json.stdout())).toMatchObject({
			schema: `anchorsmith/${name.replace(' ', '-')}/1`,
			ok: false,
			result: null,
			error: {code: 'USAGE'},
		});
	});
});

test('without words, help lists every verb', async () => {
	const world = testWorld({home});
	expect(await runProgram([], world.makeContext)).toBe(0);
	for (const {name, command} of loaded) {
		expect(world.stdout()).toContain(name);
		expect(world.stdout()).toContain(command.summary.slice(0, 30));
	}
});

test('an unknown verb is refused, naming the nearest', async () => {
	const world = testWorld({home});
	expect(await runProgram(['isue'], world.makeContext)).toBe(2);
	expect(world.stderr()).toBe('Error: There is no verb "isue".\n  Next: anchorsmith issue --help\n');
});

test('half of a two-word verb names its other half', async () => {
	const world = testWorld({home});
	expect(await runProgram(['issuer'], world.makeContext)).toBe(2);
	expect(world.stderr()).toContain('anchorsmith issuer create --help');
});
