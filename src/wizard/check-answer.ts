import path from 'node:path';
import {requireProgram} from '../config-file/find-program.ts';
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
import type {AnswerKey, Answers} from './answers.ts';
import type {AnswerValue} from './field.ts';
import {type KeySurroundings, requirePassphrase} from './passphrase-check.ts';
import {LONGEST_ROLE_POLICY, LONGEST_SESSION_POLICY, readPolicy} from './policy-file.ts';

/** What looking at the files that answers name needs. */
export interface CheckSurroundings extends KeySurroundings {
	readonly now: () => Date;
}

/** What an answer is looked at with. */
export interface AnswerToCheck {
	readonly key: AnswerKey;
	readonly value: AnswerValue;
	/** The others, as they stand. */
	readonly answers: Answers;
	/** The passphrase, when it was typed. */
	readonly typed?: string | undefined;
}

/**
 * Looks at what an answer names on this machine: whether the file is there, holds what is due, and breaks no rule;
 * whether the passphrase opens the key. Reads only.
 *
 * @returns Why the answer cannot be used and what to do, safe to show; undefined when it can.
 */
export async function checkAnswer(answer: AnswerToCheck, surroundings: CheckSurroundings): Promise<string | undefined> {
	try {
		await CHECKS[answer.key]?.(answer, {
			...surroundings,
			resolve: file => path.resolve(surroundings.workingDirectory, file),
		});
		return undefined;
	} catch (error) {
		if (error instanceof ExpectedError) {
			return `${error.message} ${error.next[0].replace(/\.?$/, '.')}`;
		}

		throw error;
	}
}

type Surroundings = CheckSurroundings & {readonly resolve: (file: string) => string};
type Check = (answer: AnswerToCheck, surroundings: Surroundings) => Promise<unknown>;

const CHECKS: Readonly<Partial<Record<AnswerKey, Check>>> = {
	issuerCertificate: ofPath(async (file, _answers, {now}) => {
		for (const certificate of loadAnchorCertificates(await readBytes(file), file)) {
			requireUnbroken(certificate, {role: 'anchor', file, at: now()});
		}
	}),
	issuerPrivateKey: ofPath((file, {issuerCertificate}, {resolve}) =>
		requireKeyOf(issuerCertificate === undefined ? undefined : resolve(issuerCertificate), {file}),
	),
	passphrase: ({value, answers, typed}, surroundings) =>
		typeof value === 'object' && 'from' in value
			? requirePassphrase(value, {answers, typed}, surroundings)
			: Promise.resolve(),
	certificate: ofPath(async (file, _answers, {now}) => {
		requireUnbroken(loadCertificate(await readBytes(file), file), {role: 'end-entity', file, at: now()});
	}),
	privateKey: ofPath((file, {certificate}, {resolve}) =>
		requireKeyOf(certificate === undefined ? undefined : resolve(certificate), {file}),
	),
	privateKeyPassphraseFile: ofPath(async (file, {privateKey}, {resolve}) => {
		const passphrase = (await readTextFile(file)).split(/\r?\n/, 1)[0] ?? '';
		await requireKeyOf(undefined, {file: resolve(privateKey ?? ''), passphrase});
	}),
	intermediates: ofPath(async file => loadCertificates(await readBytes(file), file)),
	permissionsPolicy: ofPath((file, _answers, {resolve}) => readPolicy(file, LONGEST_ROLE_POLICY, resolve)),
	sessionPolicy: ofPath((file, _answers, {resolve}) => readPolicy(file, LONGEST_SESSION_POLICY, resolve)),
	helperProgram: ofPath(requireProgram),
};

function ofPath(check: (file: string, answers: Answers, surroundings: Surroundings) => Promise<unknown>): Check {
	return async ({value, answers}, surroundings) => {
		if (typeof value === 'string') {
			await check(surroundings.resolve(value), answers, surroundings);
		}
	};
}

/** A key that is encrypted cannot be compared before its passphrase is known, which is asked for later. */
async function requireKeyOf(
	certificateFile: string | undefined,
	{file, passphrase}: {readonly file: string; readonly passphrase?: string},
): Promise<void> {
	try {
		const key = loadPrivateKey(await readBytes(file), file, passphrase);
		const [certificate] =
			certificateFile === undefined ? [] : loadCertificates(await readBytes(certificateFile), certificateFile);
		if (certificate !== undefined && certificateFile !== undefined) {
			requireMatchingKey(key, file, certificate, certificateFile);
		}
	} catch (error) {
		if (!(error instanceof ExpectedError && error.code === 'PASSPHRASE_NEEDED')) {
			throw error;
		}
	}
}

function requireUnbroken(
	certificate: Certificate,
	{role, file, at}: {readonly role: CertificateRole; readonly file: string; readonly at: Date},
): void {
	const broken = judgeCertificate({certificate, role, at}).filter(({severity}) => severity === 'error');
	const [first] = broken;
	if (first !== undefined) {
		const reasons = broken.map(({rule, message}) => `${message} (${rule})`).join(' ');
		throw new ExpectedError('RULE_BROKEN', `The certificate in ${printable(file)} breaks a rule: ${reasons}`, {
			next: [first.fix],
		});
	}
}
