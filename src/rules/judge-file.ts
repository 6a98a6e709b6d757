import {rules} from './file/rules.generated.ts';
import type {Finding} from './finding.ts';
import {withPath} from './fix-for-path.ts';
import type {FormOfFile} from './form-of-file.ts';
import {runRules} from './run.ts';

/** Every rule on how files are written, by id. */
export const fileRules = rules;

/**
 * Judges how a file is written: with the notes of the intake for the file as a whole, with those of an item and the
 * item for one thing in it. Worst findings first.
 */
export function judgeFile(form: FormOfFile): readonly Finding[] {
	return form.notes.length === 0 ? [] : withPath(runRules(fileRules, form), form.path);
}
