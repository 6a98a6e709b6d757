import {readdir, stat} from 'node:fs/promises';
import packageJson from '../../../../package.json' with {type: 'json'};
import {ExpectedError} from '../../../errors.ts';
import type {HostEvidence} from '../../evidence/host.ts';
import {type Look, seen, unseen} from '../../evidence/look.ts';
import {findUser} from '../find-user.ts';
import {defineProbe} from '../probe.ts';
import {sortVariables} from '../sort-variables.ts';
import type {Surroundings} from '../surroundings.ts';

/** The machine, the user, and the variables that matter. */
export const hostProbe = defineProbe({
	part: 'host',
	needs: [],
	async gather(_before, surroundings): Promise<HostEvidence> {
		const {platform, architecture, workingDirectory, env} = surroundings;
		const [{user}, libc, around, home] = await Promise.all([
			findUser(surroundings),
			platform === 'linux' ? libcOf() : undefined,
			aroundUs(env),
			homeOf(surroundings),
		]);
		return {
			platform,
			architecture,
			...(libc !== undefined && {libc}),
			nodeVersion: process.version,
			programVersion: packageJson.version,
			workingDirectory,
			...(user && {user}),
			home,
			surroundings: around,
			...sortVariables(env),
		};
	},
});

/** By what Node runs with; musl says nothing there and is told by its loader. */
async function libcOf(): Promise<string | undefined> {
	const glibc = glibcOf(process.report?.getReport());
	if (glibc !== undefined) {
		return `glibc ${glibc}`;
	}

	const names = await readdir('/lib').catch(() => []);
	return names.some(name => name.startsWith('ld-musl-')) ? 'musl' : undefined;
}

function glibcOf(report: unknown): string | undefined {
	const header = member(report, 'header');
	const version = member(header, 'glibcVersionRuntime');
	return typeof version === 'string' ? version : undefined;
}

function member(value: unknown, name: string): unknown {
	return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
}

/** What each of these tells, by a variable or by a path. */
const HINTS: readonly {
	readonly name: string;
	readonly variables: readonly string[];
	readonly paths: readonly string[];
}[] = [
	{name: 'docker', variables: [], paths: ['/.dockerenv']},
	{name: 'podman', variables: [], paths: ['/run/.containerenv']},
	{
		name: 'kubernetes',
		variables: ['KUBERNETES_SERVICE_HOST'],
		paths: ['/var/run/secrets/kubernetes.io/serviceaccount'],
	},
	{name: 'systemd', variables: ['INVOCATION_ID', 'JOURNAL_STREAM'], paths: []},
	{name: 'ci', variables: ['CI', 'TF_BUILD', 'JENKINS_URL', 'TEAMCITY_VERSION'], paths: []},
	{name: 'lambda', variables: ['AWS_LAMBDA_FUNCTION_NAME'], paths: []},
	{name: 'ecs', variables: ['ECS_CONTAINER_METADATA_URI_V4', 'ECS_CONTAINER_METADATA_URI'], paths: []},
];

async function aroundUs(env: Surroundings['env']): Promise<readonly string[]> {
	const found = await Promise.all(
		HINTS.map(async ({name, variables, paths}) => {
			const isThere =
				variables.some(variable => env[variable]) || (await Promise.all(paths.map(exists))).includes(true);
			return isThere ? [name] : [];
		}),
	);
	return found.flat();
}

async function exists(file: string): Promise<boolean> {
	return stat(file).then(
		() => true,
		() => false,
	);
}

async function homeOf({userHome}: Surroundings): Promise<Look<string>> {
	try {
		const home = userHome();
		return (await exists(home)) ? seen(home) : unseen('failed', `The home folder ${home} does not exist.`, 'ENOENT');
	} catch (error) {
		if (error instanceof ExpectedError) {
			return unseen('nothing-to-look-at', error.message, error.code);
		}

		throw error;
	}
}
