import {X509Certificate} from 'node:crypto';
import {isIP, type Socket} from 'node:net';
import {connect, type TLSSocket} from 'node:tls';
import {settled} from '../../../aws/connection.ts';
import {Certificate} from '../../../pki/certificate/certificate.ts';
import type {TlsEvidence} from '../../evidence/network.ts';

/** Certificates beyond this many are not followed: no server has reason to send as many. */
const LONGEST = 16;

/** How the line is to be encrypted. */
export interface TlsQuestion {
	/** A connection on which nothing was said yet, or a tunnel. */
	readonly socket: Socket;
	/** Name or address, without brackets. */
	readonly host: string;
	/** PEM of what is trusted instead of the usual authorities. */
	readonly authorities: Uint8Array | undefined;
	readonly signal: AbortSignal;
	/** Takes charge of the encrypted line. */
	readonly keep: (socket: Socket) => void;
}

/**
 * Encrypts a connection and tells who is at the other end, whether that one is trusted or not: nothing that matters may
 * be sent over it.
 *
 * @throws what TLS says when the two do not come together.
 */
export async function lookAtTls({
	socket,
	host,
	authorities,
	signal,
	keep,
}: TlsQuestion): Promise<{readonly line: TLSSocket; readonly evidence: TlsEvidence}> {
	const line = connect({
		socket,
		host,
		...(isIP(host) === 0 && {servername: host}),
		...(authorities && {ca: Buffer.from(authorities)}),
		rejectUnauthorized: false,
	});
	keep(line);
	await settled(line, 'secureConnect', signal);
	return {line, evidence: evidenceOf(line)};
}

function evidenceOf(line: TLSSocket): TlsEvidence {
	const protocol = line.getProtocol();
	const sent = sentBy(line);
	const last = sent.at(-1);
	const names = sent.map(namesIn);
	const issuer = names.at(-1)?.issuer;
	return {
		isTrusted: line.authorized,
		...(!line.authorized && {problem: problemOf(line)}),
		...(protocol !== null && {protocol}),
		subjects: names.map(({subject}) => subject),
		...(issuer !== undefined && {issuer}),
		...(last && {last: last.toString('base64')}),
	};
}

/** Declared as an error, it is the text of OpenSSL's name for it. */
function problemOf({authorizationError}: TLSSocket): string {
	const problem: unknown = authorizationError;
	return problem instanceof Error && 'code' in problem ? String(problem.code) : String(problem);
}

/** DER of the server's certificate and of those above it that came with it. */
function sentBy(line: TLSSocket): readonly Buffer[] {
	const sent: Buffer[] = [];
	let next = line.getPeerX509Certificate();
	while (next && sent.length < LONGEST && !sent.some(der => der.equals(next?.raw ?? der))) {
		sent.push(next.raw);
		next = next.issuerCertificate;
	}

	return sent;
}

function namesIn(der: Buffer): {readonly subject: string; readonly issuer: string} {
	const certificate = Certificate.read(der);
	if (certificate.ok) {
		return {subject: certificate.value.subject.text, issuer: certificate.value.issuer.text};
	}

	const {subject, issuer} = new X509Certificate(der);
	return {subject: inOneLine(subject), issuer: inOneLine(issuer)};
}

/** Node writes one attribute a line, most general first. */
function inOneLine(name: string): string {
	return name.split('\n').toReversed().join(',');
}
