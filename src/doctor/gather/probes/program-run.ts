import {parseJson} from '../../../aws/answer-reader.ts';
import {systemCode} from '../../../files/problem.ts';
import {printable} from '../../../printable.ts';
import type {ProgramRun} from '../../evidence/command.ts';
import {type Look, seen, unseen} from '../../evidence/look.ts';
import {parseWords} from '../parse-words.ts';
import {type Ended, runWithin} from '../run-within.ts';
import type {Surroundings} from '../surroundings.ts';
import {secretValues, withoutSecrets} from '../without-secrets.ts';

/** Clients wait for ever; a look does not. Milliseconds until it is asked to end, and until it is ended. */
const PATIENCE = {within: 20_000, grace: 2000};

/** Characters of what it said that are kept, and of what it printed instead of JSON. */
const LONGEST = {stderr: 4096, beginning: 200, value: 100};

/**
 * Runs a credential process as botocore does: without a shell, found in PATH, in this environment and from this folder;
 * our own program too, as only that shows what clients meet. It asks the service, so it is not run offline. Nothing of
 * what it grants is kept, and no process of it is left.
 *
 * @param words - As botocore splits the line, secret values and all.
 * @throws the reason of the signal once it is aborted.
 */
export async function runProgram(
	words: readonly string[],
	surroundings: Pick<Surroundings, 'options' | 'env' | 'platform' | 'workingDirectory' | 'signal'>,
	patience = PATIENCE,
): Promise<Look<ProgramRun>> {
	const {options, env, signal} = surroundings;
	if (options.isOffline) {
		return unseen('offline', 'The credential process was not run: it would ask the service.');
	}

	if (words.length === 0) {
		return unseen('nothing-to-look-at', 'There is no program to run.');
	}

	const secrets = [...secretValues(env), ...secretsIn(words), options.passphrase ?? ''];
	try {
		return seen(evidenceOf(await runWithin(words, {...surroundings, ...patience}), secrets));
	} catch (error) {
		signal.throwIfAborted();
		const code = systemCode(error);
		if (code === undefined) {
			throw error;
		}

		const [program = ''] = words;
		const why = code === 'EACCES' || code === 'EPERM' ? 'denied' : 'failed';
		return unseen(why, `${printable(program)} cannot be started (${code}).`, code);
	}
}

function secretsIn(words: readonly string[]): readonly string[] {
	const {passphrase} = parseWords(words);
	return passphrase === undefined ? [] : [passphrase];
}

function evidenceOf({exit, isTimeout, stdout, stderr}: Ended, secrets: readonly string[]): ProgramRun {
	const known = [...secrets, ...textsIn(parseJson(stdout))];
	return {
		...(exit !== null && !isTimeout && {exit}),
		isTimeout,
		stderr: visible(withoutSecrets(stderr, known)).slice(-LONGEST.stderr),
		output: outputOf(stdout, known),
	};
}

/** What is kept of what a credential process printed: nothing of the credentials. */
export function outputOf(stdout: string, secrets: readonly string[]): ProgramRun['output'] {
	const json = parseJson(stdout);
	if (stdout.trim() === '') {
		return {kind: 'empty'};
	}

	if (typeof json !== 'object' || json === null || Array.isArray(json)) {
		const beforeJson = /^[^{[]*/.exec(withoutSecrets(stdout, secrets))?.[0] ?? '';
		return {kind: 'not-json', beginning: visible(beforeJson.trim()).slice(0, LONGEST.beginning)};
	}

	const members = new Map<string, unknown>(Object.entries(json));
	const [version, expiration] = [members.get('Version'), members.get('Expiration')];
	return {
		kind: 'json',
		members: [...members.keys()].map(name => printable(withoutSecrets(name, secrets)).slice(0, LONGEST.value)),
		...(version !== undefined && {version: short(JSON.stringify(version), secrets)}),
		...(expiration !== undefined && {
			expiration: short(typeof expiration === 'string' ? expiration : JSON.stringify(expiration), secrets),
		}),
	};
}

function short(text: string, secrets: readonly string[]): string {
	return printable(withoutSecrets(text, secrets)).slice(0, LONGEST.value);
}

/** What credentials stand in the answer, to be found again in what the program said beside it. */
function textsIn(json: unknown): readonly string[] {
	return typeof json === 'object' && json !== null
		? Object.entries(json).flatMap(([name, value]) =>
				/key|token|secret/i.test(name) && typeof value === 'string' ? [value] : [],
			)
		: [];
}

/** Lines stay lines; every other control character is shown. */
function visible(text: string): string {
	return text
		.replace(/\r\n/g, '\n')
		.split('\n')
		.map(line => printable(line))
		.join('\n')
		.trimEnd();
}
