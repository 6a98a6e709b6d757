import {printable} from '../../printable.ts';
import type {ConfigFiles, ConfigKey, ConfigProblem, ProcessLine} from '../config-files.ts';

/** The place of a line, as findings name it. */
export function lineOf(file: string, line: number): string {
	return `${printable(file)}:${line}`;
}

/** The place of a `credential_process`. */
export function processPlace(files: ConfigFiles, {file, key}: ProcessLine): string {
	return lineOf(files[file]?.path ?? '', key.line);
}

/** Keys in words, each with its line. */
export function keysText(keys: readonly ConfigKey[]): string {
	return keys.map(({written, line}) => `${printable(written)} on line ${line}`).join(', ');
}

/** Every problem of some kinds in either file, with the file's path. */
export function problemsOf(
	{config, credentials}: ConfigFiles,
	kinds: readonly ConfigProblem['kind'][],
): readonly {readonly path: string; readonly problem: ConfigProblem}[] {
	return [config, credentials].flatMap(file =>
		file ? file.problems.filter(({kind}) => kinds.includes(kind)).map(problem => ({path: file.path, problem})) : [],
	);
}
