import {userGuide} from '../citation.ts';
import type {KeyInFile} from '../key-in-file.ts';
import {quoted} from '../quoted.ts';
import {defineRule} from '../rule.ts';

/** As Node names them. */
const KINDS = /^(?:rsa|ec|ml-dsa-(?:44|65|87))$/;

export default defineRule<KeyInFile>({
	id: 'key-kind',
	severity: 'error',
	title: 'A private key is of a kind that the service takes: RSA, EC or ML-DSA.',
	why: 'The service documents no other keys, and the official helper answers "unsupported algorithm" to them.',
	fix: 'Make a key on P-256 and have a certificate issued for it: anchorsmith request --name NAME --subject DN',
	source: userGuide('authentication', 'Authentication', '2026-11-22', ['EE-07', 'KEY-01', 'KEY-09']),
	examples: {fails: 'algorithm = ed25519', passes: 'algorithm = p256'},
	appliesTo: () => true,
	check: ({facts}) => {
		if (facts.opensshType !== undefined && facts.publicKey === undefined) {
			return [{at: '', message: `The key is of the kind ${quoted(facts.opensshType)}.`}];
		}

		return facts.state === 'read' && !KINDS.test(facts.type)
			? [{at: '', message: `The key is of the kind ${quoted(facts.type)}.`}]
			: [];
	},
});
