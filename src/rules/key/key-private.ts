import {userGuide} from '../citation.ts';
import type {KeyInFile} from '../key-in-file.ts';
import {defineRule} from '../rule.ts';

export default defineRule<KeyInFile>({
	id: 'key-private',
	severity: 'warning',
	title: 'Only its owner can read the file of a private key.',
	why: 'Whoever can read the key can ask for credentials in its name; no helper checks this.',
	fix: 'Take the permissions of others away: chmod 600 FILE',
	source: userGuide('data-protection', 'Data protection', '2026-11-22', ['KEY-10']),
	examples: {fails: 'mode = 0644', passes: 'mode = 0600'},
	appliesTo: ({mode}) => mode !== undefined,
	check: ({mode = 0}) =>
		(mode & 0o077) === 0
			? []
			: [{at: '', message: `The permissions of its file are ${mode.toString(8).padStart(4, '0')}.`}],
});
