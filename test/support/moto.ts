import {spawn} from 'node:child_process';
import {createServer} from 'node:net';
import {setTimeout as delay} from 'node:timers/promises';

/** A running moto: IAM and STS by third parties. It knows nothing of Roles Anywhere. */
export interface Moto {
	readonly endpoint: string;
	stop(): Promise<void>;
}

/** Starts a moto of our own on a free port of the loopback; ask `isPresent('moto_server')` first. */
export async function startMoto(): Promise<Moto> {
	const port = await freePort();
	const child = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], {
		stdio: 'ignore',
		env: {...process.env, MOTO_ACCOUNT_ID: '111122223333', MOTO_IAM_LOAD_MANAGED_POLICIES: 'true'},
	});
	const ended = new Promise<void>(resolve => {
		child.once('exit', () => resolve());
	});
	const endpoint = `http://127.0.0.1:${port}`;
	await untilAnswers(endpoint, () => child.exitCode !== null);
	return {
		endpoint,
		async stop() {
			child.kill('SIGTERM');
			await ended;
		},
	};
}

async function untilAnswers(endpoint: string, isOver: () => boolean): Promise<void> {
	for (let attempt = 0; attempt < 600; attempt++) {
		try {
			await (await fetch(`${endpoint}/moto-api/data.json`)).arrayBuffer();
			return;
		} catch (error) {
			if (isOver()) {
				throw new Error('moto_server ended before it answered', {cause: error});
			}

			await delay(100);
		}
	}

	throw new Error('moto_server did not answer within a minute');
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	await new Promise(resolve => server.close(resolve));
	if (address === null || typeof address === 'string') {
		throw new Error('no free port');
	}

	return address.port;
}
