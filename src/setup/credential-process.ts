import {spawn} from 'node:child_process';
import {parseJson, readAnswer} from '../aws/answer-reader.ts';
import {ExpectedError} from '../errors.ts';
import {printable} from '../printable.ts';

/** What a `credential_process` hands out for a session. */
export interface ProcessAnswer {
	readonly accessKeyId: string;
	readonly secretAccessKey: string;
	readonly sessionToken: string;
	readonly expiration: Date;
}

/** Clients wait for ever; a proof does not. Milliseconds. */
const PATIENCE = 90_000;

/** More than any such program says. */
const LONGEST = 1024 * 1024;

/**
 * Runs a `credential_process` as AWS clients do, without a shell, and reads what it prints by their
 * contract (fact sheet, CFG-50). Its output appears in no message.
 *
 * @throws {ExpectedError} `PROOF_FAILED` with what it wrote to standard error.
 */
export async function runCredentialProcess(
	words: readonly string[],
	{env, access}: {readonly env: NodeJS.ProcessEnv; readonly access: {readonly signal: AbortSignal}},
): Promise<ProcessAnswer> {
	const {output, complaint, code} = await run(words, env, access.signal);
	if (code !== 0) {
		throw failed(`The program of the CLI profile ended with code ${code ?? 'none'}. It said:\n${complaint}`);
	}

	const answer = readAnswer(parseJson(output));
	const [accessKeyId, secretAccessKey, sessionToken] = ['AccessKeyId', 'SecretAccessKey', 'SessionToken'].map(name =>
		answer.text(name),
	);
	const expiration = new Date(answer.text('Expiration') ?? '');
	if (answer.number('Version') !== 1 || !accessKeyId || !secretAccessKey || !sessionToken) {
		throw failed('The program of the CLI profile printed something else than credentials.');
	}

	if (Number.isNaN(expiration.getTime())) {
		throw failed('The credentials that the program of the CLI profile printed name no time of expiry.');
	}

	return {accessKeyId, secretAccessKey, sessionToken, expiration};
}

interface Ended {
	readonly output: string;
	/** What it wrote to standard error, safe to show. */
	readonly complaint: string;
	readonly code: number | null;
}

function run([program = '', ...words]: readonly string[], env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Ended> {
	return new Promise((resolve, reject) => {
		const child = spawn(program, words, {env, signal, timeout: PATIENCE, stdio: ['ignore', 'pipe', 'pipe']});
		const [output, complaint] = [child.stdout, child.stderr].map(stream => {
			const chunks: Buffer[] = [];
			let size = 0;
			stream.on('data', (chunk: Buffer) => {
				size += chunk.length;
				if (size <= LONGEST) {
					chunks.push(chunk);
				}
			});
			return () => Buffer.concat(chunks).toString('utf8');
		});
		child.on('error', error => {
			reject(
				signal.aborted ? error : failed(`${printable(program)} cannot be run: ${printable(error.message)}`, error),
			);
		});
		child.on('close', code => {
			const lines = (complaint?.() ?? '').trimEnd().split(/\r?\n/).map(printable);
			resolve({output: output?.() ?? '', complaint: lines.join('\n'), code});
		});
	});
}

function failed(message: string, cause?: unknown): ExpectedError {
	return new ExpectedError('PROOF_FAILED', message, {next: ['Mend what it says'], cause});
}
