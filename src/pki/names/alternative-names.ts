import {isIPv4, isIPv6} from 'node:net';
import {ExpectedError} from '../../errors.ts';
import {printable} from '../../printable.ts';
import {implicit} from '../der/der-writer.ts';

/** Names beside the subject, as text, in the order of the certificate; of DNS names and URIs only the first becomes a tag (TAG-04). */
export interface AlternativeNames {
	readonly dns?: readonly string[];
	readonly uri?: readonly string[];
	/** IPv4 or IPv6, without zone or prefix length. */
	readonly ip?: readonly string[];
	readonly email?: readonly string[];
}

/** A label of a host name, RFC 1123, 2.1, with the underscore that service names have. */
const LABEL = /^(?!-)[A-Za-z0-9_-]{1,63}(?<!-)$/;
/** Characters of RFC 3986. */
const URI = /^[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9._~:/?#[\]@!$&'()*+,;=%-]+$/;
/** Dot-atom on the left, RFC 5322, 3.2.3. */
const LOCAL_PART = /^(?!\.)(?!.*\.\.)[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}(?<!\.)$/;

/**
 * Encodes GeneralNames (RFC 5280, 4.2.1.6), DNS names first, then URIs, addresses and mail addresses.
 *
 * @returns One element for each name; empty when there are none.
 * @throws {ExpectedError} `ALTERNATIVE_NAME_INVALID` naming the first that is no such name.
 */
export function encodeAlternativeNames({
	dns = [],
	uri = [],
	ip = [],
	email = [],
}: AlternativeNames): readonly Uint8Array[] {
	return [...dns.map(encodeDns), ...uri.map(encodeUri), ...ip.map(encodeIp), ...email.map(encodeEmail)];
}

function encodeDns(name: string): Uint8Array {
	const host = name.startsWith('*.') ? name.slice(2) : name;
	if (!isHostName(host)) {
		throw invalid(name, 'DNS name', 'host.example.com; names of other scripts in their xn-- form');
	}

	return implicit(2, Buffer.from(name, 'latin1'));
}

function encodeUri(name: string): Uint8Array {
	if (!URI.test(name) || !URL.canParse(name) || /%(?![0-9A-Fa-f]{2})/.test(name)) {
		throw invalid(name, 'URI', 'spiffe://example.com/build/host-1');
	}

	return implicit(6, Buffer.from(name, 'latin1'));
}

function encodeEmail(name: string): Uint8Array {
	const at = name.lastIndexOf('@');
	if (at === -1 || !LOCAL_PART.test(name.slice(0, at)) || !isHostName(name.slice(at + 1))) {
		throw invalid(name, 'mail address', 'operator@example.com');
	}

	return implicit(1, Buffer.from(name, 'latin1'));
}

function encodeIp(address: string): Uint8Array {
	if (isIPv4(address)) {
		return implicit(7, ipv4Octets(address));
	}

	if (isIPv6(address) && !address.includes('%')) {
		return implicit(7, ipv6Octets(address));
	}

	throw invalid(address, 'IP address', '192.0.2.1 or 2001:db8::1');
}

function ipv4Octets(address: string): Uint8Array {
	return Uint8Array.from(address.split('.').map(Number));
}

/** The address is valid; the WHATWG parser turns a dotted tail into hex groups. */
function ipv6Octets(address: string): Uint8Array {
	const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
	const groups = (text: string | undefined) => (text ? text.split(':') : []);
	const missing = 8 - groups(head).length - groups(tail).length;
	const all = [...groups(head), ...Array<string>(missing).fill('0'), ...groups(tail)];
	return Uint8Array.from(all.flatMap(group => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff]));
}

function isHostName(name: string): boolean {
	return name.length <= 253 && name.split('.').every(label => LABEL.test(label));
}

function invalid(name: string, kind: string, example: string): ExpectedError {
	return new ExpectedError(
		'ALTERNATIVE_NAME_INVALID',
		`"${printable(name)}" is not a ${kind}.`.replace('a IP', 'an IP'),
		{
			next: [`Give one such as ${example}`],
		},
	);
}
