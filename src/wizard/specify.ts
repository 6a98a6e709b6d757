import path from 'node:path';
import {parseArnOf} from '../aws/arn.ts';
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
import {printable} from '../printable.ts';
import type {CertificateRole} from '../rules/certificate-in-role.ts';
import {judgeCertificate} from '../rules/judge-certificate.ts';
import type {EndEntityGoal, IssuerGoal, RoleGoal, Specification} from '../setup/specification.ts';
import type {Answers} from './answers.ts';
import {howToAnswer} from './inputs.ts';
import {LONGEST_ROLE_POLICY, LONGEST_SESSION_POLICY, readPolicy} from './policy-file.ts';
import type {Settled} from './settle.ts';

/** A role always allows this long (fact sheet, DUR-03). */
const LEAST_MAX_SESSION = 3600;

/**
 * Answers that lack nothing and are not wrong.
 *
 * @throws {ExpectedError} `ANSWERS_INVALID` for all that is wrong; `ANSWERS_MISSING` for all that is missing, each with its flag.
 */
export function requireComplete({answers, missing, wrong}: Settled): Answers {
	const [firstWrong] = wrong;
	if (firstWrong) {
		const list = wrong.map(({step, problem}) => `  --${step.flag}: ${printable(problem)}`);
		throw new ExpectedError('ANSWERS_INVALID', `These answers cannot be used:\n${list.join('\n')}`, {
			next: [`Change ${wrong.map(({step}) => `--${step.flag}`).join(', ')}`],
		});
	}

	if (missing.length > 0) {
		const list = missing.map(step => `  ${step.question}  ${howToAnswer(step)}`);
		throw new ExpectedError('ANSWERS_MISSING', `These questions have no answer:\n${list.join('\n')}`, {
			next: [
				`Add ${missing.map(step => howToAnswer(step)).join(' ')}`,
				'Put the answers into a JSON file, keys in camelCase, and name it with --answers FILE',
			],
		});
	}

	return answers;
}

/**
 * What should exist, from complete answers; reads the files that they name.
 *
 * @param workingDirectory - Where relative paths start.
 * @throws {ExpectedError} what reading certificates, keys and files throws; `POLICY_INVALID`.
 */
export async function specify(
	answers: Answers,
	{workingDirectory, now}: {readonly workingDirectory: string; readonly now: () => Date},
): Promise<Specification> {
	const resolve = (file: string) => path.resolve(workingDirectory, file);
	const at = now();
	const durationSeconds = given(answers, 'sessionDuration');
	const [inline, sessionPolicy] = await Promise.all([
		readPolicy(answers.permissionsPolicy, LONGEST_ROLE_POLICY, resolve),
		readPolicy(answers.sessionPolicy, LONGEST_SESSION_POLICY, resolve),
	]);
	const issuer = await issuerGoal(answers, resolve, at);
	const endEntity = await endEntityGoal(answers, resolve, at);
	await requirePath({issuer, endEntity, at});
	return {
		name: given(answers, 'name'),
		at,
		region: given(answers, 'region'),
		issuer,
		endEntity,
		trustAnchor: {name: given(answers, 'trustAnchorName')},
		role: roleGoal(answers, durationSeconds),
		trustScope: given(answers, 'trustScope'),
		permissions: {...(inline !== undefined && {inline}), managed: answers.managedPolicy ?? []},
		rolesAnywhereProfile: {
			name: given(answers, 'rolesAnywhereProfile'),
			durationSeconds,
			...(sessionPolicy !== undefined && {sessionPolicy}),
		},
		cliProfile: {name: given(answers, 'cliProfile')},
	};
}

type Resolve = (file: string) => string;

async function issuerGoal(answers: Answers, resolve: Resolve, at: Date): Promise<IssuerGoal> {
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

	return {
		source: 'existing',
		file,
		certificates,
		...(privateKeyFile !== undefined && {privateKeyFile}),
	};
}

async function endEntityGoal(answers: Answers, resolve: Resolve, at: Date): Promise<EndEntityGoal> {
	if (given(answers, 'certificateSource') === 'new') {
		return {
			source: 'new',
			name: given(answers, 'certificateName'),
			subject: given(answers, 'subject'),
			dns: answers.dns ?? [],
			uri: answers.uri ?? [],
			ip: answers.ip ?? [],
			email: answers.email ?? [],
			algorithm: given(answers, 'algorithm'),
			days: given(answers, 'days'),
		};
	}

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

/** A certificate that no path leads from to the trust anchor would only be refused once all else is made. */
async function requirePath({
	issuer,
	endEntity,
	at,
}: Pick<Specification, 'issuer' | 'endEntity'> & {readonly at: Date}): Promise<void> {
	if (issuer.source === 'new' || endEntity.source === 'new') {
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

function roleGoal(answers: Answers, durationSeconds: number): RoleGoal {
	if (given(answers, 'roleSource') === 'new') {
		const maxSessionDuration = Math.max(LEAST_MAX_SESSION, durationSeconds);
		return {source: 'new', name: given(answers, 'roleName'), maxSessionDuration};
	}

	const arn = given(answers, 'roleArn');
	const parsed = parseArnOf('role', arn);
	return {source: 'existing', name: (parsed.ok && parsed.value.resource.split('/').at(-1)) || arn, arn};
}

/** An answer that settling made sure of. */
function given<Key extends keyof Answers>(answers: Answers, key: Key): NonNullable<Answers[Key]> {
	const value = answers[key];
	if (value === undefined || value === null) {
		throw new Error(`${key} should be answered by now`);
	}

	return value;
}
