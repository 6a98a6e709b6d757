import {spawnSync} from 'node:child_process';
import {cpSync, existsSync, mkdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {temporaryFolder} from '../support/temporary-folder.ts';

function newRule(folder: string, ...words: readonly string[]) {
	const script = path.resolve('src/dev/new-rule.mjs');
	return spawnSync(process.execPath, [script, ...words], {cwd: folder, encoding: 'utf8'});
}

function checkout(): string {
	const folder = temporaryFolder();
	mkdirSync(path.join(folder, 'test/rules'), {recursive: true});
	cpSync('src/rules', path.join(folder, 'src/rules'), {recursive: true});
	cpSync('templates/rule', path.join(folder, 'templates/rule'), {recursive: true});
	return folder;
}

test('a new rule comes with its test, typed for its folder, and overwrites nothing', () => {
	const folder = checkout();
	expect(newRule(folder, 'certificate', 'ee-something-new')).toMatchObject({status: 0, stderr: ''});
	const rule = readFileSync(path.join(folder, 'src/rules/certificate/ee-something-new.ts'), 'utf8');
	expect(rule).toContain("import type {CertificateInRole} from '../certificate-in-role.ts';");
	expect(rule).toContain("export default defineRule<CertificateInRole>({\n\tid: 'ee-something-new',");
	expect(rule).not.toContain('{{');
	expect(existsSync(path.join(folder, 'test/rules/certificate/ee-something-new.test.ts'))).toBe(true);
	expect(newRule(folder, 'certificate', 'ee-something-new')).toMatchObject({status: 2});
	expect(newRule(folder, 'crl', 'ee-something-new').stderr).toBe(
		'There is a rule ee-something-new in src/rules/certificate.\n',
	);
});

test('a new rule needs a folder that is there and an id of words', () => {
	const folder = checkout();
	for (const words of [[], ['nowhere', 'ee-x'], ['certificate', '../x'], ['certificate', 'Word']]) {
		expect(newRule(folder, ...words)).toMatchObject({status: 2, stderr: expect.stringContaining('Usage:')});
	}
});
