import type {KeyObject} from 'node:crypto';
import {encodePem} from '../../src/pki/intake/pem.ts';

/** An EC key on P-256 as ssh-keygen writes it without a passphrase; or one of another type, whose numbers mean nothing. */
export function opensshPem(key: KeyObject, type = 'ecdsa-sha2-nistp256'): string {
	const {x = '', y = '', d = ''} = key.export({format: 'jwk'});
	const point = Buffer.concat([Uint8Array.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
	const open = Buffer.concat([string(type), string('nistp256'), string(point)]);
	const check = Buffer.from('0102030401020304', 'hex');
	const secret = Buffer.concat([
		check,
		open,
		string(Buffer.from(d, 'base64url')),
		string('comment'),
		Buffer.of(1, 2, 3),
	]);
	return encodePem(
		'OPENSSH PRIVATE KEY',
		Buffer.concat([
			Buffer.from('openssh-key-v1\0'),
			string('none'),
			string('none'),
			string(''),
			Buffer.of(0, 0, 0, 1),
			string(open),
			string(secret),
		]),
	);
}

function string(value: string | Uint8Array): Buffer {
	const bytes = Buffer.from(value);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(bytes.length);
	return Buffer.concat([length, bytes]);
}
