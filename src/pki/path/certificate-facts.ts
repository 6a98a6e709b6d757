import {type Certificate, type Decoded, valueOf as presentValue} from '../certificate/certificate.ts';
import {decodeExtension, type ExtensionReader} from '../certificate/extensions.ts';
import {type NameConstraints, readNameConstraints} from '../certificate/name-constraints-extension.ts';
import {
	type PolicyConstraints,
	type PolicyMapping,
	readCertificatePolicies,
	readInhibitAnyPolicy,
	readPolicyConstraints,
	readPolicyMappings,
} from '../certificate/policy-extensions.ts';
import {extensionOids} from '../der/oids.ts';
import {strictNote} from '../der/strict-note.ts';
import {nameKey} from '../names/name-match.ts';
import {type SoundnessProblem, soundnessProblems} from './soundness.ts';

/** What paths need to know of one certificate, worked out once. */
export class CertificateFacts {
	readonly certificate: Certificate;
	/** Equal exactly for names that RFC 5280, section 7.1, calls equal. */
	readonly subjectKey: string;
	readonly issuerKey: string;
	/** Issuer and subject are one name (section 6.1); says nothing about who signed. */
	readonly isSelfIssued: boolean;
	/** Hex of the subject's public key. */
	readonly publicKey: string;
	readonly isCa: boolean;
	/** Absent when it limits nothing. */
	readonly pathLength: number | undefined;
	readonly nameConstraints: Decoded<NameConstraints>;
	readonly policies: Decoded<readonly string[]>;
	readonly policyMappings: Decoded<readonly PolicyMapping[]>;
	readonly policyConstraints: Decoded<PolicyConstraints>;
	readonly inhibitAnyPolicy: Decoded<number>;
	#soundness: readonly SoundnessProblem[] | undefined;

	constructor(certificate: Certificate) {
		const decode = <Value>(oid: string, read: ExtensionReader<Value>) =>
			decodeExtension(certificate.extensions, oid, read, strictNote);
		const constraints = presentValue(certificate.basicConstraints);
		this.certificate = certificate;
		this.subjectKey = nameKey(certificate.subject);
		this.issuerKey = nameKey(certificate.issuer);
		this.isSelfIssued = this.subjectKey === this.issuerKey;
		this.publicKey = Buffer.from(certificate.publicKey.der).toString('latin1');
		this.isCa = certificate.version === 3 && constraints?.isCa === true;
		this.pathLength = this.isCa ? constraints?.pathLength : undefined;
		this.nameConstraints = decode(extensionOids.nameConstraints, readNameConstraints);
		this.policies = decode(extensionOids.certificatePolicies, readCertificatePolicies);
		this.policyMappings = decode(extensionOids.policyMappings, readPolicyMappings);
		this.policyConstraints = decode(extensionOids.policyConstraints, readPolicyConstraints);
		this.inhibitAnyPolicy = decode(extensionOids.inhibitAnyPolicy, readInhibitAnyPolicy);
	}

	/** What makes it no certificate as RFC 5280, section 4, means one. */
	get soundness(): readonly SoundnessProblem[] {
		this.#soundness ??= soundnessProblems(this);
		return this.#soundness;
	}
}

const known = new WeakMap<Certificate, CertificateFacts>();

/** The facts of a certificate; the same object each time. */
export function factsOf(certificate: Certificate): CertificateFacts {
	const before = known.get(certificate);
	if (before) {
		return before;
	}

	const facts = new CertificateFacts(certificate);
	known.set(certificate, facts);
	return facts;
}
