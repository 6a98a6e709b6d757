import {spawnSync} from 'node:child_process';
import {expect} from 'vitest';

/** Runs a program in a folder and expects it to succeed; returns what it printed. */
export function runIn(folder: string, program: string, ...words: readonly string[]): Buffer {
	const run = spawnSync(program, words, {cwd: folder, env: {...process.env, HOME: folder}});
	expect([program, ...words, run.status, run.status === 0 ? '' : run.stderr.toString()]).toEqual([
		program,
		...words,
		0,
		'',
	]);
	return run.stdout;
}
