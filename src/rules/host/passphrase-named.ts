import {printable} from '../../printable.ts';
import type {HostSubject} from '../host-subject.ts';
import {defineRule} from '../rule.ts';
import {credentialHelper} from './sources.ts';

/** Flags that say where a passphrase is, of either helper. */
const FLAGS = /^--(?:passphrase-file|passphrase-env|pkcs8-password)(?:=|$)/;

export default defineRule<HostSubject>({
	id: 'passphrase-named',
	severity: 'error',
	title: 'The command says where the passphrase of an encrypted private key is.',
	why: 'Clients run it without a terminal, so nobody can be asked: the official helper says "unable to read your PKCS#8 private key password" then.',
	fix: 'Give the passphrase with --passphrase-file, in a file that only its user can read, or write the key without a passphrase.',
	source: credentialHelper(['KEY-04', 'KEY-05']),
	examples: {
		fails:
			'{"files": {"privateKey": {"state": "seen", "value": {"path": "/etc/pki/key.pem", "access": {"isReadable": true}, "content": {"form": "pem", "notes": [], "problems": [], "items": [{"kind": "encrypted-private-key", "offset": 0, "source": [], "isPlain": true, "notes": []}]}}}}}',
		passes: '{"files": {}}',
	},
	appliesTo: ({command}) => command.state === 'seen',
	check({command, files: {privateKey}}) {
		if (command.state !== 'seen' || privateKey.state !== 'seen') {
			return [];
		}

		const {words, order} = command.value;
		const isSaid = order.passphraseFile !== undefined || words.some(word => FLAGS.test(word));
		const items = privateKey.value.content?.items ?? [];
		// The official helper opens no keys that are encrypted in the old way, whatever it is told: another rule says so.
		const {program} = command.value;
		const isOfficial = program.state === 'seen' && program.value.maker === 'official-helper';
		const encrypted = items.find(
			({kind}) => kind === 'encrypted-private-key' || (kind === 'legacy-encrypted-private-key' && !isOfficial),
		);
		const wrong = encrypted?.key?.state === 'closed' && encrypted.key.problem.kind === 'passphrase-wrong';
		const path = printable(privateKey.value.path);
		if (!encrypted || (isSaid && !wrong)) {
			return [];
		}

		return [
			{
				at: '--private-key',
				message: isSaid
					? `The passphrase that the command gives does not open the private key in ${path}.`
					: `The private key in ${path} is encrypted, and the command does not say where its passphrase is.`,
			},
		];
	},
});
