import {printable} from '../../printable.ts';
import type {HostSubject} from '../host-subject.ts';
import {defineRule} from '../rule.ts';
import {credentialHelper} from './sources.ts';

export default defineRule<HostSubject>({
	id: 'host-passphrase-private',
	severity: 'warning',
	title: 'Only its owner can read the file with the passphrase.',
	why: 'Whoever reads the passphrase and the key can be this machine for AWS.',
	fix: 'Keep it to its owner: chmod 600 FILE',
	source: credentialHelper(['KEY-10', 'CFG-46']),
	examples: {
		fails:
			'{"files": {"passphraseFile": {"state": "seen", "value": {"path": "/etc/pki/passphrase", "mode": 420, "access": {"isReadable": true}}}}}',
		passes:
			'{"files": {"passphraseFile": {"state": "seen", "value": {"path": "/etc/pki/passphrase", "mode": 384, "access": {"isReadable": true}}}}}',
	},
	appliesTo: ({files: {passphraseFile}}) => passphraseFile.state === 'seen' && passphraseFile.value.mode !== undefined,
	check({files: {passphraseFile}}) {
		const file = passphraseFile.state === 'seen' ? passphraseFile.value : undefined;
		return file?.mode !== undefined && (file.mode & 0o077) !== 0
			? [
					{
						at: '--passphrase-file',
						message: `Others can read ${printable(file.path)} (mode ${(file.mode & 0o777).toString(8)}).`,
					},
				]
			: [];
	},
});
