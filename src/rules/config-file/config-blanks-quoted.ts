import path from 'node:path';
import {printable} from '../../printable.ts';
import type {ConfigFiles} from '../config-files.ts';
import {defineRule} from '../rule.ts';
import {processPlace} from './places.ts';
import {externalProcess} from './sources.ts';

export default defineRule<ConfigFiles>({
	id: 'config-blanks-quoted',
	severity: 'error',
	title: 'Paths with blanks stand in double quotes.',
	why: 'Without them a path ends at the blank, and the rest of it becomes a word of its own.',
	fix: 'Put double quotes around the whole path.',
	source: externalProcess(['CFG-42', 'CFG-43', 'CFG-44']),
	examples: {
		fails: '[profile a]\ncredential_process = /opt/my programs/helper credential-process --trust-anchor-arn ARN',
		passes: '[profile a]\ncredential_process = "/opt/my programs/helper" credential-process --trust-anchor-arn ARN',
	},
	appliesTo: ({processLines}) =>
		processLines.some(({toBotocore}) => toBotocore.ok && toBotocore.value.some(word => word.startsWith('--'))),
	check(files) {
		const {isAbsolute} = files.platform === 'windows' ? path.win32 : path.posix;
		return files.processLines.flatMap(line => {
			const words = line.toBotocore.ok ? line.toBotocore.value : [];
			return words
				.map((word, index) => ({word, before: words[index - 1]}))
				.filter(({word, before}) => before !== undefined && !before.startsWith('-') && isRestOfPath(word, isAbsolute))
				.map(({word, before = ''}) => ({
					at: processPlace(files, line),
					message: `${printable(word)} stands alone behind ${printable(before)}; it looks like the rest of a path.`,
				}));
		});
	},
});

/** A word of a path that starts nowhere; arguments of wrappers, such as the main file of a script, are whole paths. */
function isRestOfPath(word: string, isAbsolute: (path: string) => boolean): boolean {
	return /[\\/]/.test(word) && !/^[-.~$]|^\w+:/.test(word) && !isAbsolute(word);
}
