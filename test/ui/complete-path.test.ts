import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {completePath} from '../../src/ui/complete-path.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

function folder(): string {
	const home = temporaryFolder();
	mkdirSync(path.join(home, 'certificates'));
	for (const name of ['ca.pem', 'ca-key.pem', 'certificates/host.pem', '.hidden']) {
		writeFileSync(path.join(home, name), '');
	}

	return home;
}

test.each([
	['ce', 'certificates/'],
	['certificates/', 'certificates/host.pem'],
	['certificates/h', 'certificates/host.pem'],
	['ca-', 'ca-key.pem'],
	['ca', undefined],
	['c', undefined],
	['nowhere/', undefined],
	['.h', '.hidden'],
	['x', undefined],
])('%j becomes %j', async (typed, whole) => {
	expect(await completePath(typed, folder())).toBe(whole);
});
