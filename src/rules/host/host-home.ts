import {printable} from '../../printable.ts';
import type {HostSubject} from '../host-subject.ts';
import {defineRule} from '../rule.ts';
import {fileLocations} from './sources.ts';

export default defineRule<HostSubject>({
	id: 'host-home',
	severity: 'error',
	title: 'The user has a home folder, or variables name the two files.',
	why: 'Services of systemd and jobs of cron may run without HOME: clients then find neither config file nor credentials.',
	fix: 'Set HOME for that process, or AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE to absolute paths.',
	source: fileLocations(['CFG-01', 'CI-06']),
	examples: {
		fails:
			'{"host": {"home": {"state": "unseen", "why": "nothing-to-look-at", "code": "HOME_MISSING", "message": "HOME is not set."}}}',
		passes:
			'{"host": {"variables": {"AWS_CONFIG_FILE": "/etc/aws/config"}, "home": {"state": "unseen", "why": "nothing-to-look-at", "code": "HOME_MISSING", "message": "HOME is not set."}}}',
	},
	// What flags of this run say needs no config file.
	appliesTo: ({command}) => command.state !== 'seen' || command.value.origin !== 'flags',
	check({host: {home, variables, surroundings}}) {
		if (home.state === 'seen' || variables['AWS_CONFIG_FILE'] !== undefined) {
			return [];
		}

		const where = surroundings.length === 0 ? '' : ` This runs under: ${surroundings.map(printable).join(', ')}.`;
		const what = home.state === 'unseen' ? printable(home.message) : 'There is no home folder.';
		return [{at: 'HOME', message: `${what} AWS clients look for their files there.${where}`}];
	},
});
