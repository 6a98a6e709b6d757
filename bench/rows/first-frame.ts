import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {spawn} from '@lydell/node-pty';
import type {Comparison} from '../comparison.ts';

const RUNS = 15;
const main = path.resolve('dist/main.js');

const comparison: Comparison = {
	title: `First frame of the wizard (median of ${RUNS}, interleaved, in a pseudo-terminal; peer: node -e 0 there)`,

	async run() {
		if (!existsSync(main)) {
			throw new Error('dist/main.js is missing: npm run build');
		}

		const home = mkdtempSync(path.join(tmpdir(), 'anchorsmith-bench-'));
		try {
			const [bare, start, setup] = await medians(home, [
				{words: ['-e', '0'], until: 'end'},
				{words: [main], until: 'What would you like to do?'},
				{words: [main, 'setup', '--rehearse'], until: 'Do you set up'},
			]);
			return [
				{
					what: 'anchorsmith: the start screen',
					ours: start,
					peer: bare,
					unit: 'ms',
					budget: 'bare node + 150 ms',
					note: over(start, bare),
				},
				{
					what: 'anchorsmith setup --rehearse: the first question',
					ours: setup,
					peer: bare,
					unit: 'ms',
					note: over(setup, bare),
				},
			];
		} finally {
			rmSync(home, {recursive: true});
		}
	},
};

export default comparison;

interface Start {
	readonly words: readonly string[];
	/** What is on the screen when it counts; `end` waits for the end of the program. */
	readonly until: string;
}

function over(ours: number, bare: number): string {
	return `bare node + ${(ours - bare).toFixed(1)} ms`;
}

async function medians(
	home: string,
	starts: readonly [Start, Start, Start],
): Promise<readonly [number, number, number]> {
	const times: number[][] = starts.map(() => []);
	for (let run = 0; run < RUNS; run++) {
		for (const [index, start] of starts.entries()) {
			times[index]?.push(await timeOf(start, home));
		}
	}

	const median = (index: number) => times[index]?.toSorted((one, other) => one - other)[Math.floor(RUNS / 2)] ?? 0;
	return [median(0), median(1), median(2)];
}

/** Milliseconds from the start of a program to a text on its screen. */
function timeOf({words, until}: Start, home: string): Promise<number> {
	const begun = performance.now();
	const pty = spawn(process.execPath, [...words], {
		name: 'xterm-256color',
		cols: 80,
		rows: 24,
		cwd: home,
		env: {PATH: process.env['PATH'] ?? '', HOME: home, LANG: 'C.UTF-8'},
	});
	let screen = '';
	let shown: number | undefined;
	return new Promise(resolve => {
		pty.onData(data => {
			screen += data;
			if (shown === undefined && screen.includes(until)) {
				shown = performance.now() - begun;
				pty.kill('SIGKILL');
			}
		});
		pty.onExit(() => resolve(shown ?? performance.now() - begun));
	});
}
