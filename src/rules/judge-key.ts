import type {Finding} from './finding.ts';
import {withPath} from './fix-for-path.ts';
import {rules} from './key/rules.generated.ts';
import type {KeyInFile} from './key-in-file.ts';
import {runRules} from './run.ts';

/** Every rule on private keys, by id. */
export const keyRules = rules;

/** Judges a private key as it lies in a file; worst findings first. */
export function judgeKey(key: KeyInFile): readonly Finding[] {
	return withPath(runRules(keyRules, key), key.path);
}
