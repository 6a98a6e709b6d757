import {runProgram} from '../../src/cli/program.ts';
import {testTime} from './certificates.ts';
import {testWorld} from './context.ts';
import {temporaryFolder} from './temporary-folder.ts';

/** How a command ended. */
export interface Ended {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
}

/** A home folder in which commands run one after the other, at the time of the tests unless told otherwise. */
export function keysWorld({now = testTime}: {readonly now?: Date} = {}) {
	const home = temporaryFolder();
	return {
		home,
		/** Runs what a person types after `anchorsmith`. */
		async run(words: readonly string[], given: {env?: Record<string, string>; stdin?: string} = {}): Promise<Ended> {
			const world = testWorld({home, now: () => now, ...given});
			const code = await runProgram(words, world.makeContext);
			return {code, stdout: world.stdout(), stderr: world.stderr()};
		},
		/** Makes the issuer `build`, with an issuing CA and an unencrypted key. */
		async makeIssuer(): Promise<void> {
			const words = ['issuer', 'create', '--name', 'build', '--subject', 'CN=Build CA,O=Example', '--with-issuing'];
			const ended = await this.run([...words, '--no-passphrase']);
			if (ended.code !== 0) {
				throw new Error(ended.stderr);
			}
		},
	};
}
