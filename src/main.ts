#!/usr/bin/env node
import {realpathSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {exit} from './cli/exit-codes.ts';
import {realContext} from './cli/make-context.ts';
import {runProgram} from './cli/program.ts';
import {version} from './cli/version.ts';

/** How long an interrupted command may take to end by itself, in milliseconds. */
const GRACE = 3000;

const interruption = new AbortController();
let endedBy: number | undefined;
let isOutlasting = false;

for (const [signal, code] of [
	['SIGINT', exit.interrupted],
	['SIGTERM', exit.terminated],
	['SIGHUP', exit.terminated],
] as const) {
	process.on(signal, () => {
		if (endedBy !== undefined && !isOutlasting) {
			process.exit(endedBy);
		}

		endedBy = code;
		interruption.abort(signal);
		if (!isOutlasting) {
			setTimeout(() => process.exit(code), GRACE).unref();
		}
	});
}

process.stdout.on('error', error => {
	if ('code' in error && error.code === 'EPIPE') {
		process.exit(exit.done);
	}

	process.stderr.write(
		`Error: Cannot write the result: ${error.message}\n  Next: Check where standard output leads to\n`,
	);
	process.exit(exit.refused);
});

// Nobody listens: talk is lost, work goes on.
process.stderr.on('error', () => undefined);

process.on('uncaughtException', error => {
	process.stderr.write(`anchorsmith failed in a way that it should not; this is a defect:\n${error.stack}\n`);
	process.exit(exit.bug);
});

function outlast(): void {
	isOutlasting = true;
}

const words = process.argv.slice(2);
if (words.length === 1 && (words[0] === '--version' || words[0] === '-V')) {
	process.stdout.write(`${version}\n`);
} else {
	const entry = realpathSync(fileURLToPath(import.meta.url));
	const code = await runProgram(words, realContext(entry, interruption.signal, outlast));
	process.exitCode = isOutlasting ? code : (endedBy ?? code);
	await new Promise(resolve => process.stdout.write('', resolve));
	process.exit();
}
