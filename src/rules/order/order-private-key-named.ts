import {defineRule} from '../rule.ts';
import type {SessionCommand} from '../session-command.ts';
import {isFromStore} from './from-store.ts';
import {helperFlags} from './sources.ts';

export default defineRule<SessionCommand>({
	id: 'order-private-key-named',
	severity: 'error',
	title: 'The command names the private key of the certificate.',
	why: 'Every request is signed with it. The official helper looks for it in the file of the certificate when no other is named; this program does not.',
	fix: 'Give --private-key. If it is in the config file, look whether the line is broken before it.',
	source: helperFlags(['KEY-08', 'CFG-21', 'CFG-23']),
	examples: {
		fails: '{"order": {"certificate": "/etc/pki/host.pem"}}',
		passes: '{"order": {"certificate": "/etc/pki/host.pem", "privateKey": "/etc/pki/host.key"}}',
	},
	appliesTo: command => !isFromStore(command) && !isBundle(command.order.certificate),
	check: ({words, order: {privateKey}}) =>
		privateKey === undefined || privateKey === ''
			? [
					{
						at: '--private-key',
						message:
							privateKey === undefined ? 'The command has no --private-key.' : '--private-key is followed by nothing.',
						...(words.includes('credential-process') && {severity: 'warning' as const}),
					},
				]
			: [],
});

/** A file, or a token, that holds the key beside the certificate. */
function isBundle(certificate: string | undefined): boolean {
	return certificate !== undefined && /^pkcs11:|\.(?:p12|pfx)$/i.test(certificate);
}
