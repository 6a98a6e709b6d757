import {printable} from '../../printable.ts';
import type {ApplyProgress} from '../../setup/apply.ts';
import type {Change} from '../../setup/change.ts';
import type {SetupRun} from '../conduct/setup-run.ts';
import {plain as texts} from '../texts/en.ts';

/** Says whose account it is, and what to know beforehand. */
export function sayWho({administrator, notes}: SetupRun, say: (line: string) => void): void {
	notes.forEach(say);
	if (administrator) {
		say(texts.who(administrator.accountId, printable(administrator.arn)));
	}
}

/** Says of each change that it began and how it ended, a line each. */
export function progressOn(say: (line: string) => void): ApplyProgress {
	const what = ({kind, name}: Change) => `${kind} ${name}`;
	return {
		begun: change => say(texts.begun(what(change), change.action)),
		doing: (_change, note) => say(texts.doing(note)),
		done: change => say(texts.done(what(change))),
		failed: change => say(texts.failed(what(change))),
	};
}

/** Proves a set-up that has something to prove, saying how. @throws {ExpectedError} as `SetupRun.prove`. */
export async function proveAloud(run: SetupRun, say: (line: string) => void): Promise<void> {
	if (run.specification.cliProfile === undefined) {
		return;
	}

	say(texts.proving);
	const proof = await run.prove(say);
	if (proof) {
		say(texts.proven(printable(proof.arn)));
	}
}
