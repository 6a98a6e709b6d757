import {DEFAULT_KEY_ALGORITHM, type KeyAlgorithm} from './algorithm.ts';
import {type AlternativeNames, encodeAlternativeNames} from './alternative-names.ts';
import type {Certificate, KeyUsage} from './certificate.ts';
import {certificateTemplates} from './certificate-template.ts';
import {type CertificateRequest, certify, type Issuer, type IssuingContext, signerOf} from './certify.ts';
import {type EncodedPublicKey, type GeneratedKey, generateKey} from './key-generation.ts';
import {encodeSubject} from './subject.ts';
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

/**
 * Makes a key and a certificate for it.
 *
 * @throws {ExpectedError} `SUBJECT_INVALID`, `ALTERNATIVE_NAME_INVALID`, `VALIDITY_INVALID`, `RULE_BROKEN`.
 */
export async function issueEndEntity(
	{algorithm = DEFAULT_KEY_ALGORITHM, ...spec}: EndEntitySpec & {readonly algorithm?: KeyAlgorithm | undefined},
	issuer: Issuer,
	context: IssuingContext,
): Promise<IssuedEndEntity> {
	const request = planCertificate(spec, issuer, context.now);
	const key = await generateKey(algorithm);
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
