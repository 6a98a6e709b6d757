import {seen, unseen} from '../../../src/doctor/evidence/look.ts';
import {outputOf} from '../../../src/doctor/gather/probes/program-run.ts';
import {rules} from '../../../src/rules/credential-process/rules.generated.ts';
import type {CredentialProcessSubject} from '../../../src/rules/credential-process-subject.ts';
import {testTime} from '../certificates.ts';
import {examplesOf, readLines} from './example.ts';

/** Examples of the rules on runs of credential processes, as {@link readRun} reads them. */
export const credentialProcessExamples = examplesOf<CredentialProcessSubject>(rules, readRun);

/**
 * A run that ended with code 0 and printed nothing but for these lines: `exit = 1`, `exit = none` when it did not end,
 * `exit = signal`, `stderr` with `\n` between its lines, `stdout`, and `starts = ENOENT` for a program that cannot be started. `run = offline` is no run.
 */
export function readRun(example: string): CredentialProcessSubject {
	const lines = new Map(readLines(example));
	const code = lines.get('starts');
	if (code !== undefined || lines.get('run') === 'offline') {
		const run =
			code === undefined
				? unseen('offline', 'It was not run.')
				: unseen('failed', `/opt/helper cannot be started (${code}).`, code);
		return {run, at: testTime};
	}

	const exit = lines.get('exit') ?? '0';
	return {
		run: seen({
			...(/^\d+$/.test(exit) && {exit: Number(exit)}),
			isTimeout: exit === 'none',
			stderr: (lines.get('stderr') ?? '').replaceAll('\\n', '\n'),
			output: outputOf(lines.get('stdout') ?? '', []),
		}),
		at: testTime,
	};
}
