import type {Certificate, KeyUsage} from '../certificate/certificate.ts';
import {DEFAULT_KEY_ALGORITHM, type KeyAlgorithm} from '../keys/algorithm.ts';
import {type EncodedPublicKey, type GeneratedKey, generateKey} from '../keys/key-generation.ts';
import {type AlternativeNames, encodeAlternativeNames} from '../names/alternative-names.ts';
import {encodeSubject} from '../names/subject.ts';
import {certificateTemplates} from './certificate-template.ts';
import {type CertificateRequest, certify, type Issuer, type IssuingContext, signerOf} from './certify.ts';
import {type Lifetime, planValidity} from './validity.ts';

/** What an end-entity certificate shall say; what is left out comes from the template. */
export interface EndEntitySpec {
	/** RFC 4514 text. */
	readonly subject: string;
	readonly alternativeNames?: AlternativeNames | undefined;
	/** Left out: the template's days, cut short where the issuer ends sooner. */
	readonly lifetime?: Lifetime | undefined;
	readonly keyUsage?: readonly KeyUsage[] | undefined;
}

/** An end-entity certificate, the key that it is for, and what must travel with it. */
export interface IssuedEndEntity {
	readonly certificate: Certificate;
	/** Issuers between it and the root, its own first; empty when the root itself issued it. */
	readonly chain: readonly Certificate[];
	readonly key: GeneratedKey;
}

/** Which key to make, or one that is being made already. */
export interface KeyChoice {
	readonly algorithm?: KeyAlgorithm | undefined;
	/** Started before the issuer was there, so that both keys are made at once. */
	readonly key?: Promise<GeneratedKey> | undefined;
}

/**
 * Makes a key and a certificate for it.
 *
 * @throws {ExpectedError} `SUBJECT_INVALID`, `ALTERNATIVE_NAME_INVALID`, `VALIDITY_INVALID`, `RULE_BROKEN`.
 */
export async function issueEndEntity(
	{algorithm = DEFAULT_KEY_ALGORITHM, key: started, ...spec}: EndEntitySpec & KeyChoice,
	issuer: Issuer,
	context: IssuingContext,
): Promise<IssuedEndEntity> {
	const request = planCertificate(spec, issuer, context.now);
	const key = await (started ?? generateKey(algorithm));
	const certificate = certify({...request, publicKey: key.publicKey}, signerOf(issuer), context);
	return {certificate, chain: issuer.chain, key};
}

/**
 * Makes a certificate for a key that lives elsewhere.
 *
 * @throws {ExpectedError} `SUBJECT_INVALID`, `ALTERNATIVE_NAME_INVALID`, `VALIDITY_INVALID`, `RULE_BROKEN`.
 */
export function certifyEndEntity(
	spec: EndEntitySpec,
	publicKey: EncodedPublicKey,
	issuer: Issuer,
	context: IssuingContext,
): Certificate {
	const request = planCertificate(spec, issuer, context.now);
	return certify({...request, publicKey}, signerOf(issuer), context);
}

function planCertificate(spec: EndEntitySpec, issuer: Issuer, now: Date): Omit<CertificateRequest, 'publicKey'> {
	const template = certificateTemplates.endEntity;
	return {
		role: 'end-entity',
		subject: encodeSubject(spec.subject),
		validity: planValidity({
			asked: spec.lifetime,
			usual: template.days,
			issuer: issuer.certificate.validity,
			now,
		}),
		keyUsage: spec.keyUsage ?? template.keyUsage,
		extendedKeyUsage: template.extendedKeyUsage,
		alternativeNames: encodeAlternativeNames(spec.alternativeNames ?? {}),
	};
}
