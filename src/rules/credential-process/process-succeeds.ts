import type {CredentialProcessSubject} from '../credential-process-subject.ts';
import {quoted} from '../quoted.ts';
import {defineRule} from '../rule.ts';
import {runOf} from './output.ts';
import {processProvider} from './sources.ts';

export default defineRule<CredentialProcessSubject>({
	id: 'process-succeeds',
	severity: 'warning',
	title: 'The credential process ends with code 0.',
	why: 'With any other code clients take nothing of what it printed. The AWS CLI shows what it said; the SDK for JavaScript hides even that. It is a sign, and not the reason: that is in what it said.',
	fix: 'Mend what it says; what a message means, anchorsmith explain tells.',
	source: processProvider(['CFG-51']),
	examples: {
		fails: 'exit = 1\nstderr = unable to parse private key',
		passes: 'exit = 0',
	},
	appliesTo: subject => runOf(subject)?.isTimeout === false,
	check(subject) {
		const run = runOf(subject);
		if (!run || run.exit === 0) {
			return [];
		}

		const how = run.exit === undefined ? 'was ended by a signal' : `ended with code ${run.exit}`;
		const last = saidLast(run.stderr);
		return [
			{
				at: 'exit',
				message: `The credential process ${how}${last === undefined ? ' and said nothing' : `; it said ${quoted(last)}`}.`,
			},
		];
	},
});

/** Helpers that speak more than once say last what it comes to; ours then says what to do next. */
function saidLast(text: string): string | undefined {
	return text
		.split('\n')
		.filter(line => !/^(?:Next:|\s)/.test(line))
		.map(line => line.trim())
		.findLast(line => line !== '')
		?.replace(/\.$/, '');
}
