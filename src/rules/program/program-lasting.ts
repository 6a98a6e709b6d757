import {printable} from '../../printable.ts';
import type {ProgramSubject} from '../program-subject.ts';
import {defineRule} from '../rule.ts';
import {npx} from './sources.ts';
import {programOf} from './subject-parts.ts';

export default defineRule<ProgramSubject>({
	id: 'program-lasting',
	severity: 'warning',
	title: 'The program lies where it stays.',
	why: 'npx keeps programs in a cache that may be emptied at any time, and temporary folders are emptied when the machine starts.',
	fix: 'Install it for good, for example with npm install -g anchorsmith, and write the line anew: anchorsmith configure --cli-profile NAME --replace',
	source: npx(['CFG-45']),
	examples: {
		fails:
			'{"command": {"words": ["/usr/bin/node", "/home/me/.npm/_npx/1a2b/node_modules/anchorsmith/dist/main.js", "credentials"], "program": {"maker": "own"}}}',
		passes:
			'{"command": {"words": ["/usr/bin/node", "/usr/lib/node_modules/anchorsmith/dist/main.js", "credentials"], "program": {"maker": "own"}}}',
	},
	appliesTo: subject => programOf(subject) !== undefined,
	check({command: {words}}) {
		const passing = words.slice(0, 2).find(word => /[/\\]_npx[/\\]/.test(word));
		return passing === undefined
			? []
			: [{at: 'program', message: `${printable(passing)} lies in the cache of npx, which may be emptied.`}];
	},
});
