import {createIam} from '../../src/aws/iam.ts';
import {createRolesAnywhere} from '../../src/aws/roles-anywhere.ts';
import {runProgram} from '../../src/cli/program.ts';
import type {Rehearsal} from '../../src/rehearsal/create-rehearsal.ts';
import {accessTo} from './aws-access.ts';
import {testWorld} from './context.ts';
import {program} from './program.ts';
import {rehearsalForTest} from './rehearsal.ts';
import {temporaryFolder} from './temporary-folder.ts';

/** How a run of the program ended. */
export interface Ended {
	readonly exit: number;
	readonly stdout: string;
	readonly stderr: string;
}

/** A person's home and a rehearsal of this test's own, with the clients that look into it. */
export interface SetupWorld {
	readonly home: string;
	readonly rehearsal: Rehearsal;
	readonly rolesAnywhere: ReturnType<typeof createRolesAnywhere>;
	readonly iam: ReturnType<typeof createIam>;
	/** Runs any verb, with this rehearsal in its environment. */
	run(words: readonly string[], options?: RunOptions): Promise<Ended>;
	/** Runs `setup --rehearse --yes` with answers that suffice, and what differs. */
	setUp(...words: readonly string[]): Promise<Ended>;
}

/** What a run gets beside its words. */
export interface RunOptions {
	readonly stdin?: string;
	readonly env?: Readonly<Record<string, string>>;
}

/** Answers that suffice for a rehearsal, as flags. */
export const ENOUGH = ['--subject', 'CN=build-17', '--permissions', 'none', '--no-passphrase'];

/** Makes a {@link SetupWorld} that ends with the test. */
export async function setupWorld(): Promise<SetupWorld> {
	const home = temporaryFolder();
	const rehearsal = await rehearsalForTest({now: () => new Date()});
	const {endpoint, adminCredentials} = rehearsal;
	const access = accessTo(
		{rolesanywhere: endpoint, iam: endpoint, sts: endpoint},
		{credentials: async () => adminCredentials},
	);
	const run = (words: readonly string[], options?: RunOptions) =>
		runIn(home, words, {...options, env: {...rehearsal.environment, ...options?.env}});
	return {
		home,
		rehearsal,
		rolesAnywhere: createRolesAnywhere(access),
		iam: createIam(access),
		run,
		setUp: (...words) => run(['setup', '--rehearse', '--yes', ...ENOUGH, ...words]),
	};
}

/** Runs a verb in this process for a person whose home is given; the credential process is the built program. */
export async function runIn(home: string, words: readonly string[], {stdin, env}: RunOptions = {}): Promise<Ended> {
	const built = await program();
	const world = testWorld({home, ...(stdin !== undefined && {stdin}), ...(env && {env})});
	const exit = await runProgram(words, flags => ({...world.makeContext(flags), program: built}));
	return {exit, stdout: world.stdout(), stderr: world.stderr()};
}
