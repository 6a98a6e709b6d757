import type {Finding} from '../../rules/finding.ts';
import {shellWord} from '../../shell-word.ts';
import type {Evidence} from '../evidence/evidence.ts';
import type {FileEvidence} from '../evidence/files.ts';
import {type Look, seenIn} from '../evidence/look.ts';
import {chainRemedy} from './chain.ts';
import {mendCommand} from './config-file.ts';
import {convertRemedy} from './convert.ts';
import {issueAgain} from './issue-again.ts';
import {meantCommand} from './meant-command.ts';
import type {Remedy, RemedyFor} from './remedy.ts';
import {isKeyClosed, rightPair} from './right-files.ts';
import {certificatesIn} from './seen-certificates.ts';
import {configureRemedy} from './wanted-flags.ts';

/** Files that are not there, cannot be read, or are written in another way than clients want. */
export const files: readonly RemedyFor[] = [
	{
		rules: ['host-passphrase-private'],
		remedy(_finding, evidence) {
			const path = seenIn(evidence.files.passphraseFile)?.path;
			return path === undefined
				? undefined
				: {
						what: 'Keep the passphrase to its owner.',
						who: 'operator',
						commands: [`chmod 600 ${shellWord(path)}`],
						mend: {kind: 'mode', path, mode: 0o600},
					};
		},
	},
	{rules: ['host-config-text'], remedy: (finding, evidence) => inUtf8(finding, evidence)},
	{rules: ['host-config-readable'], remedy: (_finding, evidence) => ownConfig(evidence)},
	{rules: ['file-there'], remedy: (_finding, evidence) => inPlaceOfMissing(evidence)},
	{rules: ['file-readable'], remedy: opened},
	{
		rules: ['file-kind'],
		remedy: (_finding, evidence) =>
			isAllThere(evidence)
				? convertRemedy('Write certificate, key and chain anew, each into a file of its own.', evidence)
				: inPlaceOfMissing(evidence),
	},
	{
		rules: [
			'file-pem',
			'file-label',
			'file-label-current',
			'file-line-breaks',
			'file-no-container',
			'file-nothing-behind',
			'file-utf-8',
			'file-byte-order-mark',
			'file-line-feeds',
			'file-nothing-around',
			'set-end-entity-first',
			'set-order',
			'set-no-root',
			'set-key-apart',
			'set-certificate-once',
			'set-superfluous',
			'set-one-key',
		],
		remedy: (_finding, evidence) =>
			convertRemedy('Write certificate, key and chain anew, as every client reads them.', evidence),
	},
	{
		rules: ['file-complete', 'file-recognised', 'certificate-readable'],
		remedy: (_finding, evidence) => inPlaceOfMissing(evidence),
	},
];

/** Others that lie nearby and belong together, or a new certificate. */
export function inPlaceOfMissing(evidence: Evidence): Remedy | undefined {
	if (!rightPair(evidence) && !isKeyClosed(evidence)) {
		return issueAgain('Have a certificate issued again, with a key of its own.', evidence);
	}

	const {intermediates} = meantCommand(evidence)?.order ?? {};
	const isChainMissing = intermediates !== undefined && !isWhole(evidence.files.intermediates);
	return (
		(isChainMissing ? chainRemedy('Name the certificates that lead to the trust anchor.', evidence) : undefined) ??
		configureRemedy('Name the files that are there and belong together.', evidence)
	);
}

function isWhole(look: Look<FileEvidence>): boolean {
	const file = seenIn(look);
	return file !== undefined && certificatesIn(file).length > 0;
}

/** Lets the user of the workload in, by as little as helps: the key becomes theirs, certificates may be read by everybody. */
function opened(finding: Finding, evidence: Evidence): Remedy | undefined {
	const {user} = evidence.host;
	const {certificate, privateKey, intermediates, passphraseFile} = evidence.files;
	const closed = [certificate, privateKey, intermediates, passphraseFile].flatMap(look => {
		const file = look.state === 'seen' ? look.value : undefined;
		return file && !file.access.isReadable ? [{...file, obstacle: file.access.obstacle}] : [];
	});
	const file =
		closed.find(({path, obstacle}) => finding.at.startsWith(path) || finding.message.includes(obstacle)) ?? closed[0];
	if (!file || !user) {
		return undefined;
	}

	const word = shellWord(file.obstacle);
	if (file.obstacle !== file.path) {
		return {
			what: 'Let that user pass through the folder; what is in it stays closed to others.',
			who: 'operator',
			commands: [`sudo chmod o+x ${word}`],
		};
	}

	const isSecret = [seenIn(privateKey)?.path, seenIn(passphraseFile)?.path].includes(file.path);
	if (!isSecret) {
		return {
			what: 'Let everybody read the certificate: it is no secret.',
			who: 'operator',
			commands: [`sudo chmod a+r ${word}`],
		};
	}

	const isOwn = file.owner === user.uid;
	return {
		what: isOwn ? 'Let its owner read the file.' : 'Give the file to the user of the workload, and to nobody else.',
		who: 'operator',
		commands: [...(isOwn ? [] : [`sudo chown ${user.uid} ${word}`]), `sudo chmod 600 ${word}`],
	};
}

/** The config files of the user whose credentials are asked about. */
function ownConfig({config, host}: Evidence): Remedy | undefined {
	const {user} = host;
	const commands = (['config', 'credentials'] as const).flatMap(name => {
		const look = config[name];
		const obstacle = look.state === 'unseen' ? locationOf(name, host) : seenIn(look)?.obstacle;
		if (obstacle === undefined || user === undefined) {
			return [];
		}

		const word = shellWord(obstacle);
		const isFolder = look.state === 'seen' && look.value.path !== obstacle;
		return isFolder ? [`sudo chmod o+x ${word}`] : [`sudo chown ${user.uid} ${word}`, `sudo chmod 600 ${word}`];
	});
	return commands.length === 0
		? undefined
		: {what: 'Give the file to the user who is to read it.', who: 'operator', commands};
}

/** A certificate and a private key are in the files that the command names, whichever flag names them. */
function isAllThere({files: {certificate, privateKey, intermediates}}: Evidence): boolean {
	const kinds = [certificate, privateKey, intermediates]
		.flatMap(look => seenIn(look)?.content?.items ?? [])
		.map(({kind}) => kind);
	return kinds.includes('certificate') && kinds.some(kind => kind.endsWith('private-key'));
}

function inUtf8({at}: Finding, evidence: Evidence): Remedy | undefined {
	const path = at === 'config' || at === 'credentials' ? locationOf(at, evidence.host) : undefined;
	return path === undefined
		? undefined
		: {
				what: 'Write the file anew as UTF-8.',
				who: 'operator',
				commands: [mendCommand(evidence)],
				mend: {kind: 'encoding', path},
			};
}

/** Where one of the two files is, though it could not be read. */
function locationOf(name: 'config' | 'credentials', host: Evidence['host']): string | undefined {
	const variable = name === 'config' ? 'AWS_CONFIG_FILE' : 'AWS_SHARED_CREDENTIALS_FILE';
	const home = seenIn(host.home);
	return host.variables[variable] ?? (home === undefined ? undefined : `${home}/.aws/${name}`);
}
