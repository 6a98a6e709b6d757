import path from 'node:path';
import {printable} from '../../printable.ts';
import type {ConfigFiles} from '../config-files.ts';
import {defineRule, type Shortcoming} from '../rule.ts';
import {processPlace} from './places.ts';
import {externalProcess} from './sources.ts';

/** Flags of both helpers whose value is a path; a key may also be a PKCS#11 or TPM address. */
const PATHS = new Set(['--certificate', '--private-key', '--intermediates', '--passphrase-file']);

export default defineRule<ConfigFiles>({
	id: 'config-absolute-paths',
	severity: 'error',
	title: 'The program and its files are named by absolute paths.',
	why: 'Relative paths start where the caller happens to run, and without a shell ~ is no home folder.',
	fix: 'Write the whole path.',
	source: externalProcess(['CFG-45']),
	examples: {
		fails: '[profile a]\ncredential_process = ./helper --certificate c.pem',
		passes: '[profile a]\ncredential_process = /opt/helper --certificate /etc/c.pem',
	},
	appliesTo: ({processLines}) => processLines.some(({toBotocore}) => toBotocore.ok),
	check(files) {
		const {isAbsolute} = files.platform === 'windows' ? path.win32 : path.posix;
		return files.processLines.flatMap(line => {
			const [program = '', ...words] = line.toBotocore.ok ? line.toBotocore.value : [];
			const at = processPlace(files, line);
			return [
				...(isAbsolute(program) ? [] : [ofProgram(program, at)]),
				...pathsIn(words)
					.filter(word => !isAbsolute(word) && !/^(?:pkcs11|handle):/.test(word))
					.map(word => ({at, message: `${printable(word)} is not an absolute path.`})),
			];
		});
	},
});

/** A bare name is looked for in PATH, which works as long as every caller has the same. */
function ofProgram(program: string, at: string): Shortcoming {
	return /[\\/]/.test(program) || program.startsWith('~')
		? {at, message: `${printable(program)} is not an absolute path.`}
		: {
				at,
				message: `${printable(program)} is looked for in PATH, which each caller may have another of.`,
				severity: 'warning',
			};
}

function pathsIn(words: readonly string[]): readonly string[] {
	return words.flatMap((word, index) => {
		const [flag = '', value] = word.split(/=(.*)/s, 2);
		return PATHS.has(flag) ? [value ?? words[index + 1] ?? ''] : [];
	});
}
