import {ExpectedError} from '../errors.ts';
import type {Json} from './command.ts';

/** What an error looks like in the envelope of `--json`. */
export interface EnvelopeError {
	readonly code: string;
	readonly message: string;
	readonly next: readonly string[];
}

/** The one document that `--json` prints, with its trailing line end (interface, "Envelope of --json"). */
export function envelope(verb: string, body: {ok: boolean; result: Json} | {error: EnvelopeError}): string {
	const schema = `anchorsmith/${verb.replace(' ', '-')}/1`;
	const document =
		'error' in body
			? {schema, ok: false, result: null, error: body.error}
			: {schema, ok: body.ok, result: body.result, error: null};
	return `${JSON.stringify(document)}\n`;
}

/** An error as the envelope carries it; defects of ours carry no inner detail. */
export function toEnvelopeError(error: unknown): EnvelopeError {
	if (error instanceof ExpectedError) {
		return {code: error.code, message: error.message, next: error.next};
	}

	return {
		code: 'BUG',
		message: 'anchorsmith failed in a way that it should not.',
		next: ['Run it again without --json to see where, and report that.'],
	};
}
