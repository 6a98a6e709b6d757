import {defineCommand} from '../command.ts';

export default defineCommand({
	name: 'explain',
	summary: 'Tells what a rule demands, or what an error message means.',
	description:
		'Takes the id of a rule, as findings show it, or the message of an error as it was copied: of the service, of ' +
		'aws_signing_helper, of the AWS CLI, of an SDK or of this program, with whatever stands around it. Of a message it ' +
		'tells who says it, what it means, which causes are likeliest and which rules find them. - reads the text from ' +
		'standard input.',
	operands: {placeholder: 'RULE|MESSAGE', minimum: 1, maximum: Number.POSITIVE_INFINITY},
	flags: {},
	examples: [
		'explain ee-digital-signature',
		"explain 'Untrusted certificate. Insufficient certificate'",
		'explain - < error.log',
	],
	async run({operands}, {stdin}) {
		const [{explain}, {readAll}] = await Promise.all([
			import('../explain.ts'),
			import('../../files/read-passphrase.ts'),
		]);
		const typed = operands.join(' ');
		return explain(typed === '-' ? await readAll(stdin) : typed);
	},
});
