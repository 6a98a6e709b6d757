import {printable} from '../../printable.ts';
import type {ConfigFiles} from '../config-files.ts';
import {defineRule} from '../rule.ts';
import {processPlace} from './places.ts';
import {externalProcess} from './sources.ts';

export default defineRule<ConfigFiles>({
	id: 'config-no-secrets',
	severity: 'warning',
	title: 'The command holds no password or PIN.',
	why: 'Everyone on the machine can read the words of a running program, and clients write them to their debug logs.',
	fix: 'Use a key that needs no password there, or anchorsmith credentials with --passphrase-file.',
	source: externalProcess(['CFG-46']),
	examples: {
		fails: '[profile a]\ncredential_process = /opt/helper --pkcs8-password hidden',
		passes: '[profile a]\ncredential_process = /opt/helper --passphrase-file /etc/passphrase',
	},
	appliesTo: ({processLines}) => processLines.some(({toBotocore}) => toBotocore.ok),
	check: files =>
		files.processLines.flatMap(line => {
			const words = line.toBotocore.ok ? line.toBotocore.value : [];
			return words.flatMap(word => {
				const [flag] = /^--(?:pkcs8|tpm-key)-password(?==|$)/.exec(word) ?? /pin-value(?==)/.exec(word) ?? [];
				return flag === undefined
					? []
					: [{at: processPlace(files, line), message: `${printable(flag)} gives a secret on the command line.`}];
			});
		}),
});
