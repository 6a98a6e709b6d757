import {printable} from '../../printable.ts';
import type {ProgramSubject} from '../program-subject.ts';
import {defineRule} from '../rule.ts';
import {isBefore} from '../version-order.ts';
import {nodeReleases} from './sources.ts';
import {programOf} from './subject-parts.ts';

/** As `engines` of the package says. */
const OLDEST = '20.19.0';

export default defineRule<ProgramSubject>({
	id: 'program-node-version',
	severity: 'error',
	title: `The Node that runs anchorsmith is ${OLDEST} or newer.`,
	why: 'Older releases lack what it is built on, and end with an error in its own files.',
	fix: `Install a newer Node, and name that one in the credential_process.`,
	source: nodeReleases(['CFG-45']),
	examples: {
		fails: '{"command": {"program": {"maker": "own", "nodeVersion": "v16.20.2"}}}',
		passes: '{"command": {"program": {"maker": "own", "nodeVersion": "v22.12.0"}}}',
	},
	appliesTo: subject => programOf(subject)?.nodeVersion !== undefined,
	check(subject) {
		const program = programOf(subject);
		const {nodeVersion = '', path = ''} = program ?? {};
		return isBefore(nodeVersion, OLDEST)
			? [{at: 'program', message: `${printable(path)} is Node ${printable(nodeVersion)}.`}]
			: [];
	},
});
