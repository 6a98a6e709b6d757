import {printable} from '../../printable.ts';
import {configParser} from '../config-file/sources.ts';
import type {HostSubject} from '../host-subject.ts';
import {defineRule} from '../rule.ts';

export default defineRule<HostSubject>({
	id: 'host-config-text',
	severity: 'error',
	title: 'The config file and the credentials file are UTF-8 text.',
	why: 'The AWS CLI cannot read another encoding at all, such as UTF-16 from an old PowerShell: every profile is lost.',
	fix: 'Save the file as UTF-8 without a byte order mark.',
	source: configParser(['CFG-28']),
	examples: {
		fails:
			'{"config": {"config": {"state": "unseen", "why": "failed", "code": "CONFIG_FILE_BROKEN", "message": "/home/me/.aws/config is not UTF-8 text, so AWS clients cannot read it."}}}',
		passes: '{"config": {}}',
	},
	appliesTo: () => true,
	check: ({config}) =>
		(['config', 'credentials'] as const).flatMap(which => {
			const look = config[which];
			return look.state === 'unseen' && look.code === 'CONFIG_FILE_BROKEN'
				? [{at: which, message: printable(look.message)}]
				: [];
		}),
});
