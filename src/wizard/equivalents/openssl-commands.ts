import path from 'node:path';
import {certificateTemplates} from '../../pki/issuing/certificate-template.ts';
import type {KeyAlgorithm} from '../../pki/keys/algorithm.ts';
import {findKeyAlgorithm} from '../../pki/keys/algorithm.ts';
import {issuingSubjectOf} from '../../pki/names/subject.ts';
import {endEntityFiles} from '../../pki/store/end-entity-store.ts';
import {issuerFiles} from '../../pki/store/issuer-store.ts';
import type {
	EndEntityGoal,
	IssuerGoal,
	NewEndEntity,
	RequestedEndEntity,
	SignedEndEntity,
} from '../../setup/specification.ts';
import {shellWord} from '../../shell-word.ts';
import type {SecretSource} from '../field.ts';
import {equivalents as texts} from '../texts/en.ts';
import {type CommandBlock, command, withInput} from './command-block.ts';
import {digestWord, extensionLines, keyWords, subjectWord} from './openssl-words.ts';
import {passphraseWords} from './passphrase-words.ts';

/** What the commands are to make, and where. */
export interface OpensslGoal {
	readonly issuer?: IssuerGoal | undefined;
	/** True when the authority that would be made is there already. */
	readonly isIssuerThere?: boolean;
	readonly endEntity?: EndEntityGoal | undefined;
	/** Of the authority's key. */
	readonly passphrase: SecretSource | undefined;
	/** Issuers and certificates lie in it, as this program has them. Absolute. */
	readonly base: string;
}

/**
 * Commands of OpenSSL 3 that make the same authority and certificate, into the same files. They refuse folders that
 * exist, so nothing is overwritten.
 */
export function opensslCommands({
	issuer,
	isIssuerThere = false,
	endEntity,
	passphrase,
	base,
}: OpensslGoal): readonly CommandBlock[] {
	const words = passphraseWords(passphrase);
	const context = {base, openssl: words.openssl};
	const made = [
		...(issuer?.source === 'new' && !isIssuerThere ? issuerBlocks(issuer, context) : []),
		...(endEntity ? endEntityBlocks(endEntity, issuer, context) : []),
	];
	return made.length === 0 ? [] : [...words.before, ...made];
}

interface Context {
	readonly base: string;
	/** OpenSSL's word for the passphrase of issuers; undefined for none. */
	readonly openssl: string | undefined;
}

/** What signs, as OpenSSL is told of it. */
interface Signer {
	readonly certificate: string;
	readonly key: string;
	readonly digest: string;
	/** What lies between what it signs and the trust anchor; undefined when it is the anchor itself. */
	readonly chain: string | undefined;
	readonly anchor: string;
	readonly openssl: string | undefined;
}

type NewIssuer = Extract<IssuerGoal, {source: 'new'}>;

function issuerBlocks(issuer: NewIssuer, {base, openssl}: Context): readonly CommandBlock[] {
	const {name, subject, algorithm, days, withIssuing} = issuer;
	const folder = path.join(base, 'issuers', name);
	const file = (of: keyof typeof issuerFiles) => shellWord(path.join(folder, issuerFiles[of]));
	const [rootKey, root] = withIssuing ? [file('rootKey'), file('root')] : [file('privateKey'), file('certificate')];
	const {root: template} = certificateTemplates;
	const rootTemplate = {...template, pathLength: withIssuing ? (certificateTemplates.issuing.pathLength ?? 0) + 1 : 0};
	const rootBlock = {
		title: withIssuing ? `${texts.newIssuer(name)}. ${texts.root}` : texts.newIssuer(name),
		lines: [
			...newFolder(folder),
			...newKey(algorithm, rootKey, openssl),
			...withInput(
				command(
					'openssl req -new -x509 -utf8',
					digestWord(algorithm),
					`-key ${rootKey}`,
					...passIn(openssl),
					`-days ${days}`,
					SERIAL,
					`-subj ${subjectWord(subject)}`,
					'-config /dev/stdin -extensions extensions',
					`-out ${root}`,
				),
				[
					'[req]',
					'distinguished_name = subject',
					'[subject]',
					'[extensions]',
					...extensionLines(rootTemplate, {isSelfSigned: true}),
				],
			),
		],
	};
	return withIssuing ? [rootBlock, issuingBlock(issuer, {folder, rootKey, root, openssl})] : [rootBlock];
}

function issuingBlock(
	{subject, algorithm, days}: NewIssuer,
	{
		folder,
		rootKey,
		root,
		openssl,
	}: {readonly folder: string; readonly rootKey: string; readonly root: string; readonly openssl: string | undefined},
): CommandBlock {
	const file = (name: string) => shellWord(path.join(folder, name));
	const request = file('issuer.csr');
	const {issuing: template} = certificateTemplates;
	return {
		title: texts.issuing,
		lines: [
			...newKey(algorithm, file(issuerFiles.privateKey), openssl),
			...requestFor(issuingSubjectOf(subject), {
				key: file(issuerFiles.privateKey),
				digest: digestWord(algorithm),
				openssl,
				out: request,
			}),
			...signing(
				{
					certificate: root,
					key: rootKey,
					digest: digestWord(algorithm),
					chain: undefined,
					anchor: root,
					openssl,
				},
				{
					request,
					days: Math.min(template.days, days),
					extensions: extensionLines(template),
					out: file(issuerFiles.certificate),
				},
			),
			`rm ${request}`,
		],
	};
}

function endEntityBlocks(
	endEntity: EndEntityGoal,
	issuer: IssuerGoal | undefined,
	context: Context,
): readonly CommandBlock[] {
	const signer = issuer && signerOf(issuer, context);
	switch (endEntity.source) {
		case 'new':
			return signer ? [keyAndRequest(endEntity, context), signed(endEntity, signer, context)] : [];
		case 'requested':
			return [keyAndRequest(endEntity, context)];
		case 'csr':
			return signer ? [signed(endEntity, signer, context)] : [];
		case 'existing':
			return [];
	}
}

function keyAndRequest(
	{name, algorithm, subject, ...names}: NewEndEntity | RequestedEndEntity,
	{base}: Context,
): CommandBlock {
	const file = fileOf(base, name);
	const extensions = names.source === 'requested' ? extensionLines(certificateTemplates.endEntity, {names}) : [];
	const [key, digest, out] = [file('privateKey'), digestWord(algorithm), file('request')];
	return {
		title: texts.keyAndRequest,
		lines: [
			...newFolder(path.join(base, 'certificates', name)),
			...newKey(algorithm, key, undefined),
			...requestFor(subject, {key, digest, openssl: undefined, out}, extensions),
		],
	};
}

function signed(endEntity: NewEndEntity | SignedEndEntity, signer: Signer, {base}: Context): CommandBlock {
	const {name, days} = endEntity;
	const file = fileOf(base, name);
	const isHere = endEntity.source === 'new';
	const names = isHere ? endEntity : endEntity.request.alternativeNames;
	const untrusted = signer.chain === undefined ? [] : [`-untrusted ${signer.chain}`];
	return {
		title: texts.sign,
		lines: [
			...(isHere ? [] : newFolder(path.join(base, 'certificates', name))),
			...signing(signer, {
				request: isHere ? file('request') : shellWord(endEntity.file),
				days,
				extensions: extensionLines(certificateTemplates.endEntity, {names}),
				out: file('certificate'),
			}),
			...(isHere ? [`rm ${file('request')}`] : []),
			...(signer.chain === undefined ? [] : [`cp ${signer.chain} ${file('chain')}`]),
			...command('openssl verify', '-purpose sslclient', `-CAfile ${signer.anchor}`, ...untrusted, file('certificate')),
		],
	};
}

function signerOf(issuer: IssuerGoal, {base, openssl}: Context): Signer | undefined {
	if (issuer.source === 'new') {
		const file = (of: keyof typeof issuerFiles) => shellWord(path.join(base, 'issuers', issuer.name, issuerFiles[of]));
		return {
			certificate: file('certificate'),
			key: file('privateKey'),
			digest: digestWord(issuer.algorithm),
			chain: issuer.withIssuing ? file('certificate') : undefined,
			anchor: issuer.withIssuing ? file('root') : file('certificate'),
			openssl,
		};
	}

	if (issuer.privateKeyFile === undefined) {
		return undefined;
	}

	const key = issuer.certificates[0].publicKey.toKeyObject();
	const certificate = shellWord(issuer.file);
	return {
		certificate,
		key: shellWord(issuer.privateKeyFile),
		digest: digestWord(key.ok ? findKeyAlgorithm(key.value) : undefined),
		chain: undefined,
		anchor: certificate,
		openssl,
	};
}

/** As many random bits as this program puts into serial numbers, and never negative. */
const SERIAL = '-set_serial "0x4$(openssl rand -hex 19)"';

function newFolder(folder: string): readonly string[] {
	return [`mkdir -p ${shellWord(path.dirname(folder))}`, `mkdir ${shellWord(folder)}`];
}

function newKey(algorithm: KeyAlgorithm, out: string, openssl: string | undefined): readonly string[] {
	const cipher = openssl === undefined ? [] : [`-aes-256-cbc -pass ${openssl}`];
	return command('openssl genpkey', ...keyWords(algorithm), ...cipher, `-out ${out}`);
}

function passIn(openssl: string | undefined): readonly string[] {
	return openssl === undefined ? [] : [`-passin ${openssl}`];
}

function requestFor(
	subject: string,
	{key, digest, openssl, out}: Record<'key' | 'digest' | 'out', string> & {readonly openssl: string | undefined},
	extensions: readonly string[] = [],
): readonly string[] {
	const asked = extensions.filter(line => !line.includes('KeyIdentifier'));
	return withInput(
		command(
			`openssl req -new -utf8 ${digest}`,
			`-key ${key}`,
			...passIn(openssl),
			`-subj ${subjectWord(subject)}`,
			`-config /dev/stdin${asked.length > 0 ? ' -reqexts extensions' : ''}`,
			`-out ${out}`,
		),
		['[req]', 'distinguished_name = subject', '[subject]', ...(asked.length > 0 ? ['[extensions]', ...asked] : [])],
	);
}

function signing(
	{certificate, key, digest, openssl}: Signer,
	{
		request,
		days,
		extensions,
		out,
	}: {readonly request: string; readonly days: number; readonly extensions: readonly string[]; readonly out: string},
): readonly string[] {
	return withInput(
		command(
			`openssl x509 -req ${digest}`,
			`-in ${request}`,
			`-CA ${certificate}`,
			`-CAkey ${key}`,
			...passIn(openssl),
			`-days ${days}`,
			SERIAL,
			'-extfile /dev/stdin -extensions extensions',
			`-out ${out}`,
		),
		['[extensions]', ...extensions],
	);
}

function fileOf(base: string, name: string): (of: keyof typeof endEntityFiles) => string {
	return of => shellWord(path.join(base, 'certificates', name, endEntityFiles[of]));
}
