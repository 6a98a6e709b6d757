import path from 'node:path';
import {readBytes} from '../../files/read.ts';
import {defineCommand} from '../command.ts';
import {exit} from '../exit-codes.ts';

export default defineCommand({
	name: 'inspect',
	summary: 'Tells what a file is, and what Roles Anywhere will make of it.',
	description:
		'For certificates, requests and keys, as PEM or DER. Of an end-entity certificate it shows the source identity, the ' +
		'session name and the session tags that a new Roles Anywhere profile makes of it. Keys are never shown.',
	operands: {placeholder: 'FILE', minimum: 1, maximum: 1},
	flags: {},
	examples: ['inspect certificate.pem', 'inspect --json request.csr'],
	async run({operands: [file = '']}, context) {
		const {inspectFile} = await import('../inspect-file.ts');
		const absolute = path.resolve(context.workingDirectory, file);
		const inspected = inspectFile(await readBytes(absolute), file, context.now());
		return {
			exit: exit.done,
			result: {path: absolute, items: inspected.map(({result}) => result)},
			text: inspected.map(({lines}) => `${lines.join('\n')}\n`).join('\n'),
		};
	},
});
