import type {SessionCommand} from '../../src/rules/session-command.ts';

const ID = '11111111-2222-4333-8444-555555555555';

/** A command with which nothing is wrong. */
export const COMMAND: SessionCommand = {
	words: ['/opt/anchorsmith', 'credentials'],
	order: {
		certificate: '/etc/pki/host.pem',
		privateKey: '/etc/pki/host.key',
		trustAnchorArn: `arn:aws:rolesanywhere:eu-central-1:111122223333:trust-anchor/${ID}`,
		profileArn: `arn:aws:rolesanywhere:eu-central-1:111122223333:profile/${ID}`,
		roleArn: 'arn:aws:iam::111122223333:role/Backup',
		sessionDuration: '3600',
	},
};
