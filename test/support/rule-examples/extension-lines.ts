import {KEY_USAGES} from '../../../src/pki/certificate/certificate.ts';
import {
	booleanTrue,
	element,
	implicit,
	integer,
	namedBits,
	objectIdentifier,
	octetString,
	sequence,
} from '../../../src/pki/der/der-writer.ts';
import {extensionOids, keyPurposeOids} from '../../../src/pki/der/oids.ts';
import {extension} from '../../../src/pki/issuing/extension-writer.ts';
import {everyNamedAttribute, toName} from '../certificates.ts';
import {general} from '../hierarchy.ts';

/** An extension as openssl's configuration files write it. */
export interface ExtensionLine {
	readonly oid: string;
	/** The whole extension; undefined where the line says `absent`. */
	readonly written: Uint8Array | undefined;
}

/**
 * Reads `keyUsage = critical, digitalSignature` and its like; undefined when `name` names no extension.
 * Any value may be `absent` or `DER:` with hex, and any name an object identifier.
 */
export function readExtension(name: string, value: string): ExtensionLine | undefined {
	const oid = OIDS.get(name) ?? (/^\d+(?:\.\d+)+$/.test(name) ? name : undefined);
	if (oid === undefined) {
		return undefined;
	}

	if (value === 'absent') {
		return {oid, written: undefined};
	}

	const [first = '', ...others] = value.split(',').flatMap(word => repeated(word.trim()));
	const isCritical = first === 'critical';
	const words = (isCritical ? others : [first, ...others]).filter(word => word !== '');
	return {oid, written: extension(oid, isCritical, readValue(name, words))};
}

/** The good extensions, with those of the lines instead of theirs; one that is named twice is written twice. */
export function withLines(
	good: readonly (readonly [oid: string, written: Uint8Array])[],
	lines: readonly ExtensionLine[],
): readonly Uint8Array[] {
	const named = new Set(lines.map(({oid}) => oid));
	return [
		...good.filter(([oid]) => !named.has(oid)).map(([, written]) => written),
		...lines.flatMap(({written}) => (written ? [written] : [])),
	];
}

/** `DNS:host.example.com times 3` stands for three of them. */
function repeated(word: string): readonly string[] {
	const [, what, times] = /^([\w;]+:.+) times (\d+)$/.exec(word) ?? [];
	return what === undefined ? [word] : Array.from({length: Number(times)}, () => what);
}

/** Octets from hex, with or without colons; `01 times 20` stands for twenty of them. */
export function fromHex(hex: string): Uint8Array {
	const [, octets = '', times] = /^([\da-f:]*)(?: times (\d+))?$/i.exec(hex) ?? [];
	return Buffer.from(octets.replaceAll(':', '').repeat(Number(times ?? 1)), 'hex');
}

const OIDS: ReadonlyMap<string, string> = new Map<string, string>([
	...Object.entries(extensionOids),
	['subjectAltName', extensionOids.subjectAlternativeName],
	['issuerAltName', extensionOids.issuerAlternativeName],
]);

function readValue(name: string, words: readonly string[]): Uint8Array {
	const [only = ''] = words;
	if (only.startsWith('DER:')) {
		return fromHex(only.slice('DER:'.length));
	}

	const read = READERS[name];
	if (!read) {
		throw new Error(`an example can write ${name} only as DER`);
	}

	return read(words);
}

const READERS: Readonly<Record<string, (words: readonly string[]) => Uint8Array>> = {
	basicConstraints: words => {
		const pathLength = after(words, 'pathlen:');
		return sequence(
			...(words.includes('CA:TRUE') ? [booleanTrue] : []),
			...(pathLength === undefined ? [] : [integer(Number(pathLength))]),
		);
	},
	keyUsage: words =>
		namedBits(
			words.map(word => {
				const usage = KEY_USAGES.find(known => known === word);
				if (usage === undefined) {
					throw new Error(`${word} is no key usage`);
				}

				return KEY_USAGES.indexOf(usage);
			}),
		),
	extendedKeyUsage: words => sequence(...words.map(word => objectIdentifier(PURPOSES.get(word) ?? word))),
	subjectAltName: words => sequence(...words.map(readGeneralName)),
	nameConstraints: words => {
		const list = (kind: string) =>
			words
				.filter(word => word.startsWith(`${kind};`))
				.map(word => sequence(readGeneralName(word.slice(kind.length + 1))));
		const [permitted, excluded] = [list('permitted'), list('excluded')];
		return sequence(
			...(permitted.length > 0 ? [element(0xa0, ...permitted)] : []),
			...(excluded.length > 0 ? [element(0xa1, ...excluded)] : []),
		);
	},
	certificatePolicies: words => sequence(...words.map(word => sequence(objectIdentifier(word)))),
	policyConstraints: words => {
		const explicit = after(words, 'requireExplicitPolicy:');
		return sequence(...(explicit === undefined ? [] : [implicit(0, integer(Number(explicit)).subarray(2))]));
	},
	subjectKeyIdentifier: ([hex = '']) => octetString(fromHex(hex)),
	authorityKeyIdentifier: words => sequence(implicit(0, fromHex(after(words, 'keyid:') ?? ''))),
};

const PURPOSES: ReadonlyMap<string, string> = new Map<string, string>(Object.entries(keyPurposeOids));

function after(words: readonly string[], prefix: string): string | undefined {
	return words.find(word => word.startsWith(prefix))?.slice(prefix.length);
}

/** `DNS:host.example.com`, `URI:…`, `email:…`, `IP:192.0.2.1` (with a mask after `/` in name constraints), `dirName:CN=…`. */
function readGeneralName(word: string): Uint8Array {
	const [kind = '', ...rest] = word.split(':');
	const value = rest.join(':');
	switch (kind) {
		case 'DNS':
			return general.dns(value);
		case 'URI':
			return general.uri(value);
		case 'email':
			return general.email(value);
		case 'IP':
			return general.ip(...value.split(/[./]/).map(Number));
		case 'dirName':
			return general.directory(
				value === 'every named attribute' ? everyNamedAttribute : toName(value.replaceAll(';', ',')),
			);
		default:
			throw new Error(`${kind} is no kind of name that examples write`);
	}
}
