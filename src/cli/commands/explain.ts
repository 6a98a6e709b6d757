import {defineCommand} from '../command.ts';

export default defineCommand({
	name: 'explain',
	summary: 'Tells what a rule demands, why, and what to do.',
	description:
		"Takes the id of a rule, as findings show it, or the service's words for a refusal, which lists the rules that it may " +
		'come from. Other error messages are not explained yet.',
	operands: {placeholder: 'RULE', minimum: 1, maximum: Number.POSITIVE_INFINITY},
	flags: {},
	examples: ['explain ee-digital-signature', "explain 'Untrusted certificate. Insufficient certificate'"],
	async run({operands}) {
		const {explain} = await import('../explain.ts');
		return explain(operands.join(' '));
	},
});
