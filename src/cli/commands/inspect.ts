import path from 'node:path';
import {readBytes} from '../../files/read.ts';
import {defineCommand} from '../command.ts';
import {exit} from '../exit-codes.ts';
import {flag} from '../flag.ts';

export default defineCommand({
	name: 'inspect',
	summary: 'Tells what a file is, and what Roles Anywhere will make of it.',
	description:
		'For certificates, requests and keys, as PEM or DER. Of an end-entity certificate it shows the source identity, the ' +
		'session name and the session tags that a new Roles Anywhere profile makes of it, and the conditions of a trust policy ' +
		'that they meet. Keys are never shown.',
	operands: {placeholder: 'FILE', minimum: 1, maximum: 1},
	flags: {
		trustAnchorArn: flag.text({
			placeholder: 'ARN',
			description: 'Put into the conditions; they name a placeholder unless given.',
		}),
	},
	examples: ['inspect certificate.pem', 'inspect --json request.csr', 'inspect certificate.pem --trust-anchor-arn ARN'],
	async run({operands: [file = ''], flags: {trustAnchorArn}}, context) {
		const {inspectFile} = await import('../inspect-file.ts');
		const absolute = path.resolve(context.workingDirectory, file);
		const inspected = inspectFile(await readBytes(absolute), file, {at: context.now(), trustAnchorArn});
		return {
			exit: exit.done,
			result: {path: absolute, items: inspected.map(({result}) => result)},
			text: asTyped =>
				inspected.map(({lines, advice}) => `${[...lines, ...(advice?.(asTyped) ?? [])].join('\n')}\n`).join('\n'),
		};
	},
});
