import {ExpectedError} from '../../errors.ts';
import type {Certificate} from '../../pki/certificate/certificate.ts';
import {loadAnchorCertificates, loadCertificates} from '../../pki/intake/load.ts';
import {printable} from '../../printable.ts';
import type {CertificateRole} from '../../rules/certificate-in-role.ts';
import type {Finding} from '../../rules/finding.ts';
import {judgeCertificate} from '../../rules/judge-certificate.ts';

/** One certificate of what was given, and what the rules say of it. All text is safe to show. */
export interface JudgedCertificate {
	readonly certificate: Certificate;
	readonly subject: string;
	readonly issuer: string;
	/** `2027-06-01` */
	readonly validUntil: string;
	/** SHA-256 in hex. */
	readonly fingerprint: string;
	/** Worst first. */
	readonly findings: readonly Finding[];
}

/** What the rules say of certificates before they are used. */
export type CertificateVerdict =
	| {
			/** `refused` when a documented rule is broken; `usable` also with warnings. */
			readonly state: 'usable' | 'refused';
			readonly certificates: readonly [JudgedCertificate, ...JudgedCertificate[]];
	  }
	| {
			/** There is no certificate to judge. */
			readonly state: 'unreadable';
			readonly message: string;
			readonly next: readonly [string, ...string[]];
	  };

/**
 * Judges the certificates in a file by every rule for the role that they are to have.
 *
 * @param called - What messages call the source: a path, or "what you pasted".
 */
export function judgeGiven(
	bytes: Uint8Array,
	{role, at, called}: {readonly role: CertificateRole; readonly at: Date; readonly called: string},
): CertificateVerdict {
	try {
		const [first, ...others] = (role === 'anchor' ? loadAnchorCertificates : loadCertificates)(bytes, called);
		const judge = (certificate: Certificate) => judged(certificate, role, at);
		const certificates = [judge(first), ...others.map(judge)] as const;
		const isRefused = certificates.some(({findings}) => findings.some(({severity}) => severity === 'error'));
		return {state: isRefused ? 'refused' : 'usable', certificates};
	} catch (error) {
		if (error instanceof ExpectedError) {
			return {state: 'unreadable', message: error.message, next: error.next};
		}

		throw error;
	}
}

/** The same for text that was pasted into a terminal, where line ends arrive as carriage returns. */
export function judgePasted(text: string, options: Parameters<typeof judgeGiven>[1]): CertificateVerdict {
	return judgeGiven(Buffer.from(text.replace(/\r\n?/g, '\n')), options);
}

function judged(certificate: Certificate, role: CertificateRole, at: Date): JudgedCertificate {
	const {subject, issuer, validity, fingerprint} = certificate;
	return {
		certificate,
		subject: printable(subject.text),
		issuer: printable(issuer.text),
		validUntil: validity.notAfter.toISOString().slice(0, 10),
		fingerprint,
		findings: judgeCertificate({certificate, role, at}),
	};
}
