import {writeFileSync} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {readAsJavaScript} from '../../src/config-file/javascript-dialect.ts';
import {oddConfig} from '../support/config-texts.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

describe('readAsJavaScript', () => {
	test('reads odd files exactly as the AWS SDK for JavaScript does', async () => {
		const {loadSharedConfigFiles} = await import('@smithy/core/config');
		const folder = temporaryFolder();
		const texts = fc.sample(oddConfig, 1000);
		for (const [index, text] of texts.entries()) {
			const file = path.join(folder, String(index));
			writeFileSync(file, text);
			const {configFile} = await loadSharedConfigFiles({filepath: path.join(folder, 'none'), configFilepath: file});
			expect({text, profiles: profilesOf(text)}).toEqual({text, profiles: plain(configFile)});
		}
	});

	test('sees only the first line of a command over several lines, and no note after it', () => {
		const sections = readAsJavaScript('[profile a]\ncredential_process = /bin/x # note\n  --more\n');

		expect(sections.get('profile.a')?.get('credential_process')).toBe('/bin/x');
	});
});

/** The sections that the SDK gives out: CLI profiles by bare name, `default`, sso-sessions and services. */
function profilesOf(text: string): unknown {
	const sections = [...readAsJavaScript(text)].map(([name, settings]) => [name, Object.fromEntries(settings)] as const);
	const named = sections
		.filter(([name]) => /^(?:profile|sso-session|services)\./.test(name))
		.map(([name, settings]) => [name.replace(/^profile\./, ''), settings] as const);
	return plain(Object.fromEntries([...sections.filter(([name]) => name === 'default'), ...named]));
}

function plain(value: unknown): unknown {
	return JSON.parse(JSON.stringify(value));
}
