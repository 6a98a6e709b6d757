import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {isPresent} from '../support/judges.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const pages = ['README.md', ...readdirSync('docs/guide').map(name => `docs/guide/${name}`)].filter(name =>
	name.endsWith('.md'),
);

describe('the examples of', () => {
	test.each(pages.map(page => ({page, script: blocksOf(page, 'sh').join('')})).filter(({script}) => script !== ''))(
		'$page work in the order in which they stand',
		({script}) => {
			if (/\baws \w/.test(script) && !isPresent('aws')) {
				return;
			}

			const home = temporaryFolder();
			const bin = path.join(home, 'bin');
			mkdirSync(bin);
			writeFileSync(
				path.join(bin, 'anchorsmith'),
				`#!/bin/sh\nexec "${process.execPath}" "${path.resolve('dist/main.js')}" "$@"\n`,
				{mode: 0o755},
			);
			const file = path.join(bin, 'examples');
			writeFileSync(file, script);
			const {status, stdout, stderr} = spawnSync('sh', ['-eu', file], {
				cwd: home,
				encoding: 'utf8',
				stdio: ['ignore', 'pipe', 'pipe'],
				env: {...process.env, HOME: home, AWS_PAGER: '', PATH: `${bin}:${process.env['PATH'] ?? ''}`},
			});
			expect({status, output: status === 0 ? '' : stdout + stderr}).toEqual({status: 0, output: ''});
		},
	);

	test('TypeScript compile against the built package, under strict settings', () => {
		const folder = temporaryFolder();
		mkdirSync(path.join(folder, 'node_modules'));
		symlinkSync(path.resolve('.'), path.join(folder, 'node_modules/anchorsmith'));
		for (const name of ['@types', '@aws-sdk']) {
			symlinkSync(path.resolve('node_modules', name), path.join(folder, 'node_modules', name));
		}

		writeFileSync(path.join(folder, 'package.json'), '{"type": "module"}');
		const files = pages.flatMap(page =>
			blocksOf(page, 'ts').map((block, index) => {
				const name = `${page.replaceAll(/\W/g, '-')}-${index + 1}.ts`;
				writeFileSync(path.join(folder, name), block);
				return name;
			}),
		);
		const options = '--noEmit --strict --exactOptionalPropertyTypes --module nodenext --target es2023 --types node';
		const tsc = path.resolve('node_modules/typescript/bin/tsc');
		const {stdout} = spawnSync(process.execPath, [tsc, ...options.split(' '), ...files], {
			cwd: folder,
			encoding: 'utf8',
		});

		expect(files).not.toEqual([]);
		expect(stdout).toBe('');
	});
});

test('every page of the guide is in its index, and every link leads to a file', () => {
	const index = readFileSync('docs/guide/README.md', 'utf8');
	const names = readdirSync('docs/guide').filter(name => name.endsWith('.md') && name !== 'README.md');
	expect(names.filter(name => !index.includes(`(${name})`))).toEqual([]);
	expect(documents().flatMap(brokenLinks)).toEqual([]);
});

/** The fenced blocks of one kind. `sh` blocks are run; what shows output, AWS or the network is `console`. */
function blocksOf(page: string, kind: string): readonly string[] {
	return [...readFileSync(page, 'utf8').matchAll(new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
		([, block = '']) => block,
	);
}

function documents(): readonly string[] {
	const under = readdirSync('docs', {recursive: true, encoding: 'utf8'}).map(name => path.join('docs', name));
	return ['README.md', 'CONTRIBUTING.md', ...under].filter(name => name.endsWith('.md'));
}

function brokenLinks(page: string): readonly string[] {
	return [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)]
		.map(([, target = '']) => path.join(path.dirname(page), target))
		.filter(target => !existsSync(target))
		.map(target => `${page} -> ${target}`);
}
