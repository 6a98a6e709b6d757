import {open} from 'node:fs/promises';
import {withLock} from '../../files/lock.ts';
import {fileProblem} from '../../files/problem.ts';
import {readFileIfThere} from '../../files/read.ts';
import type {Certificate} from '../certificate/certificate.ts';

/** What a register remembers of a certificate that an issuer signed; never a key. */
export interface RegisterEntry {
	/** DER octets in lowercase hex, as the service names sessions by default. */
	readonly serial: string;
	/** Unsigned, as the signature's scope has it. */
	readonly serialDecimal: string;
	/** RFC 4514 text. */
	readonly subject: string;
	/** RFC 4514 text. */
	readonly issuer: string;
	/** ISO 8601. */
	readonly notBefore: string;
	readonly notAfter: string;
	/** SHA-256 of the DER, lowercase hex. */
	readonly fingerprint: string;
	readonly issuedAt: string;
}

/** What is noted of a certificate. */
export function registerEntry({serial, subject, issuer, validity, fingerprint}: Certificate, now: Date): RegisterEntry {
	return {
		serial: serial.hex,
		serialDecimal: serial.decimal,
		subject: subject.text,
		issuer: issuer.text,
		notBefore: validity.notBefore.toISOString(),
		notAfter: validity.notAfter.toISOString(),
		fingerprint,
		issuedAt: now.toISOString(),
	};
}

/** The text of entries in a register: one JSON object a line. */
export function registerText(entries: readonly RegisterEntry[]): string {
	return entries.map(entry => `${JSON.stringify(entry)}\n`).join('');
}

/**
 * Adds entries in one write, flushed, while nobody else adds any. What a process left half written when it died
 * stays a line of its own, which reading passes over.
 *
 * @throws {ExpectedError} `FILE_UNWRITABLE`, `FILE_LOCKED`, `DISK_FULL`.
 */
export async function appendToRegister(file: string, entries: readonly RegisterEntry[]): Promise<void> {
	await withLock(file, async () => {
		const before = (await readFileIfThere(file)) ?? new Uint8Array();
		const isOpenLine = before.length > 0 && before.at(-1) !== 0x0a;
		try {
			const handle = await open(file, 'a', 0o600);
			try {
				await handle.writeFile(`${isOpenLine ? '\n' : ''}${registerText(entries)}`);
				await handle.sync();
			} finally {
				await handle.close();
			}
		} catch (error) {
			throw fileProblem(error, file, 'write');
		}
	});
}

/** The entries of a register, oldest first; none when there is no such file. Lines that are no entries are passed over. */
export async function readRegister(file: string): Promise<readonly RegisterEntry[]> {
	const text = new TextDecoder().decode(await readFileIfThere(file));
	return text.split('\n').flatMap(line => {
		const entry = parse(line);
		return isEntry(entry) ? [entry] : [];
	});
}

function parse(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return undefined;
	}
}

const FIELDS = [
	'serial',
	'serialDecimal',
	'subject',
	'issuer',
	'notBefore',
	'notAfter',
	'fingerprint',
	'issuedAt',
] as const;

function isEntry(value: unknown): value is RegisterEntry {
	const fields = new Map(Object.entries(typeof value === 'object' && value !== null ? value : {}));
	return FIELDS.every(name => typeof fields.get(name) === 'string');
}
