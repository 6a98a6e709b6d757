import {type PolicyKind, validatePolicyDocument} from '../../decide/policy/document.ts';
import {ServiceRefusal} from '../reply.ts';

/**
 * Takes a policy that is well formed for its kind.
 *
 * @throws {ServiceRefusal} `MalformedPolicyDocument` with the first reason.
 */
export function requirePolicy(document: string, kind: PolicyKind): string {
	const [first] = validatePolicyDocument(document, kind);
	if (first) {
		throw new ServiceRefusal(400, 'MalformedPolicyDocument', first.message);
	}

	return document;
}

/** How long a policy is for IAM's quotas, which do not count white space. */
export function countedLength(document: string): number {
	return document.replace(/\s/g, '').length;
}

/** A policy as IAM's answers carry it: percent-encoded by RFC 3986. */
export function encodePolicy(document: string): string {
	return encodeURIComponent(document).replace(
		/[!'()*]/g,
		character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}
