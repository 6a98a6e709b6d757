import {printable} from '../../printable.ts';
import type {HostSubject} from '../host-subject.ts';
import {defineRule} from '../rule.ts';
import {namedFiles} from './named-files.ts';
import {credentialHelper} from './sources.ts';

export default defineRule<HostSubject>({
	id: 'host-file-mounted',
	severity: 'warning',
	title: 'Certificate and key lie in a folder that is mounted as a whole.',
	why: 'A file that is mounted by itself stays the old one when it is renewed, until the container starts anew: the certificate expires.',
	fix: 'Mount the whole Secret or folder, without subPath.',
	source: credentialHelper(['K8S-05', 'HLP-04']),
	examples: {
		fails:
			'{"files": {"certificate": {"state": "seen", "value": {"path": "/iamra/tls.crt", "isMounted": true, "access": {"isReadable": true}}}}}',
		passes:
			'{"files": {"certificate": {"state": "seen", "value": {"path": "/iamra/tls.crt", "access": {"isReadable": true}}}}}',
	},
	appliesTo: subject => namedFiles(subject).length > 0,
	check: subject =>
		namedFiles(subject).flatMap(({flag, look}) =>
			look.state === 'seen' && look.value.isMounted
				? [{at: flag, message: `${printable(look.value.path)} is mounted by itself.`}]
				: [],
		),
});
