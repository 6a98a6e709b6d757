import type {ProgramSubject} from '../program-subject.ts';
import {defineRule} from '../rule.ts';
import {isBefore} from '../version-order.ts';
import {credentialHelper} from './sources.ts';
import {isOfficial, programOf} from './subject-parts.ts';

/** What is missing before each version, the oldest first (fact sheet, 7.2). */
const CHANGES: readonly (readonly [since: string, lacks: string])[] = [
	['1.2.0', 'reads certificate and key once, so that it does not notice when they are renewed'],
	['1.6.0', 'cannot read encrypted keys'],
	['1.7.3', 'lacks patches of its security'],
];

export default defineRule<ProgramSubject>({
	id: 'program-patched',
	severity: 'notice',
	title: 'The official helper has the patches of its security.',
	why: 'Versions 1.7.1 to 1.7.3 closed holes in what it is built on, and older ones lack more.',
	fix: 'Download the newest helper and check its SHA-256.',
	source: credentialHelper(['HLP-04']),
	examples: {
		fails: '{"command": {"program": {"version": "1.4.0"}}}',
		passes: '{"command": {"program": {"version": "1.8.5"}}}',
	},
	appliesTo: subject => isOfficial(subject) && programOf(subject)?.version !== undefined,
	check(subject) {
		const version = programOf(subject)?.version ?? '';
		const [change] = CHANGES.filter(([since]) => isBefore(version, since));
		return change ? [{at: 'program', message: `This is version ${version}, which ${change[1]}.`}] : [];
	},
});
