import {ExpectedError} from '../../errors.ts';
import type {Certificate} from '../../pki/certificate/certificate.ts';
import {printable} from '../../printable.ts';
import {type TrustGoal, wantedTrust} from '../../setup/trust.ts';
import type {Answers} from '../answers.ts';
import {trustsUnseen} from '../part.ts';
import {previews as texts} from '../texts/en.ts';

/** What the answers say of certificates, and those that they name, as far as they could be read. */
export interface TrustQuestion {
	readonly answers: Answers;
	/** Twelve digits; undefined before anybody is identified. */
	readonly accountId?: string | undefined;
	/** Of an authority that exists. */
	readonly issuerCertificates?: readonly [Certificate, ...Certificate[]] | undefined;
	/** Of a machine that has one. */
	readonly certificate?: Certificate | undefined;
	readonly trustAnchorArn?: string | undefined;
}

/** The trust policy that the answers become. All text is safe to show. */
export interface TrustPreview {
	/** Who may assume the role, in words. */
	readonly sentences: readonly string[];
	/** The policy as indented JSON, with notes in place of what is not known yet. */
	readonly policy: string;
	/** What makes it wider than asked for. */
	readonly warnings: readonly string[];
}

/** Why the answers make no trust policy, and what to change. */
export interface PreviewProblem {
	readonly message: string;
	readonly next: readonly string[];
}

/**
 * The trust policy from the same function that a set-up writes it with, for showing beside the question who may
 * assume the role; undefined while the answers say too little.
 */
export function previewTrust(question: TrustQuestion): TrustPreview | PreviewProblem | undefined {
	const goal = trustGoal(question);
	if (goal === undefined) {
		return undefined;
	}

	const {accountId = texts.yourAccount, trustAnchorArn = texts.trustAnchor} = question;
	try {
		const {shown, warnings} = wantedTrust(goal, {trustAnchorArn}, {accountId});
		const policy: unknown = JSON.parse(shown);
		return {
			sentences: [inWords(goal, shown), texts.viaAnchor],
			policy: JSON.stringify(policy, undefined, 2).split('\n').map(printable).join('\n'),
			warnings: warnings.map(printable),
		};
	} catch (error) {
		if (error instanceof ExpectedError) {
			return {message: error.message, next: error.next};
		}

		throw error;
	}
}

function trustGoal({answers, issuerCertificates, certificate}: TrustQuestion): TrustGoal | undefined {
	const issuer = issuerOf(answers, issuerCertificates);
	const endEntity = endEntityOf(answers, certificate);
	const {trustScope = 'certificate', trustedSubject} = answers;
	const isForAll = trustScope === 'issuer';
	return issuer && (endEntity || trustedSubject !== undefined || (isForAll && trustsUnseen(answers)))
		? {issuer, endEntity, trustedSubject, trustScope}
		: undefined;
}

function issuerOf(
	{issuerSource, issuerSubject: subject, withIssuing = false}: Answers,
	certificates: TrustQuestion['issuerCertificates'],
): TrustGoal['issuer'] | undefined {
	if (issuerSource === 'existing') {
		return certificates && {source: 'existing', certificates};
	}

	return subject === undefined ? undefined : {source: 'new', subject, withIssuing};
}

function endEntityOf(
	{certificateSource, subject}: Answers,
	certificate: Certificate | undefined,
): TrustGoal['endEntity'] | undefined {
	if (certificateSource === 'existing') {
		return certificate && {source: 'existing', certificate};
	}

	return subject === undefined ? undefined : {source: 'new', subject};
}

/** Read from the policy itself, so that words and policy cannot differ. */
function inWords({trustScope}: TrustGoal, policy: string): string {
	const condition = (name: string) => {
		const found = new RegExp(`"aws:PrincipalTag/${name}":"((?:[^"\\\\]|\\\\.)*)"`).exec(policy)?.[1];
		return found === undefined ? undefined : `CN=${printable(found)}`;
	};
	const [subject, issuer] = [condition('x509Subject/CN'), condition('x509Issuer/CN')];
	return trustScope === 'issuer' || subject === undefined
		? texts.whoMay.issuer(issuer)
		: texts.whoMay.certificate(subject, issuer);
}
