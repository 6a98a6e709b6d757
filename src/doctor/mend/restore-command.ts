import {shellWord} from '../../shell-word.ts';

/** What to type to have a file again as it was. */
export function restoreCommand(backup: string, file: string): string {
	return `cp -p ${shellWord(backup)} ${shellWord(file)}`;
}
