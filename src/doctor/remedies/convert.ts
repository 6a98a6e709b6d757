import path from 'node:path';
import {shellWord} from '../../shell-word.ts';
import type {Evidence} from '../evidence/evidence.ts';
import type {FileEvidence} from '../evidence/files.ts';
import {seenIn} from '../evidence/look.ts';
import type {CliProfileFlags} from '../mend/mend.ts';
import {newFolder} from './issue-again.ts';
import {meantCommand} from './meant-command.ts';
import {neededChain} from './needed-chain.ts';
import type {Remedy} from './remedy.ts';
import {certificatesIn, type readOne} from './seen-certificates.ts';
import {commandWith, wantedFlags} from './wanted-flags.ts';

/**
 * Writes what is in the files of the command into a new folder, as every client reads it, and names that. Encrypted keys
 * stay encrypted, unless the helper could not open them then.
 */
export function convertRemedy(
	what: string,
	evidence: Evidence,
	{decrypts = false}: {readonly decrypts?: boolean} = {},
): Remedy | undefined {
	const sources = sourcesOf(evidence);
	const into = newFolder(evidence, 'rewritten');
	const chain = neededChain(evidence);
	const hasChain = chain
		? chain.certificates.length > 0
		: sources.some(file => certificatesIn(file).filter(isIssuer).length > 0);
	const flags = wantedFlags(evidence, {
		certificate: path.join(into, 'certificate.pem'),
		privateKey: path.join(into, 'private-key.pem'),
		intermediates: hasChain ? path.join(into, 'chain.pem') : undefined,
	});
	if (!flags || sources.length === 0 || !isWhole(sources)) {
		return undefined;
	}

	const {passphraseFile} = meantCommand(evidence)?.order ?? {};
	const words = [
		...['anchorsmith', 'lint', ...sources.map(file => file.path), ...issuersFor(chain, sources, evidence)],
		...['--fix-into', into, '--fail-on', 'never'],
		...(decrypts ? ['--decrypt-keys'] : []),
		...(passphraseFile === undefined ? [] : ['--passphrase-file', passphraseFile]),
	];
	const written: CliProfileFlags = decrypts ? {...flags, passphraseFile: undefined} : flags;
	const commands = [words.map(shellWord).join(' '), commandWith(written, evidence)];
	const mend = {kind: 'convert', paths: sources.map(file => file.path), into, flags: written} as const;
	return {what, who: 'operator', commands, ...(!decrypts && passphraseFile === undefined && {mend})};
}

function sourcesOf({files}: Evidence): readonly FileEvidence[] {
	const named = [files.certificate, files.privateKey, files.intermediates].flatMap(look => seenIn(look) ?? []);
	return named.filter((file, index) => named.findIndex(({path: other}) => other === file.path) === index);
}

/** True when certificate and key are both in the files. */
function isWhole(sources: readonly FileEvidence[]): boolean {
	const kinds = sources.flatMap(({content}) => content?.items.map(({kind}) => kind) ?? []);
	const isBundle = kinds.includes('pkcs12') || kinds.includes('kubernetes-secret');
	return isBundle || (kinds.includes('certificate') && kinds.some(kind => kind.endsWith('private-key')));
}

function isIssuer({basicConstraints, isSelfIssued}: ReturnType<typeof readOne>[number]): boolean {
	return !isSelfIssued && basicConstraints.state === 'present' && basicConstraints.value.isCa;
}

/** Files of certificates that the chain needs and the sources do not hold. */
function issuersFor(
	chain: ReturnType<typeof neededChain>,
	sources: readonly FileEvidence[],
	{files}: Evidence,
): readonly string[] {
	const held = new Set(sources.flatMap(certificatesIn).map(({fingerprint}) => fingerprint));
	const missing = (chain?.certificates ?? []).filter(({fingerprint}) => !held.has(fingerprint));
	const found = missing.flatMap(
		({fingerprint}) =>
			files.nearby.find(file => certificatesIn(file).some(one => one.fingerprint === fingerprint))?.path ?? [],
	);
	return [...new Set(found)];
}
