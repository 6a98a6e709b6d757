import type {FormNoteKind} from '../pki/intake/intake.ts';
import type {FormOfFile} from './form-of-file.ts';
import type {Shortcoming} from './rule.ts';

/** A check that reports every note of these kinds, each with its own command as the fix where it has one. */
export function shortcomingsOf(...kinds: readonly FormNoteKind[]): (form: FormOfFile) => readonly Shortcoming[] {
	return ({notes, path}) =>
		notes
			.filter(({kind}) => kinds.includes(kind))
			.map(({line, message, command}) => ({
				at: line === undefined ? '' : `line ${line}`,
				message,
				...(command !== undefined && {fix: forPath(command, path)}),
			}));
}

/** Puts the path into a command; one that a shell would not take as it is stays a placeholder. */
export function forPath(command: string, path: string | undefined): string {
	return path !== undefined && /^[\w./][\w./-]*$/.test(path) ? command.replaceAll('FILE', path) : command;
}
