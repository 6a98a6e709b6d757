import {userGuide} from '../citation.ts';
import type {KeyInFile} from '../key-in-file.ts';
import {defineRule} from '../rule.ts';

export default defineRule<KeyInFile>({
	id: 'key-tpm-helper',
	severity: 'notice',
	title: 'A private key can be used by every helper.',
	why: 'Only the official helper, from version 1.3.0 on, signs with a key that a TPM guards.',
	fix: 'Configure the official helper: anchorsmith configure --helper official',
	source: userGuide('credential-helper', 'Credential helper', '2026-11-22', ['KEY-01']),
	examples: {fails: 'form = tpm', passes: 'form = pkcs8'},
	appliesTo: () => true,
	check: ({item}) => (item.kind === 'tpm-private-key' ? [{at: '', message: 'A TPM guards the key.'}] : []),
});
