import type {CredentialProcessSubject} from '../credential-process-subject.ts';
import {quoted} from '../quoted.ts';
import {defineRule} from '../rule.ts';
import {outputOf} from './output.ts';
import {processProvider} from './sources.ts';

export default defineRule<CredentialProcessSubject>({
	id: 'process-json',
	severity: 'error',
	title: 'A credential process that ends well prints one JSON object and nothing else.',
	why: 'Clients read all of its standard output as JSON; a greeting or a line of a log before it breaks that: "Expecting value: line 1 column 1".',
	fix: 'Run the line by hand and look at what it prints; send everything but the JSON to standard error, and leave --debug out.',
	source: processProvider(['CFG-50']),
	examples: {
		fails: 'stdout = Welcome!',
		passes: 'stdout = {"Version": 1, "AccessKeyId": "ASIAEXAMPLE"}',
	},
	appliesTo: subject => outputOf(subject) !== undefined,
	check(subject) {
		const output = outputOf(subject);
		if (output === undefined || output.kind === 'json') {
			return [];
		}

		return [
			{
				at: 'stdout',
				message:
					output.kind === 'empty'
						? 'The credential process printed nothing.'
						: `What the credential process printed is no JSON object; it begins with ${quoted(output.beginning)}.`,
			},
		];
	},
});
