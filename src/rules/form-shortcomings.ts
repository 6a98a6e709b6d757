import type {FormNoteKind} from '../pki/intake/intake.ts';
import type {FormOfFile} from './form-of-file.ts';
import type {Shortcoming} from './rule.ts';

/** A check that reports every note of these kinds, each with its own command as the fix where it has one. */
export function shortcomingsOf(...kinds: readonly FormNoteKind[]): (form: FormOfFile) => readonly Shortcoming[] {
	return ({notes}) =>
		notes
			.filter(({kind}) => kinds.includes(kind))
			.map(({line, message, command}) => ({
				at: line === undefined ? '' : `line ${line}`,
				message,
				...(command !== undefined && {fix: command}),
			}));
}
