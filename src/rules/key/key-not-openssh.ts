import {userGuide} from '../citation.ts';
import type {KeyInFile} from '../key-in-file.ts';
import {defineRule} from '../rule.ts';

/** For those that are encrypted in the way of OpenSSH; it asks for the passphrase and changes the file in place. */
const OPENSSH_FIX = 'Convert a copy: cp -p FILE FILE.pkcs8 && ssh-keygen -p -m PKCS8 -f FILE.pkcs8';

export default defineRule<KeyInFile>({
	id: 'key-not-openssh',
	severity: 'error',
	title: 'A private key is not in the format of OpenSSH.',
	why: 'The official helper answers "unable to parse private key" to it, and Node cannot read it either.',
	fix: 'Write it as PKCS#8: anchorsmith lint FILE --fix-into NEW_FOLDER',
	source: userGuide('credential-helper', 'Credential helper', '2026-11-22', ['KEY-01']),
	examples: {fails: 'form = openssh', passes: 'form = pkcs8'},
	appliesTo: () => true,
	check: ({item, facts}) => {
		if (item.kind !== 'openssh-private-key') {
			return [];
		}

		const message = 'The key is in the format of OpenSSH.';
		return [facts.state === 'read' ? {at: '', message} : {at: '', message, fix: OPENSSH_FIX}];
	},
});
