import {execFile} from 'node:child_process';
import type {RehearsalAccess} from '../../src/rehearsal/access.ts';

/** How one call of the AWS CLI ended. */
export interface AwsCliRun {
	readonly code: number;
	/** Standard output, parsed; undefined when there was none. */
	readonly output: unknown;
	/** Standard error. */
	readonly error: string;
}

/** Calls the AWS CLI that is installed, as the administrator of a rehearsal unless `env` says otherwise. */
export type AwsCli = (words: readonly string[], env?: Readonly<Record<string, string>>) => Promise<AwsCliRun>;

/**
 * The AWS CLI against a rehearsal, with nothing of the machine's own configuration in reach.
 * A version too old to know a command says so on standard error and is then {@link isUnknownToCli}.
 *
 * @param home - An empty folder.
 */
export function awsCli(
	{endpoint, environment}: Pick<RehearsalAccess, 'endpoint' | 'environment'>,
	home: string,
): AwsCli {
	return (words, env = environment) =>
		new Promise(resolve => {
			execFile(
				'aws',
				['--endpoint-url', endpoint, '--output', 'json', ...words],
				{
					encoding: 'utf8',
					env: {
						PATH: process.env['PATH'] ?? '',
						HOME: home,
						AWS_EC2_METADATA_DISABLED: 'true',
						AWS_PAGER: '',
						NO_PROXY: '127.0.0.1',
						PYTHONUTF8: '1',
						...env,
					},
				},
				(failure, stdout, stderr) =>
					resolve({
						code: failure ? Number(failure.code ?? 1) : 0,
						output: stdout.trim() === '' ? undefined : JSON.parse(stdout),
						error: stderr,
					}),
			);
		});
}

/** True, and said aloud, when the installed AWS CLI is older than the command. */
export function isUnknownToCli({error}: AwsCliRun, command: string): boolean {
	const isUnknown = /invalid choice/i.test(error);
	if (isUnknown) {
		process.stderr.write(`\n!! this AWS CLI does not know ${command}: it has NOT judged it.\n`);
	}

	return isUnknown;
}
