import {explicit, integer, objectIdentifier, sequence} from '../../../src/pki/der/der-writer.ts';
import {takeIn} from '../../../src/pki/intake/intake.ts';
import {encodePem} from '../../../src/pki/intake/pem.ts';
import {rules} from '../../../src/rules/file/rules.generated.ts';
import type {FormOfFile} from '../../../src/rules/form-of-file.ts';
import {pki, type TestCertificate} from '../certificates.ts';
import {examplesOf} from './example.ts';

/** Examples of the rules on form: a file, with a certificate written in the way that is said between angle brackets. */
export const fileExamples = examplesOf<FormOfFile>(rules, async example => formOf(await writeFile(example)));

/** What there is to say about how a file and the things in it are written. */
export function formOf(bytes: Uint8Array): FormOfFile {
	const {notes, items} = takeIn(bytes);
	const [item] = items;
	return {notes: [...notes, ...items.flatMap(thing => thing.notes)], ...(item && {item})};
}

/** The bytes that an example stands for. */
export async function writeFile(example: string): Promise<Uint8Array> {
	const how = /^<certificate(?:, (.*))?>$/.exec(example);
	const {endEntity} = await pki();
	return Buffer.from(how ? write(endEntity, how[1] ?? '') : example, 'latin1');
}

function write({pem, der}: TestCertificate, how: string): string {
	const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
	const label = /^labelled (.*)$/.exec(how)?.[1];
	if (label !== undefined) {
		return encodePem(label, der);
	}

	const written: Readonly<Record<string, string>> = {
		'': pem,
		'cut off': pem.slice(0, 200),
		'with \\n for its line breaks': pem.replaceAll('\n', '\\n'),
		'in one line': pem.replaceAll('\n', ' '),
		indented: pem.replaceAll(/^/gm, '    '),
		'with four dashes': pem.replaceAll('-----', '----'),
		'in UTF-16': latin1(Buffer.from(`\u{feff}${pem}`, 'utf16le')),
		'after a byte order mark': `\xef\xbb\xbf${pem}`,
		'with CRLF': pem.replaceAll('\n', '\r\n'),
		'in DER': latin1(der),
		'in base64': Buffer.from(der).toString('base64'),
		'in base64 twice': Buffer.from(pem).toString('base64'),
		'in PKCS#7': latin1(bundle(der)),
		'in JSON': JSON.stringify({certificate: pem}),
		'in a Secret': `kind: Secret\ndata:\n  tls.crt: ${Buffer.from(pem).toString('base64')}\n`,
		'with bytes behind it': encodePem('CERTIFICATE', Buffer.concat([der, Buffer.from('more')])),
		'with the settings of openssl behind it': encodePem('TRUSTED CERTIFICATE', Buffer.concat([der, sequence()])),
		'after a line of text': `subject=CN = host.example.com\n${pem}`,
	};
	const text = written[how];
	if (text === undefined) {
		throw new Error(`no example of a file is written "${how}"`);
	}

	return text;
}

/** A PKCS#7 bundle without signatures, as certificates travel in. */
export function bundle(...certificates: readonly Uint8Array[]): Uint8Array {
	const data = sequence(objectIdentifier('1.2.840.113549.1.7.1'));
	const empty = Uint8Array.of(0x31, 0x00);
	const signed = sequence(integer(1), empty, data, explicit(0, Buffer.concat(certificates)), empty);
	return sequence(objectIdentifier('1.2.840.113549.1.7.2'), explicit(0, signed));
}
