import {printable} from '../../printable.ts';
import type {HostSubject} from '../host-subject.ts';
import {defineRule} from '../rule.ts';
import {hiddenFromServices, namedFiles, userInWords} from './named-files.ts';
import {credentialHelper} from './sources.ts';

export default defineRule<HostSubject>({
	id: 'file-readable',
	severity: 'error',
	title: 'The user who asks for credentials can read every file that the command names.',
	why: 'What works by hand fails as another user: in a service, a container or a CI job. The official helper says "unable to parse private key" then.',
	fix: 'Give the file to that user, or to a group of theirs that may read it: chown USER FILE, chmod 600 FILE',
	source: credentialHelper(['K8S-05', 'CI-03', 'KEY-10']),
	examples: {
		fails:
			'{"files": {"privateKey": {"state": "seen", "value": {"path": "/etc/pki/key.pem", "access": {"isReadable": false, "obstacle": "/etc/pki"}}}}}',
		passes:
			'{"files": {"privateKey": {"state": "seen", "value": {"path": "/etc/pki/key.pem", "access": {"isReadable": true}}}}}',
	},
	appliesTo: subject => namedFiles(subject).length > 0,
	check: subject =>
		namedFiles(subject).flatMap(({flag, word, look}) => {
			const who = userInWords(subject);
			if (look.state === 'unseen' && look.why === 'denied') {
				return [{at: flag, message: `${who} cannot reach ${printable(word)}.${hiddenFromServices(subject, word)}`}];
			}

			if (look.state !== 'seen' || look.value.access.isReadable) {
				return [];
			}

			const {path, access} = look.value;
			const isFile = access.obstacle === path;
			return [
				{
					at: flag,
					message: `${who} cannot read ${printable(path)}${isFile ? '' : `: the folder ${printable(access.obstacle)} is closed to them`}.`,
					...(!isFile && {fix: `Let that user through the folder: chmod o+x ${printable(access.obstacle)}`}),
				},
			];
		}),
});
