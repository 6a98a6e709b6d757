import type {ItemEvidence} from '../../doctor/evidence/files.ts';
import type {ItemKind} from '../../pki/intake/item.ts';
import {printable} from '../../printable.ts';
import type {HostSubject} from '../host-subject.ts';
import {defineRule, type Shortcoming} from '../rule.ts';
import {credentialHelper} from './sources.ts';

export default defineRule<HostSubject>({
	id: 'file-kind',
	severity: 'error',
	title: 'Each file that the command names holds what its flag is for.',
	why: 'Certificate and key are easily named the wrong way round; the official helper says "unable to parse private key" or "could not parse PEM data" then, and "invalid certificate chain" of a key among the intermediates.',
	fix: 'See what is in each file, and name each by its own flag: anchorsmith lint FILE',
	source: credentialHelper(['KEY-01', 'CH-07']),
	examples: {
		fails:
			'{"files": {"privateKey": {"state": "seen", "value": {"path": "/etc/pki/key.pem", "access": {"isReadable": true}, "content": {"form": "pem", "notes": [], "problems": [], "items": [{"kind": "certificate", "offset": 0, "source": [], "isPlain": true, "notes": []}]}}}}}',
		passes:
			'{"files": {"privateKey": {"state": "seen", "value": {"path": "/etc/pki/key.pem", "access": {"isReadable": true}, "content": {"form": "pem", "notes": [], "problems": [], "items": [{"kind": "private-key", "offset": 0, "source": [], "isPlain": true, "notes": []}]}}}}}',
	},
	appliesTo: ({files}) =>
		[files.certificate, files.privateKey, files.intermediates].some(look => itemsOf(look).length > 0),
	check(subject) {
		const {files} = subject;
		return [
			...lacking('--certificate', files.certificate, 'certificate', isCertificate),
			...lacking('--private-key', files.privateKey, 'private key', isPrivateKey),
			...lacking('--intermediates', files.intermediates, 'certificate', isCertificate),
			...strayKeys(subject),
			...strangeLabels(subject),
		];
	},
});

type Looked = HostSubject['files']['certificate'];

const NAMES: Readonly<Partial<Record<ItemKind, string>>> = {
	certificate: 'a certificate',
	'public-key': 'a public key',
	'certificate-request': 'a certificate signing request',
	crl: 'a list of revoked certificates',
	pkcs12: 'a PKCS#12 bundle',
	'kubernetes-secret': 'a Kubernetes Secret',
};

/** Labels by which the official helper knows a private key (fact sheet, KEY-01). */
const KEY_LABELS = new Set([
	'PRIVATE KEY',
	'EC PRIVATE KEY',
	'RSA PRIVATE KEY',
	'ENCRYPTED PRIVATE KEY',
	'OPENSSH PRIVATE KEY',
	'TSS2 PRIVATE KEY',
]);

function lacking(
	flag: string,
	look: Looked,
	wanted: string,
	isWanted: (item: ItemEvidence) => boolean,
): readonly Shortcoming[] {
	const items = itemsOf(look);
	const [first] = items;
	// What cannot be read at all, or is a container, is told by other rules.
	if (!first || look.state !== 'seen' || items.some(isWanted) || items.some(isUncertain)) {
		return [];
	}

	const held = isPrivateKey(first) ? 'a private key' : (NAMES[first.kind] ?? 'something else');
	return [{at: flag, message: `${flag} names ${printable(look.value.path)}, which holds ${held} and no ${wanted}.`}];
}

/** Keys beside intermediates, which the official helper stops at and ours passes over. */
function strayKeys({files: {intermediates}, command}: HostSubject): readonly Shortcoming[] {
	const items = itemsOf(intermediates);
	if (intermediates.state !== 'seen' || !items.some(isCertificate) || !items.some(isPrivateKey)) {
		return [];
	}

	const message = `${printable(intermediates.value.path)} holds a private key among the intermediate certificates.`;
	return [{at: '--intermediates', message, ...(!isOfficial(command) && {severity: 'warning' as const})}];
}

function strangeLabels({files: {privateKey}, command}: HostSubject): readonly Shortcoming[] {
	return isOfficial(command)
		? itemsOf(privateKey).flatMap(item => {
				const isStrange = isPrivateKey(item) && item.label !== undefined && !KEY_LABELS.has(item.label);
				return isStrange
					? [
							{
								at: '--private-key',
								message: `The private key is labelled ${printable(item.label ?? '')}, which the helper does not know.`,
								fix: 'Write it anew: anchorsmith lint FILE --fix-into NEW_FOLDER',
							},
						]
					: [];
			})
		: [];
}

function itemsOf(look: Looked): readonly ItemEvidence[] {
	return look.state === 'seen' ? (look.value.content?.items ?? []) : [];
}

function isCertificate({kind}: ItemEvidence): boolean {
	return kind === 'certificate';
}

function isPrivateKey({kind}: ItemEvidence): boolean {
	return kind.endsWith('private-key');
}

function isUncertain({kind}: ItemEvidence): boolean {
	return ['damaged', 'unknown', 'pkcs7', 'pkcs12', 'kubernetes-secret'].includes(kind);
}

function isOfficial(command: HostSubject['command']): boolean {
	const program = command.state === 'seen' ? command.value.program : undefined;
	return program?.state === 'seen' && program.value.maker === 'official-helper';
}
