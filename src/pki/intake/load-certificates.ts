import {ExpectedError} from '../../errors.ts';
import {printable} from '../../printable.ts';
import {Certificate} from '../certificate/certificate.ts';
import {type Item, takeIn} from './intake.ts';
import {damaged, notA, takeInText} from './load-problems.ts';

/**
 * Every certificate in a file, in its order: PEM with any number of blocks, or one in DER. Keys beside them are passed over.
 *
 * @param path - Only names the file in messages.
 * @throws {ExpectedError} `FILE_EMPTY`, `FILE_ENCODING`, `CERTIFICATE_EXPECTED` or `CERTIFICATE_UNREADABLE`.
 */
export function loadCertificates(bytes: Uint8Array, path: string): readonly [Certificate, ...Certificate[]] {
	const intake = takeInText(bytes, path, 'certificate');
	const [first, ...rest] = intake.items
		.filter(({kind}) => kind === 'certificate')
		.map(item => readCertificate(item, path));
	const [problem] = intake.problems;
	if (problem && (!first || problem.kind === 'bad-base64' || problem.kind === 'no-end')) {
		throw damaged('CERTIFICATE_UNREADABLE', path, problem.message);
	}

	if (!first) {
		throw notA('certificate', intake, path);
	}

	return [first, ...rest];
}

/**
 * The only certificate in a file.
 *
 * @throws {ExpectedError} `CERTIFICATE_COUNT` if there are several; otherwise as {@link loadCertificates}.
 */
export function loadCertificate(bytes: Uint8Array, path: string): Certificate {
	const [first, ...rest] = loadCertificates(bytes, path);
	if (rest.length > 0) {
		throw new ExpectedError(
			'CERTIFICATE_COUNT',
			`${printable(path)} holds ${rest.length + 1} certificates where one is due.`,
			{next: ['Put the certificate alone in a file, and those of its issuers in another.']},
		);
	}

	return first;
}

/** An anchor takes this many certificates (fact sheet, CA-21). */
const MAX_ANCHOR_CERTIFICATES = 2;

/**
 * The certificates of a trust anchor: one, or two while the issuer changes.
 *
 * @throws {ExpectedError} `CERTIFICATE_COUNT` if there are more; `CERTIFICATE_EXPECTED` also if a private key lies beside
 * them, since the file's text is meant to leave the machine (fact sheet, CA-24); otherwise as {@link loadCertificates}.
 */
export function loadAnchorCertificates(bytes: Uint8Array, path: string): readonly [Certificate, ...Certificate[]] {
	const certificates = loadCertificates(bytes, path);
	if (takeIn(bytes).items.some(({kind}) => kind.endsWith('private-key'))) {
		throw new ExpectedError(
			'CERTIFICATE_EXPECTED',
			`${printable(path)} holds a private key beside the certificate, and a trust anchor is public.`,
			{next: ['Put the certificate alone in a file and give that.']},
		);
	}

	if (certificates.length > MAX_ANCHOR_CERTIFICATES) {
		throw new ExpectedError(
			'CERTIFICATE_COUNT',
			`${printable(path)} holds ${certificates.length} certificates; a trust anchor takes ${MAX_ANCHOR_CERTIFICATES} at most.`,
			{next: ['Keep the issuer that signs the end-entity certificates, and its successor if there is one.']},
		);
	}

	return certificates;
}

function readCertificate({der, line}: Item, path: string): Certificate {
	const certificate = Certificate.read(der);
	if (!certificate.ok) {
		const where = line === undefined ? '' : ` that begins in line ${line}`;
		throw damaged(
			'CERTIFICATE_UNREADABLE',
			path,
			`The certificate${where} is not sound: ${certificate.problem.message}`,
		);
	}

	return certificate.value;
}
