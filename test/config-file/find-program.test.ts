import {chmodSync, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {findOfficialHelper} from '../../src/config-file/find-program.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

describe('findOfficialHelper', () => {
	test('takes the first program of the name in an absolute folder of PATH', async () => {
		const folder = temporaryFolder();
		for (const [name, mode] of [
			['not-a-program', 0o644],
			['first', 0o755],
			['second', 0o755],
		] as const) {
			mkdirSync(path.join(folder, name));
			writeFileSync(path.join(folder, name, 'aws_signing_helper'), '');
			chmodSync(path.join(folder, name, 'aws_signing_helper'), mode);
		}

		mkdirSync(path.join(folder, 'folder/aws_signing_helper'), {recursive: true});
		const PATH = ['.', '', 'folder', 'not-a-program', 'first', 'second']
			.map(name => (name.length > 1 ? path.join(folder, name) : name))
			.join(path.delimiter);

		expect(await findOfficialHelper({PATH}, 'linux')).toBe(path.join(folder, 'first/aws_signing_helper'));
	});

	test.each([{}, {PATH: ''}, {PATH: '/nonexistent'}])('says what to do when there is none in %j', async env => {
		await expect(findOfficialHelper(env, 'linux')).rejects.toMatchObject({
			code: 'HELPER_MISSING',
			next: expect.arrayContaining([expect.stringContaining('--helper-program')]),
		});
	});
});
