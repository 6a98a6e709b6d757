import {randomBytes} from 'node:crypto';
import path from 'node:path';
import {Readable} from 'node:stream';
import type {CommandContext} from '../../src/cli/context.ts';
import type {MakeContext} from '../../src/cli/program.ts';

/** A world for a command inside a test: real files under `home`, captured output, a clock of its own. */
export interface TestWorld {
	readonly makeContext: MakeContext;
	readonly context: CommandContext;
	/** Everything written to standard output so far. */
	stdout(): string;
	/** Everything written to standard error so far. */
	stderr(): string;
}

/** Makes a world whose person's home is `home` (a temporary folder of the test). */
export function testWorld({
	home,
	env = {},
	stdin = '',
	now = () => new Date(),
	signal = new AbortController().signal,
	platform = process.platform,
	calledAs = 'anchorsmith',
}: {
	readonly home: string;
	readonly env?: Readonly<Record<string, string>>;
	readonly stdin?: string | Uint8Array;
	readonly now?: () => Date;
	readonly signal?: AbortSignal;
	readonly platform?: NodeJS.Platform;
	readonly calledAs?: string;
}): TestWorld {
	let stdout = '';
	let stderr = '';
	const makeContext: MakeContext = flags => ({
		env,
		workingDirectory: home,
		program: [process.execPath, path.resolve('dist/main.js')],
		calledAs: () => calledAs,
		platform,
		stdin: Readable.from([Buffer.from(stdin)]),
		stdout: {write: text => (stdout += text)},
		stderr: {write: text => (stderr += text)},
		isInteractive: false,
		signal,
		outlastInterruption: () => undefined,
		now,
		randomBytes: count => randomBytes(count),
		userHome: () => home,
		hostName: () => 'build-17',
		stateDirectory: () => path.resolve(flags.home ?? env['ANCHORSMITH_HOME'] ?? path.join(home, '.anchorsmith')),
		say: text => {
			if (!flags.quiet && !flags.json) {
				stderr += `${text}\n`;
			}
		},
	});
	return {makeContext, context: makeContext({}), stdout: () => stdout, stderr: () => stderr};
}
