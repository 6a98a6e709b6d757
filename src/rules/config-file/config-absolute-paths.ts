import path from 'node:path';
import {printable} from '../../printable.ts';
import type {ConfigFiles} from '../config-files.ts';
import {defineRule} from '../rule.ts';
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
			const words = line.toBotocore.ok ? line.toBotocore.value : [];
			const named = words.filter((_word, index) => index === 0 || PATHS.has(words[index - 1] ?? ''));
			return named
				.filter(word => !isAbsolute(word) && !/^(?:pkcs11|handle):/.test(word))
				.map(word => ({at: processPlace(files, line), message: `${printable(word)} is not an absolute path.`}));
		});
	},
});
