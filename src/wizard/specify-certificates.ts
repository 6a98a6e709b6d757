import {ExpectedError} from '../errors.ts';
import {readBytes, readTextFile} from '../files/read.ts';
import type {Certificate} from '../pki/certificate/certificate.ts';
import {
	loadAnchorCertificates,
	loadCertificate,
	loadCertificates,
	loadPrivateKey,
	requireMatchingKey,
} from '../pki/intake/load.ts';
import {loadSigningRequest} from '../pki/issuing/csr.ts';
import {printable} from '../printable.ts';
import type {CertificateRole} from '../rules/certificate-in-role.ts';
import {judgeCertificate} from '../rules/judge-certificate.ts';
import type {EndEntityGoal, EndEntityNames, IssuerGoal, Specification} from '../setup/specification.ts';
import type {Answers} from './answers.ts';
import {given, type Resolve} from './given.ts';
import {hasAuthority, makesKeyHere, trustsUnseen} from './part.ts';

/** Paths and the time, for reading certificates that answers name. */
export interface CertificateReading {
	readonly resolve: Resolve;
	readonly at: Date;
}

/**
 * The certificate authority; undefined where it is somebody else's.
 *
 * @throws {ExpectedError} `RULE_BROKEN`, and what reading certificates throws.
 */
export async function specifyIssuer(
	answers: Answers,
	{resolve, at}: CertificateReading,
): Promise<IssuerGoal | undefined> {
	if (!hasAuthority(answers)) {
		return undefined;
	}

	if (given(answers, 'issuerSource') === 'new') {
		return {
			source: 'new',
			name: given(answers, 'issuerName'),
			subject: given(answers, 'issuerSubject'),
			algorithm: given(answers, 'issuerAlgorithm'),
			days: given(answers, 'issuerDays'),
			withIssuing: given(answers, 'withIssuing'),
		};
	}

	const file = resolve(given(answers, 'issuerCertificate'));
	const privateKeyFile = answers.issuerPrivateKey === undefined ? undefined : resolve(answers.issuerPrivateKey);
	const certificates = loadAnchorCertificates(await readBytes(file), file);
	for (const certificate of certificates) {
		refuseBroken(certificate, {role: 'anchor', at, file});
	}

	return {source: 'existing', file, certificates, ...(privateKeyFile !== undefined && {privateKeyFile})};
}

/**
 * The certificate that asks for credentials; undefined where it comes later, from somebody else.
 *
 * @throws {ExpectedError} `RULE_BROKEN`, `CSR_UNREADABLE`, `CSR_SIGNATURE_WRONG`, and what reading files throws.
 */
export async function specifyEndEntity(
	answers: Answers,
	reading: CertificateReading,
): Promise<EndEntityGoal | undefined> {
	const name = answers.certificateName ?? '';
	switch (given(answers, 'certificateSource')) {
		case 'new':
			return {
				source: 'new',
				name,
				...namesOf(answers),
				algorithm: given(answers, 'algorithm'),
				days: given(answers, 'days'),
			};
		case 'csr': {
			const file = reading.resolve(given(answers, 'request'));
			const request = loadSigningRequest(await readBytes(file), file);
			return {source: 'csr', name, file, request, days: given(answers, 'days')};
		}
		case 'existing':
			return existingEndEntity(answers, reading);
		case 'later':
			return makesKeyHere(answers)
				? {source: 'requested', name, ...namesOf(answers), algorithm: given(answers, 'algorithm')}
				: undefined;
	}
}

function namesOf(answers: Answers): EndEntityNames {
	const {dns = [], uri = [], ip = [], email = []} = answers;
	return {subject: given(answers, 'subject'), dns, uri, ip, email};
}

async function existingEndEntity(answers: Answers, {resolve, at}: CertificateReading): Promise<EndEntityGoal> {
	const files = {
		certificate: resolve(given(answers, 'certificate')),
		privateKey: resolve(given(answers, 'privateKey')),
		...(answers.intermediates !== undefined && {intermediates: resolve(answers.intermediates)}),
		...(answers.privateKeyPassphraseFile !== undefined && {
			passphraseFile: resolve(answers.privateKeyPassphraseFile),
		}),
	};
	const certificate = loadCertificate(await readBytes(files.certificate), files.certificate);
	refuseBroken(certificate, {role: 'end-entity', at, file: files.certificate});
	const passphrase = files.passphraseFile && (await readTextFile(files.passphraseFile)).split(/\r?\n/)[0];
	const key = loadPrivateKey(await readBytes(files.privateKey), files.privateKey, passphrase);
	requireMatchingKey(key, files.privateKey, certificate, files.certificate);
	return {source: 'existing', certificate, files};
}

/**
 * What will sign a certificate that comes later, where another authority stands below the trust anchor.
 *
 * @throws {ExpectedError} what reading certificates throws.
 */
export async function specifyTrustedIssuer(
	answers: Answers,
	{resolve}: Pick<CertificateReading, 'resolve'>,
): Promise<Certificate | undefined> {
	if (!trustsUnseen(answers) || answers.intermediates === undefined) {
		return undefined;
	}

	const file = resolve(answers.intermediates);
	return loadCertificates(await readBytes(file), file)[0];
}

/**
 * A certificate that no path leads from to the trust anchor would only be refused once all else is made.
 *
 * @throws {ExpectedError} `RULE_BROKEN`, and what reading certificates throws.
 */
export async function requirePath({
	issuer,
	endEntity,
	at,
}: Pick<Specification, 'issuer' | 'endEntity' | 'at'>): Promise<void> {
	if (issuer?.source !== 'existing' || endEntity?.source !== 'existing') {
		return;
	}

	const {certificate, files} = endEntity;
	const chain =
		files.intermediates === undefined
			? []
			: loadCertificates(await readBytes(files.intermediates), files.intermediates).map(({der}) => der);
	const {findPath} = await import('../decide/path.ts');
	const {accepted, findings} = findPath({certificate, chain, anchors: issuer.certificates.map(({der}) => der), at});
	if (!accepted) {
		const reasons = findings.map(({rule, message}) => `${message} (${rule})`).join(' ');
		throw new ExpectedError(
			'RULE_BROKEN',
			`No path leads from the certificate in ${printable(files.certificate)} to ${printable(issuer.file)}: ${reasons}`,
			{
				next: [
					'Give the certificate of the authority that issued it: --issuer-certificate FILE',
					'If an issuing authority stands between them, give its certificate: --intermediates FILE',
				],
			},
		);
	}
}

/** Registering or using what breaks a documented rule only fails later, and further from its cause. */
function refuseBroken(
	certificate: Certificate,
	{role, at, file}: {readonly role: CertificateRole; readonly at: Date; readonly file: string},
): void {
	const broken = judgeCertificate({certificate, role, at}).filter(({severity}) => severity === 'error');
	const [first, ...others] = new Set(broken.map(({fix}) => fix));
	if (first !== undefined) {
		const reasons = broken.map(({rule, message}) => `${message} (${rule})`).join(' ');
		throw new ExpectedError('RULE_BROKEN', `The certificate in ${printable(file)} breaks a rule: ${reasons}`, {
			next: [first, ...others],
		});
	}
}
