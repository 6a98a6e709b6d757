import {ExpectedError} from '../../errors.ts';
import type {KeyUsage} from '../certificate/certificate.ts';
import {DEFAULT_KEY_ALGORITHM, type KeyAlgorithm} from '../keys/algorithm.ts';
import {type GeneratedKey, generateKey} from '../keys/key-generation.ts';
import {encodeSubject} from '../names/subject.ts';
import {type CertificateTemplate, certificateTemplates} from './certificate-template.ts';
import {certify, type Issuer, type IssuingContext, signerOf} from './certify.ts';
import {type Lifetime, planValidity} from './validity.ts';

/** What a new issuer shall be; what is left out comes from the template. */
export interface IssuerSpec {
	/** RFC 4514 text. Never that of an issuer that existed before (CA-18). */
	readonly subject: string;
	readonly algorithm?: KeyAlgorithm | undefined;
	readonly lifetime?: Lifetime | undefined;
	/** How many issuers may stand below it. */
	readonly pathLength?: number | undefined;
	readonly keyUsage?: readonly KeyUsage[] | undefined;
}

/** A root, and where wanted an issuing CA below it that signs everything else. */
export interface IssuersSpec extends IssuerSpec {
	readonly issuing?: IssuerSpec | undefined;
}

/** Issuers that were made together. */
export interface CreatedIssuers {
	readonly root: Issuer;
	readonly issuing?: Issuer;
}

/**
 * Makes a root, and with it an issuing CA where asked for; both keys at once.
 *
 * @throws {ExpectedError} `SUBJECT_INVALID`, `VALIDITY_INVALID`, `PATH_LENGTH_INVALID`, `RULE_BROKEN`.
 */
export async function createIssuers(spec: IssuersSpec, context: IssuingContext): Promise<CreatedIssuers> {
	const subject = encodeSubject(spec.subject);
	const issuingSubject = spec.issuing && encodeSubject(spec.issuing.subject);
	if (issuingSubject && Buffer.compare(subject, issuingSubject) === 0) {
		throw new ExpectedError('SUBJECT_INVALID', 'The root and the issuing CA cannot have the same subject.', {
			next: ['Give the issuing CA a subject of its own with --issuing-subject'],
		});
	}

	const [rootKey, issuingKey] = await Promise.all([
		generateKey(spec.algorithm ?? DEFAULT_KEY_ALGORITHM),
		spec.issuing && generateKey(spec.issuing.algorithm ?? spec.algorithm ?? DEFAULT_KEY_ALGORITHM),
	]);
	const root = makeIssuer(
		{...spec, pathLength: rootPathLength(spec)},
		{template: certificateTemplates.root, subject, key: rootKey},
		undefined,
		context,
	);
	if (!(spec.issuing && issuingSubject && issuingKey)) {
		return {root};
	}

	const {issuing} = certificateTemplates;
	return {
		root,
		issuing: makeIssuer(spec.issuing, {template: issuing, subject: issuingSubject, key: issuingKey}, root, context),
	};
}

/**
 * A root leaves room for exactly what is made below it (CA-04).
 *
 * @throws {ExpectedError} `PATH_LENGTH_INVALID`
 */
function rootPathLength({pathLength, issuing}: IssuersSpec): number {
	const least = issuing ? pathLengthOf(issuing.pathLength, certificateTemplates.issuing) + 1 : 0;
	const chosen = issuing ? (pathLength ?? least) : pathLengthOf(pathLength, certificateTemplates.root);
	if (chosen < least) {
		throw new ExpectedError(
			'PATH_LENGTH_INVALID',
			`A root of path length ${chosen} leaves no room for the issuing CA below it.`,
			{next: [`Give the root a path length of ${least}, or leave it out`]},
		);
	}

	return chosen;
}

function pathLengthOf(asked: number | undefined, template: CertificateTemplate): number {
	const chosen = asked ?? template.pathLength ?? 0;
	if (!Number.isInteger(chosen) || chosen < 0 || chosen > LONGEST_PATH) {
		throw new ExpectedError('PATH_LENGTH_INVALID', `${chosen} is not a path length.`, {
			next: [`Give a whole number from 0 to ${LONGEST_PATH}`],
		});
	}

	return chosen;
}

/** The service takes five certificates beside the end-entity one (CH-02), so longer paths cannot be used. */
const LONGEST_PATH = 5;

interface NewIssuer {
	readonly template: CertificateTemplate;
	/** DER of the Name. */
	readonly subject: Uint8Array;
	readonly key: GeneratedKey;
}

function makeIssuer(
	spec: IssuerSpec,
	{template, subject, key}: NewIssuer,
	above: Issuer | undefined,
	context: IssuingContext,
): Issuer {
	const privateKey = key.toKeyObject();
	const certificate = certify(
		{
			role: above ? 'issuer' : 'anchor',
			subject,
			validity: planValidity({
				asked: spec.lifetime,
				usual: template.days,
				issuer: above?.certificate.validity,
				now: context.now,
			}),
			publicKey: key.publicKey,
			pathLength: pathLengthOf(spec.pathLength, template),
			keyUsage: spec.keyUsage ?? template.keyUsage,
			extendedKeyUsage: template.extendedKeyUsage,
			alternativeNames: [],
		},
		above ? signerOf(above) : {name: subject, privateKey},
		context,
	);
	return {certificate, privateKey, chain: above ? [certificate, ...above.chain] : []};
}
