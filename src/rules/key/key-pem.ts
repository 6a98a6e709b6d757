import {userGuide} from '../citation.ts';
import type {KeyInFile} from '../key-in-file.ts';
import {defineRule} from '../rule.ts';

export default defineRule<KeyInFile>({
	id: 'key-pem',
	severity: 'error',
	title: 'A private key lies in a file of its own, as PEM.',
	why: 'Helpers read private keys in PEM alone, and open no Secrets and no bundles for them.',
	fix: 'Write it as PEM: anchorsmith lint FILE --fix-into NEW_FOLDER',
	source: userGuide('credential-helper', 'Credential helper', '2026-11-22', ['KEY-01']),
	examples: {fails: 'form = der', passes: 'form = pkcs8'},
	appliesTo: () => true,
	check: ({item}) => {
		const [container] = item.source;
		if (container !== undefined) {
			return [{at: '', severity: 'warning', message: `The key lies inside of ${container}, not in a file of its own.`}];
		}

		return item.label === undefined ? [{at: '', message: 'The key is in DER, not in PEM.'}] : [];
	},
});
