import {vi} from 'vitest';
import {runProgram} from '../../../src/cli/program.ts';
import {ExpectedError} from '../../../src/errors.ts';
import {isRecord} from '../../../src/rehearsal/shape.ts';
import {testWorld} from '../context.ts';
import {program} from '../program.ts';
import {member, memberOf} from '../rehearsal.ts';
import type {OpenWorld} from './open-world.ts';
import type {How} from './world.ts';

/** What doctor made of a world. */
export interface Examined {
	readonly exit: number;
	readonly verdict: string;
	/** The id of the rule that is the cause; empty when there is none. */
	readonly cause: string;
	/** Ids of the rules that go with the cause. */
	readonly consequences: readonly string[];
	/** Ids of the rules of everything else, worst first, as `severity rule`. */
	readonly others: readonly string[];
	/** Ids of the rules that messages which were met may come from. */
	readonly behind: readonly string[];
	/** The commands of the fix as they were printed. */
	readonly fix: readonly string[];
	/** As a person sees it. */
	readonly text: string;
}

/** Words that every world is asked with. */
function wordsFor({words = [], offline, withoutAdmin, withoutProfile}: How): readonly string[] {
	return [
		'doctor',
		...(withoutProfile ? [] : ['--cli-profile', 'build']),
		...(withoutAdmin ? [] : ['--admin-profile', 'admin']),
		...(offline ? ['--offline'] : []),
		...words,
	];
}

/** Whether doctor is content now, with what it says if it is not. */
export async function isContent(world: OpenWorld, how: How): Promise<Pick<Examined, 'exit' | 'verdict' | 'text'>> {
	const {exit, stdout, stderr} = await run(world, [...wordsFor(how), '--json']);
	return {exit, verdict: member(parsed(stdout, stderr), 'result', 'verdict'), text: stdout};
}

function parsed(stdout: string, stderr: string): unknown {
	try {
		return JSON.parse(stdout);
	} catch (error) {
		throw new Error(`doctor printed no JSON: ${stderr}${stdout}`, {cause: error});
	}
}

let bundles = 0;

/** Asks doctor in this process, as the person of a world would; what it saw is judged again from its bundle. */
export async function askDoctor(world: OpenWorld, how: How): Promise<Examined> {
	bundles += 1;
	const bundle = world.path('..', `evidence-${bundles}.json`);
	const {exit, stdout, stderr} = await run(world, [...wordsFor(how), '--bundle', bundle]);
	if (exit !== 0 && exit !== 1) {
		throw new Error(`doctor ended with ${exit}: ${stderr}${stdout}`);
	}

	const replayed = await run(world, ['doctor', '--from', bundle, '--json']);
	const result = memberOf(parsed(replayed.stdout, replayed.stderr), 'result');
	const cause = memberOf(result, 'cause');
	return {
		exit,
		verdict: member(result, 'verdict'),
		cause: isRecord(cause) ? member(cause, 'finding', 'rule') : '',
		consequences: listOf(memberOf(cause, 'consequences')).map(finding => member(finding, 'rule')),
		others: listOf(memberOf(result, 'others')).map(
			problem => `${member(problem, 'finding', 'severity')} ${member(problem, 'finding', 'rule')}`,
		),
		behind: listOf(memberOf(result, 'messages'))
			.flatMap(heard => listOf(memberOf(heard, 'known', 'causes')))
			.flatMap(known => listOf(memberOf(known, 'rules')).map(String)),
		fix: printedFix(stdout),
		text: stdout,
	};
}

async function run(world: OpenWorld, words: readonly string[]) {
	const {home, env} = world;
	const built = await program();
	const test = testWorld({home, env});
	// The official chain, which finds the administrator's keys, reads this process's own environment.
	vi.stubEnv('AWS_CONFIG_FILE', world.path('.aws/config'));
	vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', world.path('.aws/credentials'));
	try {
		const exit = await runProgram(words, flags => {
			const context = test.makeContext(flags);
			const hasHome = env['HOME'] !== undefined;
			return {
				...context,
				program: built,
				userHome: hasHome ? context.userHome : homeMissing,
				stateDirectory: hasHome ? context.stateDirectory : homeMissing,
			};
		});
		return {exit, stdout: test.stdout(), stderr: test.stderr()};
	} finally {
		vi.unstubAllEnvs();
	}
}

function homeMissing(): string {
	throw new ExpectedError('HOME_MISSING', 'This system names no home folder for you: HOME is not set.', {
		next: ['Set HOME.'],
	});
}

/** The lines below `Fix:` that are to be typed: those after its words, up to a line that is empty outside of a text. */
export function printedFix(text: string): readonly string[] {
	const lines = text.split('\n');
	const start = lines.findIndex(line => line.startsWith('Fix: '));
	const rest = start === -1 ? [] : lines.slice(start + 1);
	const first = rest.findIndex(line => !line.startsWith('     '));
	const typed: string[] = [];
	let end: string | undefined;
	for (const line of rest.slice(first)) {
		if (end === undefined && line === '') {
			break;
		}

		end = end === undefined ? /<<'?([A-Z]+)'?/.exec(line)?.[1] : line === end ? undefined : end;
		typed.push(line.replace(/^ {2}(?=\S)/, ''));
	}

	return typed;
}

function listOf(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}
