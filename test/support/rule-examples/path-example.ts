import {authorityKeyIdentifier, subjectKeyIdentifier} from '../../../src/pki/issuing/extension-writer.ts';
import type {ValidatePathInput} from '../../../src/rules/validate-path.ts';
import {basicConstraints, certify, type HierarchyFields, keyUsage, listRevoked} from '../hierarchy.ts';
import {pathKeys, pathNames, question} from '../path-question.ts';
import {readLines} from './example.ts';
import {type ExtensionLine, fromHex, readExtension, withLines} from './extension-lines.ts';

/** What `[root]`, `[CA]`, `[host]`, `[CRL]` and `[verify]` in an example come to: a question about a path. */
export function readPathExample(example: string): ValidatePathInput {
	const sections = readSections(example);
	const lines = (name: string) => sections.get(name) ?? [];
	const root = certificateOf('root', 'root', lines('root'));
	return question({
		certificate: certificateOf('host', 'ca', lines('host')),
		intermediates: [certificateOf('ca', 'root', lines('CA'))],
		anchors: [root],
		...(sections.has('CRL') && {crls: [crlOf(lines('CRL')), crlOf([], 'root')]}),
		...readVerify(lines('verify'), root),
	});
}

type Lines = readonly (readonly [name: string, value: string])[];

function readSections(example: string): ReadonlyMap<string, Lines> {
	const sections = new Map<string, Lines>();
	for (const part of example.split(/^(?=\[)/m)) {
		const [, name, body] = /^\[(.+)\]\n?([\s\S]*)$/.exec(part) ?? [];
		if (name === undefined) {
			throw new Error('an example of a path begins with a section');
		}

		sections.set(name, readLines(body ?? ''));
	}

	return sections;
}

type Name = keyof typeof pathNames;

function certificateOf(subject: Exclude<Name, 'sub'>, signer: Exclude<Name, 'sub'>, lines: Lines): Uint8Array {
	const der = lines.find(([name]) => name === 'DER')?.[1];
	if (der !== undefined) {
		return fromHex(der);
	}

	const [key, signerKey] = [pathKeys[subject], pathKeys[signer]];
	const isCa = subject !== 'host';
	const own: ExtensionLine[] = [];
	let fields: Partial<HierarchyFields> = {};
	for (const [name, value] of lines) {
		const written = readExtension(name, value);
		if (written) {
			own.push(written);
		} else {
			fields = {...fields, ...readField(name, value)};
		}
	}

	return certify({
		subject: pathNames[subject],
		issuer: pathNames[signer],
		key,
		signer: signerKey,
		serial: ['root', 'ca', 'sub', 'host'].indexOf(subject) + 1,
		extensions: withLines(
			[
				...(isCa ? [['2.5.29.19', basicConstraints({isCa: true})] as const] : []),
				['2.5.29.15', keyUsage(isCa ? ['keyCertSign', 'cRLSign'] : ['digitalSignature'])],
				['2.5.29.14', subjectKeyIdentifier(key.identifier)],
				['2.5.29.35', authorityKeyIdentifier(signerKey.identifier)],
			],
			own,
		),
		...fields,
	});
}

function readField(name: string, value: string): Partial<HierarchyFields> {
	switch (name) {
		case 'subject':
			return {subject: value};
		case 'issuer':
			return {issuer: value};
		case 'serial':
			return {serial: fromHex(value)};
		case 'notBefore':
			return {notBefore: new Date(value)};
		case 'notAfter':
			return {notAfter: new Date(value)};
		case 'version':
			return {version: value === '1' ? 1 : 3};
		case 'signature':
			return value === 'broken' ? {isBroken: true} : {hash: value === 'sha1' ? 'sha1' : 'sha256'};
		default:
			throw new Error(`an example of a path has no line "${name}"`);
	}
}

function crlOf(lines: Lines, signer: 'root' | 'ca' = 'ca'): Uint8Array {
	const revoked = lines.find(([name]) => name === 'revoked')?.[1];
	return listRevoked({
		issuer: pathNames[signer],
		signer: pathKeys[signer],
		revoked: revoked === undefined ? [] : revoked.split(',').map(serial => ({serial: Number(serial)})),
	});
}

/** Flags of `verify`, by their names. */
function readVerify(lines: Lines, root: Uint8Array): Partial<ValidatePathInput> {
	const flags = new Map(lines);
	return {
		...(flags.has('revocation') && {revocation: flags.get('revocation') === 'required' ? 'required' : 'if-crl-given'}),
		...(flags.has('maxDepth') && {maxDepth: Number(flags.get('maxDepth'))}),
		...(flags.has('policy') && {policies: {initial: [flags.get('policy') ?? ''], requireExplicit: true}}),
		...(flags.get('intermediates') === 'none' && {intermediates: []}),
		...(flags.get('certificate') === 'root' && {certificate: root}),
	};
}
