import type {ValidatePathInput} from '../../src/rules/validate-path.ts';
import {validatePath} from '../../src/rules/validate-path.ts';
import {
	caExtensions,
	certify,
	endEntityExtensions,
	type HierarchyFields,
	type HierarchyKey,
	hierarchyKey,
	hierarchyTime,
} from './hierarchy.ts';

/** Keys of the certificates that questions are made of, made once. */
export const pathKeys = {
	root: hierarchyKey(),
	ca: hierarchyKey(),
	sub: hierarchyKey(),
	host: hierarchyKey(),
	other: hierarchyKey(),
};

/** Names of the same. */
export const pathNames = {
	root: 'CN=Root,O=Example',
	ca: 'CN=CA,O=Example',
	sub: 'CN=Sub CA,O=Example',
	host: 'CN=host,O=Example',
};

type Differences = Partial<HierarchyFields>;

const names: readonly (keyof typeof pathNames)[] = ['root', 'ca', 'sub', 'host'];

/** A good root, differing as said. */
export function rootCertificate(differs: Differences & {readonly more?: readonly Uint8Array[]} = {}): Uint8Array {
	return issuerCertificate('root', 'root', differs);
}

/** A good CA certificate, differing as said; `more` is added to its extensions. */
export function issuerCertificate(
	subject: 'root' | 'ca' | 'sub',
	issuer: 'root' | 'ca' | 'sub',
	{more = [], ...differs}: Differences & {readonly more?: readonly Uint8Array[]} = {},
): Uint8Array {
	const [key, signer] = [pathKeys[subject], pathKeys[issuer]];
	return certify({
		subject: pathNames[subject],
		issuer: pathNames[issuer],
		key,
		signer,
		serial: names.indexOf(subject) + 1,
		extensions: caExtensions(key, signer, {more}),
		...differs,
	});
}

/** A good end-entity certificate, differing as said. */
export function hostCertificate(
	issuer: 'root' | 'ca' | 'sub' = 'ca',
	{more = [], ...differs}: Differences & {readonly more?: readonly Uint8Array[]} = {},
): Uint8Array {
	const [key, signer] = [pathKeys.host, pathKeys[issuer]];
	return certify({
		subject: pathNames.host,
		issuer: pathNames[issuer],
		key,
		signer,
		serial: 4,
		extensions: endEntityExtensions(key, signer, more),
		...differs,
	});
}

/** Root, CA and host, or what is put in their place; judged at the time of hierarchies. */
export function question(differs: Partial<ValidatePathInput> = {}): ValidatePathInput {
	return {
		certificate: hostCertificate(),
		intermediates: [issuerCertificate('ca', 'root')],
		anchors: [rootCertificate()],
		at: hierarchyTime,
		...differs,
	};
}

/** Rules that refuse a question, each once; empty when it is accepted. */
export function refusals(differs: Partial<ValidatePathInput> = {}): readonly string[] {
	const {accepted, findings} = validatePath(question(differs));
	return accepted ? [] : [...new Set(findings.map(({rule}) => rule))];
}

export type {HierarchyKey};
