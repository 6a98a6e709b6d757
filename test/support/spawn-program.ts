import {spawn} from 'node:child_process';
import {program} from './program.ts';

/** How the built program ended. */
export interface SpawnEnded {
	readonly code: number | null;
	readonly signal: NodeJS.Signals | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** Runs the built program to its end without holding up this process; no environment but PATH and what is given. */
export async function spawnProgram(
	words: readonly string[],
	{env, cwd}: {readonly env: Readonly<Record<string, string>>; readonly cwd: string},
): Promise<SpawnEnded> {
	const [node, entry] = await program();
	const child = spawn(node, [entry, ...words], {
		cwd,
		env: {PATH: process.env['PATH'] ?? '', ...env},
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const [stdout, stderr] = [child.stdout, child.stderr].map(stream => {
		let text = '';
		stream.setEncoding('utf8').on('data', chunk => {
			text += chunk;
		});
		return () => text;
	});
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code, signal) => resolve({code, signal, stdout: stdout?.() ?? '', stderr: stderr?.() ?? ''}));
	});
}
