import {shellWord} from '../../shell-word.ts';
import type {Evidence} from '../evidence/evidence.ts';
import {seenIn} from '../evidence/look.ts';
import {convertRemedy} from './convert.ts';
import {inPlaceOfMissing} from './files.ts';
import {issueAgain, issuerFor} from './issue-again.ts';
import {meantCommand} from './meant-command.ts';
import type {Remedy, RemedyFor} from './remedy.ts';
import {configureRemedy} from './wanted-flags.ts';

/** Private keys that do not belong, cannot be opened, or are open to others. */
export const key: readonly RemedyFor[] = [
	{rules: ['key-private'], remedy: (finding, evidence) => privately(finding.at, evidence)},
	{
		rules: ['set-key-certified', 'set-certificate-keyed', 'session-signature', 'key-readable', 'key-private'],
		remedy: (_finding, evidence) => inPlaceOfMissing(evidence),
	},
	{
		rules: [
			'key-encryption',
			'key-not-legacy-encrypted',
			'passphrase-named',
			'set-key-unattended',
			'program-variables-set',
		],
		remedy: (_finding, evidence) => unlocked(evidence),
	},
	{
		rules: ['key-not-openssh', 'key-pem'],
		remedy: (_finding, evidence) => convertRemedy('Write the key as PKCS#8, as every client reads it.', evidence),
	},
	{
		rules: ['key-kind', 'key-curve', 'key-rsa-size'],
		remedy: (_finding, evidence) =>
			issueAgain('Have a certificate issued for a key of a kind that the service takes.', evidence),
	},
];

function privately(at: string, {files}: Evidence): Remedy | undefined {
	const all = [files.privateKey, files.certificate, files.intermediates].flatMap(look => seenIn(look) ?? []);
	const file = all.find(({path}) => at.startsWith(path)) ?? seenIn(files.privateKey);
	return file?.mode === undefined
		? undefined
		: {
				what: 'Take the permissions of others away.',
				who: 'operator',
				commands: [`chmod 600 ${shellWord(file.path)}`],
				mend: {kind: 'mode', path: file.path, mode: 0o600},
			};
}

/**
 * A key that unattended programs open: our own program with the file that holds the passphrase, else without one. The
 * passphrase is typed when it is asked for; it stands in no command.
 */
function unlocked(evidence: Evidence): Remedy | undefined {
	const order = meantCommand(evidence)?.order ?? {};
	const file = seenIn(evidence.files.privateKey)?.path;
	if (file === undefined) {
		return undefined;
	}

	const kinds = seenIn(evidence.files.privateKey)?.content?.items.map(({kind}) => kind) ?? [];
	const isOpened = order.passphraseFile !== undefined && !kinds.includes('legacy-encrypted-private-key');
	if (isOpened) {
		return configureRemedy('Let this program get the credentials: it reads the passphrase from its file.', evidence, {
			helper: 'own',
			helperProgram: undefined,
		});
	}

	if (issuerFor(evidence)) {
		return issueAgain(
			'Have a certificate issued for a key without a passphrase: nobody is there to type it.',
			evidence,
		);
	}

	const open = `${file}.open`;
	return configureRemedy(
		'Write the key without a passphrase, for its owner alone: nobody is there to type it. The passphrase is asked for once.',
		evidence,
		{privateKey: open, passphraseFile: undefined},
		[`(umask 077 && openssl pkey -in ${shellWord(file)} -out ${shellWord(open)})`],
	);
}
