import {execa} from 'execa';
import {program} from './program.ts';

/** How the built program ended. */
export interface SpawnEnded {
	/** Null when a signal ended it. */
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
	const {exitCode, signal, stdout, stderr, failed, code} = await execa(node, [entry, ...words], {
		cwd,
		env: {PATH: process.env['PATH'] ?? '', ...env},
		extendEnv: false,
		stdin: 'ignore',
		reject: false,
		stripFinalNewline: false,
	});
	if (failed && exitCode === undefined && signal === undefined) {
		throw new Error(`the program could not be started: ${code ?? 'for an unknown reason'}`);
	}

	return {code: exitCode ?? null, signal: signal ?? null, stdout, stderr};
}
