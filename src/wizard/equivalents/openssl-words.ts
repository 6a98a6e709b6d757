import type {CertificateTemplate} from '../../pki/issuing/certificate-template.ts';
import type {KeyAlgorithm} from '../../pki/keys/algorithm.ts';
import type {AlternativeNames} from '../../pki/names/alternative-names.ts';
import {parseDistinguishedName} from '../../pki/names/distinguished-name-text.ts';
import {shellWord} from '../../shell-word.ts';

/** How `openssl genpkey` makes a key of a kind. */
export function keyWords(algorithm: KeyAlgorithm): readonly string[] {
	return algorithm.startsWith('rsa')
		? ['-algorithm RSA', `-pkeyopt rsa_keygen_bits:${algorithm.slice('rsa'.length)}`]
		: ['-algorithm EC', `-pkeyopt ec_paramgen_curve:P-${algorithm.slice('p'.length)}`];
}

/** The digest that a key of a kind signs certificates with here. */
export function digestWord(algorithm: KeyAlgorithm | undefined): string {
	return algorithm === 'p384' ? '-sha384' : algorithm === 'p521' ? '-sha512' : '-sha256';
}

/** Names that OpenSSL and RFC 4514 share; every other type stands as its object identifier. */
const SHORT_NAMES: ReadonlySet<string> = new Set(['CN', 'O', 'OU', 'C', 'ST', 'L', 'DC', 'UID']);

/** A subject as `-subj` takes it, in the order of the encoding; the text has been judged before. */
export function subjectWord(text: string): string {
	const parsed = parseDistinguishedName(text);
	const names = parsed.ok ? parsed.value : [];
	const escaped = (value: string) => value.replace(/[\\/+]/g, character => `\\${character}`);
	const written = names.map(parts =>
		parts
			.map(({oid, shortName = oid, value}) => `${SHORT_NAMES.has(shortName) ? shortName : oid}=${escaped(value)}`)
			.join('+'),
	);
	return shellWord(written.map(name => `/${name}`).join(''));
}

/** The section of extensions that a certificate of a kind gets here, with its alternative names. */
export function extensionLines(
	{role, pathLength, keyUsage, extendedKeyUsage}: CertificateTemplate,
	{names = {}, isSelfSigned = false}: {readonly names?: AlternativeNames; readonly isSelfSigned?: boolean} = {},
): readonly string[] {
	const alternatives = alternativeNameLines(names);
	const constraints = role === 'issuer' ? `CA:true, pathlen:${pathLength ?? 0}` : 'CA:false';
	return [
		`basicConstraints = critical, ${constraints}`,
		`keyUsage = critical, ${keyUsage.join(', ')}`,
		...(extendedKeyUsage.length > 0 ? [`extendedKeyUsage = ${extendedKeyUsage.join(', ')}`] : []),
		...(alternatives.length > 0 ? ['subjectAltName = @names'] : []),
		'subjectKeyIdentifier = hash',
		`authorityKeyIdentifier = ${isSelfSigned ? 'none' : 'keyid:always'}`,
		...(alternatives.length > 0 ? ['', '[names]', ...alternatives] : []),
	];
}

/** One line a name, so that commas in URIs do not divide it. */
function alternativeNameLines({dns = [], uri = [], ip = [], email = []}: AlternativeNames): readonly string[] {
	const escaped = (value: string) => value.replace(/[\\$#"'`]/g, character => `\\${character}`);
	const lines = (kind: string, values: readonly string[]) =>
		values.map((value, index) => `${kind}.${index + 1} = ${escaped(value)}`);
	return [...lines('DNS', dns), ...lines('URI', uri), ...lines('IP', ip), ...lines('email', email)];
}
