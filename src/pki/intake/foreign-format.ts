import type {FormNote} from './item.ts';

interface Format {
	readonly begins: Uint8Array;
	readonly what: string;
	readonly command?: string;
}

const FORMATS: readonly Format[] = [
	{
		begins: Uint8Array.of(0xfe, 0xed, 0xfe, 0xed),
		what: 'a Java keystore',
		command: 'keytool -importkeystore -srckeystore FILE -destkeystore FILE.p12 -deststoretype pkcs12',
	},
	{
		begins: Uint8Array.of(0xce, 0xce, 0xce, 0xce),
		what: 'a Java keystore of the kind JCEKS',
		command:
			'keytool -importkeystore -srckeystore FILE -srcstoretype jceks -destkeystore FILE.p12 -deststoretype pkcs12',
	},
	{
		begins: Buffer.from('PuTTY-User-Key-File-'),
		what: 'a private key of PuTTY',
		command: 'puttygen FILE -O private-openssh-new -o FILE.openssh',
	},
	{begins: Buffer.from('PK\u0003\u0004'), what: 'a ZIP archive', command: 'unzip FILE'},
	{begins: Uint8Array.of(0x1f, 0x8b), what: 'compressed with gzip', command: 'gunzip -k FILE'},
	{begins: Buffer.from('ssh-'), what: 'a public key of OpenSSH', command: 'ssh-keygen -e -m PKCS8 -f FILE'},
	{begins: Buffer.from('ecdsa-sha2-'), what: 'a public key of OpenSSH', command: 'ssh-keygen -e -m PKCS8 -f FILE'},
	{begins: Buffer.from('<?xml'), what: 'XML: perhaps what a server answered instead of the file'},
	{begins: Buffer.from('<!DOCTYPE html'), what: 'a web page: perhaps what a server answered instead of the file'},
	{begins: Buffer.from('<html'), what: 'a web page: perhaps what a server answered instead of the file'},
];

/** Names a format of others by how the bytes begin, and says how it is turned into one that is known here. */
export function foreignFormat(bytes: Uint8Array): FormNote | undefined {
	const format = FORMATS.find(({begins}) => begins.every((octet, index) => bytes[index] === octet));
	return (
		format && {
			kind: 'foreign',
			message: `It is ${format.what}.`,
			...(format.command !== undefined && {command: format.command}),
		}
	);
}
