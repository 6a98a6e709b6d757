import {createPrivateKey} from 'node:crypto';
import {ExpectedError} from '../errors.ts';
import {Certificate} from '../pki/certificate/certificate.ts';
import {type Item, type ItemKind, takeIn} from '../pki/intake/intake.ts';
import {loadSigningRequest} from '../pki/issuing/csr.ts';
import {keyDerivationRounds} from '../pki/keys/key-encryption.ts';
import {printable} from '../printable.ts';
import type {AsTyped} from '../report/as-typed.ts';
import {ITEM_NAMES} from '../report/item-names.ts';
import type {Json} from './command.ts';
import {describeKey, type InspectOptions, inspectCertificate, rows} from './inspect-certificate.ts';

/** One thing in a file, for people and for programs. */
export interface Inspected {
	readonly lines: readonly string[];
	/** What the rules found in it and what helps, as lines below the others. */
	advice?(asTyped: AsTyped): readonly string[];
	readonly result: {readonly [key: string]: Json};
}

/**
 * What the things in a file are. Keys are never shown.
 *
 * @param path - Only names the file in messages.
 * @throws {ExpectedError} `FILE_UNRECOGNISED` when nothing in it is known here.
 */
export function inspectFile(bytes: Uint8Array, path: string, options: InspectOptions): readonly Inspected[] {
	const {items, problems} = takeIn(bytes);
	if (items.length === 0 && problems.length === 0) {
		throw new ExpectedError('FILE_UNRECOGNISED', `${printable(path)} holds nothing that is known here.`, {
			next: ['Give a certificate, a request or a key, as PEM or DER'],
		});
	}

	return [
		...items.filter(({kind}) => kind !== 'damaged').map(item => withTitle(item, inspectItem(item, path, options))),
		...problems.map(({message, line}) => ({
			lines: [`Damaged PEM: ${message}`],
			result: {kind: 'damaged', line, problem: message},
		})),
	];
}

const TITLES: Readonly<Record<ItemKind, string>> = {
	...ITEM_NAMES,
	'private-key': 'Private key, not encrypted',
	'legacy-encrypted-private-key': 'Private key, encrypted in the old way of OpenSSL',
};

function withTitle({kind, line, label, source}: Item, inspected: Inspected): Inspected {
	const name = kind === 'unknown' && label !== undefined ? `${TITLES[kind]}: ${printable(label)}` : TITLES[kind];
	const place = [...(line === undefined ? [] : [`line ${line}`]), ...source.map(around => `in ${printable(around)}`)];
	return {
		...inspected,
		lines: [place.length === 0 ? name : `${name} (${place.join(', ')})`, ...inspected.lines],
		result: {kind, line: line ?? null, ...inspected.result},
	};
}

function inspectItem(item: Item, path: string, options: InspectOptions): Inspected {
	switch (item.kind) {
		case 'certificate': {
			const certificate = Certificate.read(item.der);
			return certificate.ok ? inspectCertificate(certificate.value, options) : unreadable(certificate.problem.message);
		}

		case 'certificate-request':
			return inspectRequest(item, path);
		case 'private-key':
			return inspectKey(item);
		case 'encrypted-private-key': {
			const rounds = keyDerivationRounds(item.der);
			return {
				lines: rounds === undefined ? [] : rows([['protection', `PBES2, ${rounds} rounds of PBKDF2`]]),
				result: {rounds: rounds ?? null},
			};
		}

		default:
			return {lines: [], result: {}};
	}
}

function inspectRequest({der}: Item, path: string): Inspected {
	try {
		const {subject, publicKey, alternativeNames, notGranted} = loadSigningRequest(der, path);
		const names = Object.entries(alternativeNames).flatMap(([kind, values]) =>
			values.map((value: string) => `${kind} ${printable(value)}`),
		);
		return {
			lines: rows([
				['subject', printable(subject.text) || '(empty)'],
				['names', names.join(', ') || '(none)'],
				['key', describeKey(publicKey)],
				['signature', 'made by that key'],
				...notGranted.map(asked => ['also asks for', asked] as const),
			]),
			result: {subject: subject.text, alternativeNames: names, key: describeKey(publicKey), notGranted},
		};
	} catch (error) {
		if (error instanceof ExpectedError) {
			return unreadable(error.message);
		}

		throw error;
	}
}

function inspectKey({der, keyFormat = 'pkcs8'}: Item): Inspected {
	try {
		const key = createPrivateKey({key: Buffer.from(der), format: 'der', type: keyFormat});
		const {modulusLength, namedCurve} = key.asymmetricKeyDetails ?? {};
		const type = key.asymmetricKeyType ?? 'unknown';
		const size = modulusLength === undefined ? namedCurve : `${modulusLength} bits`;
		const described = size === undefined ? type : `${type}, ${size}`;
		return {lines: rows([['key', described]]), result: {key: described, format: keyFormat}};
	} catch {
		return unreadable('The key in it cannot be read.');
	}
}

function unreadable(problem: string): Inspected {
	return {lines: [`  cannot be read: ${printable(problem)}`], result: {problem}};
}
