import {rfc} from '../citation.ts';
import type {KeyInFile} from '../key-in-file.ts';
import {defineRule} from '../rule.ts';

export default defineRule<KeyInFile>({
	id: 'key-readable',
	severity: 'error',
	title: 'A private key can be read.',
	why: 'Neither this program nor the official helper can sign with a key whose bytes are damaged.',
	fix: 'Copy or export the key again, as it is: with its line breaks, and not through a chat or a form.',
	source: rfc(5958, '2', '2026-11-22', ['KEY-01']),
	examples: {fails: 'form = damaged', passes: 'form = pkcs8'},
	appliesTo: () => true,
	check: ({facts}) =>
		facts.state === 'closed' && facts.problem.kind === 'damaged' ? [{at: '', message: facts.problem.message}] : [],
});
