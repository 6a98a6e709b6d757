import type {Certificate} from '../certificate/certificate.ts';
import {parseDistinguishedName} from './distinguished-name-text.ts';

/** True when RFC 4514 text says the same name as a certificate, however either is written. */
export function isSameSubject(text: string, name: Certificate['subject']): boolean {
	const parsed = parseDistinguishedName(text);
	return parsed.ok && shapeOf(parsed.value) === shapeOf(name.rdns);
}

function shapeOf(rdns: readonly (readonly {readonly oid: string; readonly value: string}[])[]): string {
	return JSON.stringify(rdns.map(rdn => rdn.map(({oid, value}) => [oid, value]).toSorted()));
}
