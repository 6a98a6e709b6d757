import type {CredentialProcessSubject} from '../credential-process-subject.ts';
import {defineRule} from '../rule.ts';
import {jsonOf} from './output.ts';
import {processProvider} from './sources.ts';

/** Of temporary credentials; without the last, what signs with them is refused. */
const NEEDED = ['AccessKeyId', 'SecretAccessKey', 'SessionToken'];

export default defineRule<CredentialProcessSubject>({
	id: 'process-members',
	severity: 'error',
	title: 'The JSON of the credential process has AccessKeyId, SecretAccessKey and SessionToken.',
	why: 'Clients stop with "Missing required key in response"; without the token AWS refuses whatever is signed.',
	fix: 'Have the program print these members, spelt like this.',
	source: processProvider(['CFG-50']),
	examples: {
		fails: 'stdout = {"Version": 1, "accessKeyId": "ASIAEXAMPLE", "secretAccessKey": "x", "sessionToken": "x"}',
		passes: 'stdout = {"Version": 1, "AccessKeyId": "ASIAEXAMPLE", "SecretAccessKey": "x", "SessionToken": "x"}',
	},
	appliesTo: subject => jsonOf(subject) !== undefined,
	check(subject) {
		const members = jsonOf(subject)?.members ?? [];
		return NEEDED.filter(name => !members.includes(name)).map(name => ({
			at: 'stdout',
			message: `The JSON has no ${name}.`,
		}));
	},
});
