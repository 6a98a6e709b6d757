// Promise: a set-up that is killed at any instant is whole when it is run again, and nothing is there twice.
import {existsSync, mkdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {Journal} from '../../src/setup/journal.ts';
import {faultPoints} from '../support/fault-points.ts';
import {spawnProgram} from '../support/spawn-program.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const PRELOAD = new URL('../support/kill-at-write.mjs', import.meta.url).href;
const SETUP = ['setup', '--rehearse', '--yes', '--quiet', '--subject', 'CN=build-17', '--no-passphrase'];
const POLICY = path.resolve('test/fixtures/permissions.json');
const WORDS = [...SETUP, '--permissions-policy', POLICY];
const DESTROY = ['destroy', '--rehearse', '--yes', '--quiet', '--delete-keys'];

interface RehearsalState {
	readonly trustAnchors: readonly unknown[];
	readonly profiles: readonly unknown[];
	readonly roles: readonly unknown[];
}

interface Counts {
	readonly writes: number;
	readonly requests: number;
}

const inRehearsal = (home: string, ...names: readonly string[]) => path.join(home, '.anchorsmith/rehearsal', ...names);

function stateOf(home: string): RehearsalState {
	const state: RehearsalState = JSON.parse(readFileSync(inRehearsal(home, 'state/state.json'), 'utf8'));
	return state;
}

/** Runs words to their end or to the fault, and says by which signal they were killed. */
async function run(home: string, words: readonly string[], fault: Readonly<Record<string, string>> = {}) {
	const env = {HOME: home, ...(Object.keys(fault).length > 0 && {NODE_OPTIONS: `--import ${PRELOAD}`, ...fault})};
	return spawnProgram(words, {env, cwd: home});
}

async function countIn(words: readonly string[], before: readonly (readonly string[])[]): Promise<Counts> {
	const home = temporaryFolder();
	for (const earlier of before) {
		expect(await run(home, earlier)).toMatchObject({code: 0});
	}

	const [writes, requests] = [path.join(home, 'writes'), path.join(home, 'requests')];
	expect(await run(home, words, {COUNT_WRITES: writes, COUNT_REQUESTS: requests})).toMatchObject({code: 0});
	return {writes: Number(readFileSync(writes, 'utf8')), requests: Number(readFileSync(requests, 'utf8'))};
}

/** Some of the requests, sent and answered, and of the writes. */
function faultsFor({writes, requests}: Counts): readonly Readonly<Record<string, string>>[] {
	return [
		...faultPoints('requests', requests, 5).map(number => ({KILL_AT_REQUEST: String(number)})),
		...faultPoints('answers', requests, 5).map(number => ({KILL_AT_ANSWER: String(number)})),
		...faultPoints('writes', writes, 40).map(number => ({KILL_AT_WRITE: String(number)})),
	];
}

/** Does work on all values, two at a time. */
async function forAll<Value>(values: readonly Value[], work: (value: Value) => Promise<void>): Promise<void> {
	const left = [...values];
	const worker = async () => {
		for (let value = left.shift(); value !== undefined; value = left.shift()) {
			await work(value);
		}
	};
	await Promise.all([worker(), worker()]);
}

describe('setup, killed', () => {
	test('at any request, answer or write: run again it completes, once, and can be undone whole', {
		timeout: 600_000,
	}, async () => {
		const faults = faultsFor(await countIn(WORDS, []));
		const root = temporaryFolder();
		await forAll(
			faults.map((fault, index) => ({fault, home: path.join(root, String(index))})),
			async ({fault, home}) => {
				const told = JSON.stringify(fault);
				mkdirSync(home);

				expect(await run(home, WORDS, fault), told).toMatchObject({signal: 'SIGKILL'});
				expect(await run(home, WORDS), told).toMatchObject({code: 0});

				const {trustAnchors, profiles, roles} = stateOf(home);
				expect({told, counts: [trustAnchors.length, profiles.length, roles.length]}).toEqual({told, counts: [1, 1, 1]});
				const config = readFileSync(inRehearsal(home, 'aws-config'), 'utf8');
				expect(config, told).toMatch(
					/^\[profile anchorsmith\]\ncredential_process = .+\nregion = us-east-1\nendpoint_url = .+\n$/,
				);
				const journal = await Journal.read(inRehearsal(home, 'setups/anchorsmith/journal.jsonl'), () => new Date());
				expect({
					told,
					pending: journal.pending,
					standing: journal.standing.map(({kind, isMade}) => [kind, isMade]),
				}).toEqual({
					told,
					pending: [],
					standing: [
						['issuer', true],
						['certificate', true],
						['trust anchor', true],
						['role', true],
						['role policy', true],
						['Roles Anywhere profile', true],
						['CLI profile', true],
					],
				});

				expect(await run(home, DESTROY), told).toMatchObject({code: 0});
				expectNothingLeft(home, told);
			},
		);
	});

	test('in the middle of destroying: run again it completes', {timeout: 600_000}, async () => {
		const root = temporaryFolder();
		const faults = faultsFor(await countIn(DESTROY, [WORDS]));
		await forAll(
			faults.map((fault, index) => ({fault, home: path.join(root, String(index))})),
			async ({fault, home}) => {
				const told = JSON.stringify(fault);
				mkdirSync(home);

				expect(await run(home, WORDS), told).toMatchObject({code: 0});
				expect(await run(home, DESTROY, fault), told).toMatchObject({signal: 'SIGKILL'});
				expect(await run(home, DESTROY), told).toMatchObject({code: 0});
				expectNothingLeft(home, told);
			},
		);
	});
});

function expectNothingLeft(home: string, told: string): void {
	const {trustAnchors, profiles, roles} = stateOf(home);
	expect({told, left: [trustAnchors, profiles, roles]}).toEqual({told, left: [[], [], []]});
	expect({
		told,
		files: ['aws-config', 'issuers/anchorsmith/issuer-key.pem', 'certificates/anchorsmith/private-key.pem'].filter(
			file => existsSync(inRehearsal(home, file)),
		),
	}).toEqual({told, files: []});
}
