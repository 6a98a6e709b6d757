import {type SpawnSyncReturns, spawnSync} from 'node:child_process';
import {
	chmodSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {build} from 'esbuild';
import {onTestFinished} from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const main = path.join(root, 'dist/main.js');
const preload = new URL('kill-at-write.mjs', import.meta.url).href;

let entry: Promise<string> | undefined;

/**
 * How the built program is started: Node, and its entry file. That is dist/main.js or, where that is missing or older
 * than a source, a bundle of this test run's own.
 */
export async function program(): Promise<readonly [string, string]> {
	entry ??= isFresh() ? Promise.resolve(main) : bundle();
	return [process.execPath, await entry];
}

/** Runs the built program to its end, with no environment but PATH and what is given. */
export async function runProgram(
	words: readonly string[],
	options: {
		readonly env: Readonly<Record<string, string>>;
		readonly cwd?: string;
		/** Numeric user to run as, where this process is root. */
		readonly uid?: number;
		readonly input?: string;
	},
): Promise<SpawnSyncReturns<string>> {
	const [node, file] = options.uid === undefined ? await program() : reachable(await program(), options.uid);
	return spawnSync(node, [file, ...words], {
		...options,
		encoding: 'utf8',
		env: {PATH: process.env['PATH'] ?? '', ...options.env},
	});
}

/** Where another user can start the program: in place, or as a copy where a folder above it is closed to others. */
function reachable([node, file]: readonly [string, string], uid: number): readonly [string, string] {
	const can = (test: string, place: string) => spawnSync('/usr/bin/test', [test, place], {uid, cwd: '/'}).status === 0;
	if (can('-x', node) && can('-r', file)) {
		return [node, file];
	}

	const folder = mkdtempSync(path.join(tmpdir(), 'anchorsmith-open-'));
	onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
	chmodSync(folder, 0o755);
	const [openNode, openProgram] = [path.join(folder, 'node'), path.join(folder, 'program')];
	cpSync(path.dirname(file), openProgram, {recursive: true});
	if (!can('-x', node)) {
		cpSync(node, openNode);
	}

	return [can('-x', node) ? node : openNode, path.join(openProgram, path.basename(file))];
}

/** Environment under which a program is killed at its Nth write to the file system, or that write fails. */
export function faultAt(
	write: number,
	{fault = 'kill', countIn}: {readonly fault?: 'kill' | 'ENOSPC' | 'EACCES' | 'EROFS'; readonly countIn?: string} = {},
): Readonly<Record<string, string>> {
	return {
		NODE_OPTIONS: `--import ${preload}`,
		...(fault === 'kill' ? {KILL_AT_WRITE: String(write)} : {FAIL_AT_WRITE: String(write), FAIL_WITH: fault}),
		...(countIn !== undefined && {COUNT_WRITES: countIn}),
	};
}

/** How many writes to the file system a program counted into the file named by `countIn`. */
export function writesCounted(countIn: string): number {
	return Number(readFileSync(countIn, 'utf8'));
}

function isFresh(): boolean {
	if (!existsSync(main)) {
		return false;
	}

	const time = statSync(main).mtimeMs;
	return readdirSync(path.join(root, 'src'), {recursive: true, encoding: 'utf8'}).every(
		name => statSync(path.join(root, 'src', name)).mtimeMs <= time,
	);
}

async function bundle(): Promise<string> {
	const folder = path.join(root, 'node_modules/.cache/anchorsmith', `program-${process.pid}`);
	mkdirSync(folder, {recursive: true});
	process.once('exit', () => rmSync(folder, {recursive: true, force: true}));
	await build({
		absWorkingDir: root,
		entryPoints: ['src/main.ts'],
		outdir: folder,
		bundle: true,
		splitting: true,
		format: 'esm',
		platform: 'node',
		target: 'node20',
		packages: 'external',
		outExtension: {'.js': '.mjs'},
		logLevel: 'warning',
	});
	return path.join(folder, 'main.mjs');
}
