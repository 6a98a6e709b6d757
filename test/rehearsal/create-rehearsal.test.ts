import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {createRehearsal, findRunningRehearsal} from '../../src/rehearsal/create-rehearsal.ts';
import {testTime} from '../support/certificates.ts';
import {listen} from '../support/loopback.ts';
import {program} from '../support/program.ts';
import {call, callRolesAnywhere, rehearsalForTest} from '../support/rehearsal.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const PROFILE = {name: 'kept', roleArns: []};

describe('a rehearsal in memory', () => {
	test('says how to reach and administer it', async () => {
		const rehearsal = await rehearsalForTest();
		const {endpoint, port, adminCredentials} = rehearsal;
		expect(endpoint).toBe(`http://127.0.0.1:${port}`);
		expect(rehearsal).toMatchObject({
			region: 'us-east-1',
			accountId: '111122223333',
			environment: {
				AWS_ENDPOINT_URL: endpoint,
				AWS_ACCESS_KEY_ID: adminCredentials.accessKeyId,
				AWS_SECRET_ACCESS_KEY: adminCredentials.secretAccessKey,
				AWS_REGION: 'us-east-1',
				AWS_DEFAULT_REGION: 'us-east-1',
				ANCHORSMITH_REHEARSAL: endpoint,
			},
		});
		expect(adminCredentials.accessKeyId).toMatch(/^AKIA[A-Z2-7]{16}$/);
	});

	test('has nothing of another, and does not take its key', async () => {
		const [one, other] = [await rehearsalForTest(), await rehearsalForTest()];
		await callRolesAnywhere(one, 'POST /profiles', PROFILE);
		expect((await callRolesAnywhere(other, 'GET /profiles')).value).toEqual({profiles: []});
		const answer = await call(other, {service: 'rolesanywhere', path: '/profiles', credentials: one.adminCredentials});
		expect(answer.status).toBe(403);
	});

	test('takes a region of another partition, and its ARNs follow', async () => {
		const rehearsal = await rehearsalForTest({region: 'cn-north-1', accountId: '444455556666'});
		const {value} = await callRolesAnywhere(rehearsal, 'POST /profiles', PROFILE);
		expect(JSON.stringify(value)).toContain('arn:aws-cn:rolesanywhere:cn-north-1:444455556666:profile/');
	});

	test('is refused at a port in use, with what to do', async () => {
		const port = await listen(createServer());
		await expect(createRehearsal({port})).rejects.toMatchObject({
			code: 'PORT_IN_USE',
			message: `Port ${port} is in use by another program.`,
			next: ['Stop that program.', expect.stringContaining('--port ')],
		});
	});

	test.each([{region: 'nowhere'}, {region: 'us-east-1\n'}, {accountId: '12'}])('is refused with %j', async options => {
		await expect(createRehearsal(options)).rejects.toMatchObject({code: 'USAGE'});
	});
});

describe('a rehearsal in a folder', () => {
	test('answers at the same endpoint to the same key, with the same account, when started again', async () => {
		const stateDirectory = path.join(temporaryFolder(), 'new/state');
		const first = await createRehearsal({stateDirectory, now: () => testTime});
		const {value} = await callRolesAnywhere(first, 'POST /profiles', PROFILE);
		await first.close();

		const second = await rehearsalForTest({stateDirectory});
		expect({...second, close: undefined}).toEqual({...first, close: undefined});
		expect((await callRolesAnywhere(second, 'GET /profiles')).value['profiles']).toEqual([value['profile']]);
	});

	test('keeps its files from others, even when they were opened', async () => {
		const stateDirectory = path.join(temporaryFolder(), 'state');
		const first = await createRehearsal({stateDirectory, now: () => testTime});
		const mode = (name: string) => statSync(path.join(stateDirectory, name)).mode & 0o777;
		expect([mode(''), mode('state.json'), mode('server.json')]).toEqual([0o700, 0o600, 0o600]);
		await first.close();
		expect(existsSync(path.join(stateDirectory, 'server.json'))).toBe(false);

		chmodSync(path.join(stateDirectory, 'state.json'), 0o644);
		await rehearsalForTest({stateDirectory});
		expect(mode('state.json')).toBe(0o600);
	});

	test('is found while it runs, and not twice at once', async () => {
		const stateDirectory = temporaryFolder();
		expect(await findRunningRehearsal(stateDirectory)).toBeUndefined();
		const rehearsal = await createRehearsal({stateDirectory, now: () => testTime});
		const {close, ...access} = rehearsal;
		expect(await findRunningRehearsal(stateDirectory)).toEqual(access);
		await expect(createRehearsal({stateDirectory})).rejects.toMatchObject({
			code: 'REHEARSAL_RUNNING',
			message: expect.stringContaining(`process ${process.pid}`),
		});
		await close();
		expect(await findRunningRehearsal(stateDirectory)).toBeUndefined();
	});

	test('is not mistaken for another program, or another rehearsal, that has its old port', async () => {
		const stateDirectory = temporaryFolder();
		const other = await rehearsalForTest();
		const record = {pid: process.pid, port: other.port, instance: '11111111-2222-4333-8444-555555555555'};
		writeFileSync(path.join(stateDirectory, 'server.json'), JSON.stringify(record));
		expect(await findRunningRehearsal(stateDirectory)).toBeUndefined();

		for (const nonsense of ['', '{', '[]', '{"pid":"x"}', '{"pid":1,"port":0,"instance":""}']) {
			writeFileSync(path.join(stateDirectory, 'server.json'), nonsense);
			expect(await findRunningRehearsal(stateDirectory)).toBeUndefined();
		}

		await rehearsalForTest({stateDirectory});
	});

	test('starts once when started many times at once', async () => {
		const stateDirectory = temporaryFolder();
		const started = await Promise.allSettled(
			Array.from({length: 5}, () => createRehearsal({stateDirectory, now: () => testTime})),
		);
		const running = started.flatMap(result => (result.status === 'fulfilled' ? [result.value] : []));
		expect(running).toHaveLength(1);
		expect(started.filter(result => result.status === 'rejected')).toHaveLength(4);
		await running[0]?.close();
	});

	test('remembers a port that was asked for, and says when that is taken', async () => {
		const stateDirectory = temporaryFolder();
		const first = await createRehearsal({stateDirectory});
		await first.close();
		const blocker = createServer();
		await new Promise<void>(resolve => blocker.listen(first.port, '127.0.0.1', resolve));
		await expect(createRehearsal({stateDirectory})).rejects.toMatchObject({code: 'PORT_IN_USE'});
		const second = await createRehearsal({stateDirectory, port: 0});
		await second.close();
		expect(second.port).not.toBe(first.port);
		blocker.close();
		const third = await createRehearsal({stateDirectory});
		await third.close();
		expect(third.port).toBe(second.port);
	});

	test('is refused when it is of another region or account', async () => {
		const stateDirectory = temporaryFolder();
		await (await createRehearsal({stateDirectory, region: 'eu-central-1'})).close();
		await expect(createRehearsal({stateDirectory, region: 'eu-west-1'})).rejects.toMatchObject({
			code: 'REHEARSAL_MISMATCH',
			message: expect.stringContaining('account 111122223333 in eu-central-1'),
		});
		await expect(createRehearsal({stateDirectory, accountId: '444455556666'})).rejects.toMatchObject({
			code: 'REHEARSAL_MISMATCH',
		});
	});

	test.each(['', '{', '[]', '{}', '\u0000', '{"schema":"anchorsmith/rehearsal-state/2"}'])(
		'is refused when its state is %j, which stays as it is',
		async text => {
			const stateDirectory = temporaryFolder();
			const file = path.join(stateDirectory, 'state.json');
			writeFileSync(file, text);
			await expect(createRehearsal({stateDirectory})).rejects.toMatchObject({
				code: 'REHEARSAL_STATE_UNREADABLE',
				message: expect.stringContaining(file),
			});
			expect(readFileSync(file, 'utf8')).toBe(text);
		},
	);

	test('answers with what is wrong, and changes nothing, when its account cannot be kept', async () => {
		const stateDirectory = path.join(temporaryFolder(), 'state');
		const rehearsal = await rehearsalForTest({stateDirectory});
		rmSync(stateDirectory, {recursive: true});
		const {status, refusal} = await callRolesAnywhere(rehearsal, 'POST /profiles', PROFILE);
		expect([status, refusal]).toEqual([500, expect.stringContaining(stateDirectory)]);
		expect((await callRolesAnywhere(rehearsal, 'GET /profiles')).value).toEqual({profiles: []});
	});

	test('forgets nothing that it answered for, though it be killed at any moment', async () => {
		const stateDirectory = temporaryFolder();
		const [node, entry] = await program();
		const kept: string[] = [];
		for (let round = 0; round < 3; round++) {
			const child = spawn(node, [entry, 'rehearse', '--state', stateDirectory], {stdio: ['ignore', 'pipe', 'inherit']});
			await once(child.stdout, 'data');
			const access = await findRunningRehearsal(stateDirectory);
			expect(access).toBeDefined();
			const rehearsal = {...(access ?? (await rehearsalForTest())), close: async () => undefined};
			const listed = await callNow(rehearsal, 'GET');
			expect(listed).toEqual(kept);
			const killed = once(child, 'exit');
			for (let count = 0; ; count++) {
				if (count === 5) {
					child.kill('SIGKILL');
				}

				try {
					kept.push(...(await callNow(rehearsal, 'POST', `round-${round}-${count}`)));
				} catch {
					break;
				}
			}

			await killed;
			expect(await findRunningRehearsal(stateDirectory)).toBeUndefined();
			kept.splice(0, kept.length, ...(await keptIn(stateDirectory, kept)));
		}
	});
});

/** What the state file holds: everything answered for, and at most one more that was on its way. */
async function keptIn(stateDirectory: string, answered: readonly string[]): Promise<readonly string[]> {
	const rehearsal = await createRehearsal({stateDirectory, now: () => new Date()});
	const names = await callNow(rehearsal, 'GET');
	await rehearsal.close();
	expect(names.slice(0, answered.length)).toEqual(answered);
	expect(names.length - answered.length).toBeLessThanOrEqual(1);
	return names;
}

/** Makes or lists profiles by the real clock, and gives back their names. */
async function callNow(
	rehearsal: Awaited<ReturnType<typeof createRehearsal>>,
	method: 'GET' | 'POST',
	name?: string,
): Promise<readonly string[]> {
	const {body} = await call(rehearsal, {
		service: 'rolesanywhere',
		method,
		path: '/profiles',
		at: new Date(),
		...(name !== undefined && {body: {name, roleArns: []}}),
	});
	return [...body.matchAll(/"name":"([^"]+)"/g)].map(([, found = '']) => found);
}
