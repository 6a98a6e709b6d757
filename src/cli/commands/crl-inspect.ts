import {defineCommand} from '../command.ts';

export default defineCommand({
	name: 'crl inspect',
	summary: 'Shows a list of revoked certificates, and what the service takes of it.',
	operands: {placeholder: 'FILE', minimum: 1, maximum: 1},
	flags: {},
	examples: ['crl inspect issuing.crl', 'crl inspect --json issuing.crl'],
	async run({operands: [file = '']}, context) {
		const {inspectCrls} = await import('../inspect-crls.ts');
		return inspectCrls(file, context);
	},
});
