import {defineRule} from '../rule.ts';
import type {SessionCommand} from '../session-command.ts';
import {isFromStore} from './from-store.ts';
import {helperFlags} from './sources.ts';

export default defineRule<SessionCommand>({
	id: 'order-certificate-named',
	severity: 'error',
	title: 'The command names a certificate.',
	why: 'The official helper looks into a store of the system otherwise, and stops with "unable to use cert store signer on linux": nearly always the rest of the line was lost.',
	fix: 'Give --certificate. If it is in the config file, look whether the line is broken before it, or a variable is empty.',
	source: helperFlags(['CFG-21', 'CFG-23', 'CFG-24', 'KEY-08']),
	examples: {
		fails: '{"order": {"roleArn": "ARN"}}',
		passes: '{"order": {"certificate": "/etc/pki/host.pem", "privateKey": "/etc/pki/host.key"}}',
	},
	appliesTo: command => !isFromStore(command),
	check: ({order: {certificate}}) =>
		certificate === undefined || certificate === ''
			? [
					{
						at: '--certificate',
						message:
							certificate === undefined ? 'The command has no --certificate.' : '--certificate is followed by nothing.',
					},
				]
			: [],
});
