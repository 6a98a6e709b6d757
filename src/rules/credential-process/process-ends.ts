import type {CredentialProcessSubject} from '../credential-process-subject.ts';
import {defineRule} from '../rule.ts';
import {runOf} from './output.ts';
import {processProvider} from './sources.ts';

export default defineRule<CredentialProcessSubject>({
	id: 'process-ends',
	severity: 'error',
	title: 'The credential process ends, and closes what it printed to.',
	why: 'Clients wait for it without end: a network that swallows requests, a question that nobody can answer, or a program left behind that holds on to the output makes every command hang.',
	fix: 'Run the line by hand and see what it waits for; `serve` and `update` of the official helper never end and are not for this place.',
	source: processProvider(['CFG-54']),
	examples: {
		fails: 'exit = none',
		passes: 'exit = 0',
	},
	appliesTo: subject => runOf(subject) !== undefined,
	check: subject =>
		runOf(subject)?.isTimeout === true
			? [{at: 'run', message: 'The credential process did not end while it was waited for.'}]
			: [],
});
