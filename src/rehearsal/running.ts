import {rm} from 'node:fs/promises';
import path from 'node:path';
import {fileProblem} from '../files/problem.ts';
import {readFileIfThere} from '../files/read.ts';
import {replaceFile} from '../files/replace.ts';
import {INSTANCE_HEADER} from './access.ts';
import {LOOPBACK} from './server.ts';
import {integer, structure, text, type ValueOf} from './shape.ts';

const runningServer = structure({pid: integer({min: 1}), port: integer({min: 1, max: 65_535}), instance: text()}, {});

/** Which process serves the account of a state folder. `instance` is made anew at each start. */
export type RunningServer = ValueOf<typeof runningServer>;

/** Milliseconds that a server on the same machine has to say who it is. */
const PATIENCE = 2000;

/** The file in a state folder that names the server at work on it. */
export function serverFileIn(stateDirectory: string): string {
	return path.join(stateDirectory, 'server.json');
}

/**
 * The server at work on a state folder; undefined when there is none. It is asked who it is, so a
 * file left behind by a killed process counts for nothing, whoever has its number or its port now.
 */
export async function findServer(stateDirectory: string): Promise<RunningServer | undefined> {
	const bytes = await readFileIfThere(serverFileIn(stateDirectory));
	const read = bytes && runningServer(parseJson(bytes), '');
	return read?.ok && (await instanceAt(read.value.port)) === read.value.instance ? read.value : undefined;
}

/** Records the server at work; the caller holds the lock of the state folder. */
export async function recordServer(stateDirectory: string, server: RunningServer, now: Date): Promise<void> {
	await replaceFile(serverFileIn(stateDirectory), `${JSON.stringify(server)}\n`, {mode: 0o600, now});
}

/** Removes the record, unless another server has taken over since. */
export async function forgetServer(stateDirectory: string, {instance}: RunningServer): Promise<void> {
	const file = serverFileIn(stateDirectory);
	const bytes = await readFileIfThere(file);
	const read = bytes && runningServer(parseJson(bytes), '');
	if (read?.ok && read.value.instance === instance) {
		try {
			await rm(file, {force: true});
		} catch (error) {
			throw fileProblem(error, file, 'remove');
		}
	}
}

async function instanceAt(port: number): Promise<string | null> {
	try {
		const answer = await fetch(`http://${LOOPBACK}:${port}/`, {signal: AbortSignal.timeout(PATIENCE)});
		await answer.arrayBuffer();
		return answer.headers.get(INSTANCE_HEADER);
	} catch {
		return null;
	}
}

function parseJson(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(Buffer.from(bytes).toString('utf8'));
	} catch {
		return undefined;
	}
}
