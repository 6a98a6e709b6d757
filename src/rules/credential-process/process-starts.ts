import type {CredentialProcessSubject} from '../credential-process-subject.ts';
import {defineRule} from '../rule.ts';
import {wasTried} from './output.ts';
import {processProvider} from './sources.ts';

export default defineRule<CredentialProcessSubject>({
	id: 'process-starts',
	severity: 'error',
	title: 'The credential process can be started.',
	why: 'Clients start it without a shell, from whatever folder they are in; what cannot be started gives no credentials.',
	fix: 'Give the absolute path of a program that is there, that this user may execute and that is made for this system.',
	source: processProvider(['CFG-40', 'CFG-45']),
	examples: {
		fails: 'starts = ENOENT',
		passes: 'exit = 0',
	},
	appliesTo: wasTried,
	check: ({run}) => (run.state === 'unseen' ? [{at: 'program', message: run.message}] : []),
});
