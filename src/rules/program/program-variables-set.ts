import type {ProgramSubject} from '../program-subject.ts';
import {quoted} from '../quoted.ts';
import {defineRule} from '../rule.ts';
import {credentialHelper} from './sources.ts';

export default defineRule<ProgramSubject>({
	id: 'program-variables-set',
	severity: 'error',
	title: 'Every environment variable that the command names is set.',
	why: 'What is exported in a shell is not there in a service, a job of cron or another shell: the key stays closed then.',
	fix: 'Set it where the workload is started, or keep the passphrase in a file and name that: --passphrase-file FILE',
	source: credentialHelper(['KEY-04', 'CI-06']),
	examples: {
		fails: '{"command": {"words": ["/usr/bin/anchorsmith", "credentials"], "missingVariables": ["KEY_PASS"]}}',
		passes: '{"command": {"words": ["/usr/bin/anchorsmith", "credentials"]}}',
	},
	appliesTo: () => true,
	check: ({command: {missingVariables = []}}) =>
		missingVariables.map(name => ({at: 'words', message: `The environment variable ${quoted(name)} is not set here.`})),
});
