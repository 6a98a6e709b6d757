import {printable} from '../../printable.ts';
import type {CredentialProcessSubject} from '../credential-process-subject.ts';
import {defineRule} from '../rule.ts';
import {jsonOf} from './output.ts';
import {processProvider} from './sources.ts';

export default defineRule<CredentialProcessSubject>({
	id: 'process-version',
	severity: 'error',
	title: 'The JSON of the credential process has "Version": 1, a number.',
	why: 'Clients refuse every other version, the text "1" included: "Unsupported version for credential process provider".',
	fix: 'Have the program print "Version": 1 without quotation marks around the number.',
	source: processProvider(['CFG-50']),
	examples: {
		fails: 'stdout = {"Version": "1", "AccessKeyId": "ASIAEXAMPLE"}',
		passes: 'stdout = {"Version": 1, "AccessKeyId": "ASIAEXAMPLE"}',
	},
	appliesTo: subject => jsonOf(subject) !== undefined,
	check(subject) {
		const version = jsonOf(subject)?.version;
		return version === '1'
			? []
			: [
					{
						at: 'stdout',
						message:
							version === undefined ? 'The JSON has no Version.' : `The Version in the JSON is ${printable(version)}.`,
					},
				];
	},
});
