import {printable} from '../../printable.ts';
import type {HostSubject} from '../host-subject.ts';
import {defineRule} from '../rule.ts';
import {userInWords} from './named-files.ts';
import {fileLocations} from './sources.ts';

const NAMES = {config: 'config file', credentials: 'credentials file'} as const;

export default defineRule<HostSubject>({
	id: 'host-config-readable',
	severity: 'error',
	title: 'The user who asks for credentials can read the config file and the credentials file.',
	why: 'Clients take a file that they cannot read for one that is not there, or fail with "Permission denied".',
	fix: 'Give the file to that user: chown USER FILE, chmod 600 FILE',
	source: fileLocations(['CFG-01', 'CI-03']),
	examples: {
		fails:
			'{"config": {"config": {"state": "seen", "value": {"path": "/srv/.aws/config", "text": "", "obstacle": "/srv/.aws"}}}}',
		passes: '{"config": {"config": {"state": "seen", "value": {"path": "/srv/.aws/config", "text": ""}}}}',
	},
	appliesTo: () => true,
	check: subject =>
		(['config', 'credentials'] as const).flatMap(which => {
			const look = subject.config[which];
			if (look.state === 'unseen') {
				const isOurs = look.code !== 'HOME_MISSING' && look.code !== 'CONFIG_FILE_BROKEN';
				return isOurs
					? [
							{
								at: which,
								message: `${userInWords(subject)} cannot read the ${NAMES[which]}: ${printable(look.message)}`,
							},
						]
					: [];
			}

			const obstacle = look.state === 'seen' ? look.value.obstacle : undefined;
			return look.state !== 'seen' || obstacle === undefined
				? []
				: [
						{
							at: which,
							message: `${userInWords(subject)} cannot read ${printable(look.value.path)}${
								obstacle === look.value.path ? '' : `: the folder ${printable(obstacle)} is closed to them`
							}.`,
						},
					];
		}),
});
