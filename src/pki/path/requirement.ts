import {printable} from '../../printable.ts';
import type {Certificate} from '../certificate/certificate.ts';

/** What a certification path must keep; each has a rule of its own in `src/rules/path/`. */
export const PATH_REQUIREMENTS = [
	'readable',
	'sound',
	'end-entity-is-anchor',
	'issuer-present',
	'key-identifier',
	'signature-algorithm',
	'signature',
	'ca',
	'key-cert-sign',
	'validity',
	'end-entity-validity',
	'critical-extension',
	'conforming',
	'purpose',
	'path-length',
	'depth',
	'name-constraints',
	'policy',
	'revoked',
	'revocation-unknown',
	'budget',
] as const;

export type PathRequirement = (typeof PATH_REQUIREMENTS)[number];

/** Which certificate failed which requirement. */
export interface PathFailure {
	readonly requirement: PathRequirement;
	readonly certificate: Certificate;
	/** A sentence with the values; safe to show. */
	readonly message: string;
	/** What mends this case, where that is more than what the requirement's rule says. */
	readonly fix?: string;
}

/** A failure whose sentence begins with the certificate. */
export function failureOf(
	requirement: PathRequirement,
	certificate: Certificate,
	what: string,
	fix?: string,
): PathFailure {
	const message = `${nameOf(certificate)} ${what}`;
	return {requirement, certificate, message, ...(fix !== undefined && {fix})};
}

/** A certificate in a sentence. */
export function nameOf({subject, serial}: Certificate): string {
	return subject.isEmpty ? `The certificate without subject (serial ${serial.hex.slice(0, 40)})` : shown(subject);
}

/** A name from a certificate, safe to show and not too long to read. */
export function shown({text}: {readonly text: string}): string {
	const safe = printable(text);
	return safe.length > 200 ? `${safe.slice(0, 197)}...` : safe;
}

/** Hex in pairs, as people compare key identifiers. */
export function shownKey(hex: string): string {
	const pairs = hex.match(/../g) ?? [];
	return pairs.length > 24 ? `${pairs.slice(0, 24).join(':')}...` : pairs.join(':');
}

/** A moment in a sentence: without the fraction that certificates do not have. */
export function shownTime(time: Date): string {
	return time.toISOString().replace(/\.000Z$/, 'Z');
}
