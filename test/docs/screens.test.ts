// Promise: the screens in the guide are those of the program.
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {guideScreens} from '../../src/dev/guide-screens.ts';
import {program} from '../support/program.ts';

const folder = 'docs/guide/screens';

test('the screens of the guide are what the program draws (npm run build && npm run screens)', async () => {
	const drawn = await guideScreens(await program());
	const kept = new Map(readdirSync(folder).map(name => [name, readFileSync(path.join(folder, name), 'utf8')]));

	expect(Object.fromEntries(kept)).toEqual(Object.fromEntries(drawn));
});

test('every screen is shown in the guide, with words for who cannot see it', () => {
	const page = ['wizard', 'doctor'].map(name => readFileSync(`docs/guide/${name}.md`, 'utf8')).join('');
	for (const name of readdirSync(folder)) {
		expect(page).toMatch(new RegExp(`!\\[[^\\]]{20,}\\]\\(screens/${name.replace('.', '\\.')}\\)`));
	}
});
