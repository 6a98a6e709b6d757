import {type ChildProcess, spawn} from 'node:child_process';
import type {Readable} from 'node:stream';

/** More than any credential process says, in bytes of each stream. */
const LONGEST = 1024 * 1024;

/** How a program is to be run. */
export interface RunOptions {
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly workingDirectory: string;
	readonly platform: NodeJS.Platform;
	/** Milliseconds until it is asked to end. */
	readonly within: number;
	/** Milliseconds that it is then given before it is ended. */
	readonly grace: number;
	readonly signal: AbortSignal;
}

/** How a program ended, and what it said, read as UTF-8. */
export interface Ended {
	/** Null when a signal ended it. */
	readonly exit: number | null;
	readonly isTimeout: boolean;
	readonly stdout: string;
	readonly stderr: string;
}

/**
 * Runs a program without a shell and without input, in a group of its own, of which nothing is left afterwards: also
 * when it does not end in time, and when the run is given up. Like clients it waits for the end of what is printed, not
 * for that of the program alone.
 *
 * @throws the system's error when it cannot be started, the signal's reason once that is aborted.
 */
export async function runWithin(words: readonly string[], options: RunOptions): Promise<Ended> {
	options.signal.throwIfAborted();
	const running = start(words, options);
	try {
		const isTimeout = !(await running.endsWithin(options.within, options.signal));
		if (isTimeout) {
			running.send('SIGTERM');
			await running.endsWithin(options.grace, options.signal);
		}

		return {...running.soFar(), isTimeout};
	} finally {
		running.send('SIGKILL');
		running.letGo();
	}
}

interface Running {
	/** False when the time was up first. */
	endsWithin(milliseconds: number, signal: AbortSignal): Promise<boolean>;
	/** To the whole group, where systems have such. */
	send(signal: NodeJS.Signals): void;
	soFar(): Omit<Ended, 'isTimeout'>;
	letGo(): void;
}

function start([program = '', ...words]: readonly string[], {env, workingDirectory, platform}: RunOptions): Running {
	const isGroup = platform !== 'win32';
	const child = spawn(program, words, {
		env: {...env},
		cwd: workingDirectory,
		detached: isGroup,
		stdio: ['ignore', 'pipe', 'pipe'],
		windowsHide: true,
	});
	const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
	const closed = new Promise<void>((resolve, reject) => {
		child.once('close', () => resolve());
		child.once('error', reject);
	});
	return {
		endsWithin: (milliseconds, signal) => endsWithin(closed, milliseconds, signal),
		send: signal => send(child, signal, isGroup),
		soFar: () => ({exit: child.exitCode, stdout: stdout(), stderr: stderr()}),
		letGo() {
			child.stdout.destroy();
			child.stderr.destroy();
			child.unref();
		},
	};
}

async function endsWithin(closed: Promise<void>, milliseconds: number, signal: AbortSignal): Promise<boolean> {
	let stop: () => void = () => undefined;
	const isOver = new Promise<false>((resolve, reject) => {
		const timer = setTimeout(() => resolve(false), milliseconds);
		const abort = (): void => reject(signal.reason);
		signal.addEventListener('abort', abort, {once: true});
		stop = () => {
			clearTimeout(timer);
			signal.removeEventListener('abort', abort);
		};
	});
	try {
		return await Promise.race([closed.then(() => true), isOver]);
	} finally {
		stop();
	}
}

function send(child: ChildProcess, signal: NodeJS.Signals, isGroup: boolean): void {
	if (child.pid === undefined) {
		return;
	}

	try {
		process.kill(isGroup ? -child.pid : child.pid, signal);
	} catch {
		// Nothing of it is left.
	}
}

function collect(stream: Readable): () => string {
	const chunks: Buffer[] = [];
	let size = 0;
	stream.on('data', (chunk: Buffer) => {
		size += chunk.length;
		if (size <= LONGEST) {
			chunks.push(chunk);
		}
	});
	return () => Buffer.concat(chunks).toString('utf8');
}
