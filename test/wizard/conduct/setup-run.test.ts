// Promise: one object conducts a set-up for every renderer: what a person sees of it, also when it stops, is here.
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {ExpectedError} from '../../../src/errors.ts';
import {createRehearsal} from '../../../src/rehearsal/create-rehearsal.ts';
import type {ApplyProgress} from '../../../src/setup/apply.ts';
import type {Answers} from '../../../src/wizard/answers.ts';
import {openSetup} from '../../../src/wizard/conduct/open-setup.ts';
import type {SetupRun} from '../../../src/wizard/conduct/setup-run.ts';
import type {SetupSurroundings} from '../../../src/wizard/conduct/surroundings.ts';
import {createSecrets} from '../../../src/wizard/secrets.ts';
import {settle} from '../../../src/wizard/settle.ts';
import {requireComplete} from '../../../src/wizard/specify.ts';
import {testWorld} from '../../support/context.ts';
import {program} from '../../support/program.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const ENOUGH: Answers = {rehearse: true, subject: 'CN=build-17', permissions: 'none', passphrase: {from: 'nowhere'}};

async function surroundingsAt(home: string, signal?: AbortSignal): Promise<SetupSurroundings> {
	const {context} = testWorld({home, ...(signal && {signal})});
	return {...context, program: await program()};
}

const complete = (given: Answers) => requireComplete(settle(given, {}));

/** Opens a set-up in a home of its own, and closes it after the work. */
async function withSetup<Value>(
	given: Answers,
	work: (run: SetupRun, home: string) => Promise<Value>,
	{
		home = temporaryFolder(),
		signal,
		secrets = createSecrets(),
	}: {
		readonly home?: string;
		readonly signal?: AbortSignal;
		readonly secrets?: ReturnType<typeof createSecrets>;
	} = {},
): Promise<Value> {
	const run = await openSetup(complete(given), await surroundingsAt(home, signal), {secrets});
	try {
		return await work(run, home);
	} finally {
		await run.close();
	}
}

/** Notes all that applying says; may do something when a change of a kind begins. */
function noting(onBegun: (kind: string) => void = () => undefined): ApplyProgress & {readonly said: readonly string[]} {
	const said: string[] = [];
	return {
		said,
		begun({kind}) {
			said.push(`begun ${kind}`);
			onBegun(kind);
		},
		doing: ({kind}, note) => said.push(`doing ${kind}: ${note}`),
		done: ({kind}) => said.push(`done ${kind}`),
		failed: ({kind}) => said.push(`failed ${kind}`),
	};
}

const kinds = (changes: readonly {readonly kind: string}[]) => changes.map(({kind}) => kind);

async function refusalOf(work: Promise<unknown>): Promise<ExpectedError> {
	try {
		await work;
	} catch (error) {
		if (error instanceof ExpectedError) {
			return error;
		}

		throw error;
	}

	throw new Error('it was not refused');
}

describe('a set-up that goes well', () => {
	test('is told change by change, proven, and summed up', async () => {
		await withSetup(ENOUGH, async run => {
			const progress = noting();
			const plan = await run.plan();
			await run.apply(plan, progress);
			const proof = await run.prove(() => undefined);
			const changed = kinds(plan.changes);

			expect(run.administrator?.accountId).toBe('111122223333');
			expect(progress.said).toEqual(changed.flatMap(kind => [`begun ${kind}`, `done ${kind}`]));
			expect(kinds(run.account().made)).toEqual(changed);
			expect(run.summary()).toMatchObject({proof, region: 'us-east-1', handOvers: []});
			expect((await run.plan()).changes).toEqual([]);
		});
	});

	test('says that an RSA key is being made, and leaves the event loop free meanwhile', async () => {
		await withSetup({...ENOUGH, part: 'pki', issuerAlgorithm: 'rsa4096'}, async run => {
			let turns = 0;
			const timer = setInterval(() => turns++, 1);
			const progress = noting();
			await run.apply(await run.plan(), progress);
			clearInterval(timer);

			expect(progress.said).toContain('doing issuer: making an RSA key; that can take some seconds');
			expect(turns).toBeGreaterThan(3);
		});
	});
});

describe('a set-up that stops', () => {
	test('says what exists, what does not, how to go on and how to undo', async () => {
		const stop = new AbortController();
		await withSetup(ENOUGH, async run => {
			const progress = noting(kind => kind === 'role' && stop.abort());
			const error = await refusalOf(run.apply(await run.plan(), progress, stop.signal));
			const {made, uncertain, unmade, resume, undo} = run.account();

			expect(error.code).toBe('INTERRUPTED');
			expect(kinds([...made, ...uncertain, ...unmade])).toEqual([
				'issuer',
				'certificate',
				'trust anchor',
				'role',
				'Roles Anywhere profile',
				'CLI profile',
			]);
			expect(kinds(unmade)).toEqual(['Roles Anywhere profile', 'CLI profile']);
			expect(error.next.join('\n')).toContain(resume);
			expect(error.next.join('\n')).toContain(undo);
		});
	});

	test('does not know what became of a change whose answer never came', async () => {
		const home = temporaryFolder();
		const state = path.join(home, '.anchorsmith/rehearsal/state');
		const rehearsal = await createRehearsal({stateDirectory: state});
		await withSetup(
			ENOUGH,
			async run => {
				let closing: Promise<void> | undefined;
				const progress = noting(kind => {
					closing = kind === 'trust anchor' ? rehearsal.close() : closing;
				});
				const error = await refusalOf(run.apply(await run.plan(), progress));
				await closing;

				expect(error).toMatchObject({
					code: 'ENDPOINT_UNREACHABLE',
					message: expect.stringContaining('was served by another run of anchorsmith, and that has ended'),
				});
				const {made, uncertain, unmade} = run.account();
				expect({made: kinds(made), uncertain: kinds(uncertain), unmade: kinds(unmade)}).toEqual({
					made: ['issuer', 'certificate'],
					uncertain: ['trust anchor'],
					unmade: ['role', 'Roles Anywhere profile', 'CLI profile'],
				});
			},
			{home},
		);

		await withSetup(
			ENOUGH,
			async run => {
				const plan = await run.plan();
				await run.apply(plan, noting());
				expect(await run.prove(() => undefined)).toBeDefined();
			},
			{home},
		);
	});

	test('is not carried out by a plan that another run made stale', async () => {
		const home = temporaryFolder();
		const {endpoint, environment, close} = await createRehearsal();
		try {
			const surroundings = {...(await surroundingsAt(home)), env: environment};
			const [one, other] = [
				await openSetup(complete(ENOUGH), surroundings),
				await openSetup(complete(ENOUGH), surroundings),
			];
			const [plan, stale] = [await one.plan(), await other.plan()];
			await one.apply(plan, noting());

			expect(endpoint).toBeTruthy();
			expect(await refusalOf(other.apply(stale, noting()))).toMatchObject({code: 'SETUP_CHANGED'});
			expect((await other.plan()).changes).toEqual([]);
		} finally {
			await close();
		}
	});
});

describe('a passphrase that was typed', () => {
	const TYPED: Answers = {...ENOUGH, part: 'pki', passphrase: {from: 'typed'}};

	test('encrypts the key of the authority', async () => {
		const secrets = createSecrets();
		secrets.keep('passphrase', 'correct horse');
		await withSetup(
			TYPED,
			async (run, home) => {
				await run.apply(await run.plan(), noting());
				const key = path.join(home, '.anchorsmith/rehearsal/issuers/anchorsmith/issuer-key.pem');
				expect(readFileSync(key, 'utf8')).toContain('ENCRYPTED');
			},
			{secrets},
		);
	});

	test('is asked for again by a process that does not have it', async () => {
		expect(await refusalOf(withSetup(TYPED, run => run.plan()))).toMatchObject({code: 'PASSPHRASE_NEEDED'});
	});

	test('that does not open the key is refused when planning', async () => {
		const home = temporaryFolder();
		const right = createSecrets();
		right.keep('passphrase', 'correct horse');
		const authority: Answers = {...TYPED, certificateSource: 'later'};
		await withSetup(authority, async run => run.apply(await run.plan(), noting()), {home, secrets: right});
		const wrong = createSecrets();
		wrong.keep('passphrase', 'battery staple');
		const issuing: Answers = {...TYPED, certificateSource: 'new'};

		expect(await refusalOf(withSetup(issuing, run => run.plan(), {home, secrets: wrong}))).toMatchObject({
			code: 'PASSPHRASE_WRONG',
		});
	});
});
