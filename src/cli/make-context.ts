import {randomBytes} from 'node:crypto';
import {homedir, hostname} from 'node:os';
import path from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';
import {ExpectedError} from '../errors.ts';
import {findCall} from './called-as.ts';
import type {CommandContext} from './context.ts';
import type {MakeContext} from './program.ts';

/** The real world, for main.ts: this process, its terminal, its clock. `entry` is the absolute path of the running program. */
export function realContext(entry: string, signal: AbortSignal, outlastInterruption: () => void): MakeContext {
	const {env, platform} = process;
	const program = [process.execPath, entry] as const;
	const isInteractive = process.stdin.isTTY === true && process.stderr.isTTY === true && !env['CI'];
	return ({home, quiet = false, json = false}): CommandContext => ({
		env,
		workingDirectory: process.cwd(),
		program,
		calledAs: () => findCall({env, workingDirectory: process.cwd(), program, platform}),
		platform,
		stdin: process.stdin,
		stdout: process.stdout,
		stderr: process.stderr,
		isInteractive,
		terminal: isInteractive ? {input: process.stdin, output: process.stderr, stop: stopper(platform)} : undefined,
		signal,
		outlastInterruption,
		now: () => new Date(),
		randomBytes: count => randomBytes(count),
		userHome: findUserHome,
		hostName: hostname,
		stateDirectory: () => path.resolve(home ?? (env['ANCHORSMITH_HOME'] || path.join(findUserHome(), '.anchorsmith'))),
		say: text => {
			if (!quiet && !json) {
				process.stderr.write(`${text}\n`);
			}
		},
	});
}

/** How long whoever asked for a stop is given to be stopped, in milliseconds; a program without job control goes on then. */
const TIME_TO_STOP = 100;

/** What Ctrl-Z does: the whole group stops, npm included, as the terminal itself would have it. Windows has no such thing. */
function stopper(platform: NodeJS.Platform): (() => Promise<void>) | undefined {
	return platform === 'win32'
		? undefined
		: async () => {
				process.kill(0, 'SIGTSTP');
				await delay(TIME_TO_STOP);
			};
}

function findUserHome(): string {
	const home = systemHome();
	if (home === undefined || home === '') {
		throw new ExpectedError('HOME_MISSING', 'This system names no home folder for you: HOME is not set.', {
			next: ['Set HOME, or say where to keep things with --home DIR'],
		});
	}

	return home;
}

function systemHome(): string | undefined {
	try {
		return homedir();
	} catch {
		return undefined;
	}
}
