import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {describe, expect, test} from 'vitest';

const pages = ['README.md', ...readdirSync('docs/guide').map(name => `docs/guide/${name}`)].filter(name =>
	name.endsWith('.md'),
);

describe('the examples of', () => {
	test.each(pages.map(page => ({page, script: scriptOf(page)})).filter(({script}) => script !== ''))(
		'$page work in the order in which they stand',
		({script}) => {
			const home = mkdtempSync(path.join(tmpdir(), 'anchorsmith-docs-'));
			const bin = path.join(home, 'bin');
			mkdirSync(bin);
			writeFileSync(
				path.join(bin, 'anchorsmith'),
				`#!/bin/sh\nexec "${process.execPath}" "${path.resolve('dist/main.js')}" "$@"\n`,
				{mode: 0o755},
			);
			const {status, stdout, stderr} = spawnSync('sh', ['-eu'], {
				input: script,
				cwd: home,
				encoding: 'utf8',
				env: {...process.env, HOME: home, PATH: `${bin}:${process.env['PATH'] ?? ''}`},
			});
			expect({status, output: status === 0 ? '' : stdout + stderr}).toEqual({status: 0, output: ''});
			rmSync(home, {recursive: true});
		},
	);
});

/** Everything in the `sh` blocks of a page; blocks of other kinds show output or need the network. */
function scriptOf(page: string): string {
	return [...readFileSync(page, 'utf8').matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, block]) => block).join('');
}
