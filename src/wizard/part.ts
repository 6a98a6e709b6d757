import type {Answers} from './answers.ts';

/** Who sets up: one person all of it, or one of three their part (design, section 1). */
export const PARTS = ['all', 'aws', 'pki', 'machine'] as const;

/** One of {@link PARTS}. */
export type Part = (typeof PARTS)[number];

/** True when trust anchor, role and Roles Anywhere profile are set up. */
export function setsUpAws({part = 'all'}: Answers): boolean {
	return part === 'all' || part === 'aws';
}

/** True when an authority has a part in it: whoever only has a machine knows nothing of it but its certificate. */
export function hasAuthority({part = 'all'}: Answers): boolean {
	return part !== 'machine';
}

/** True when the authority signs here. */
export function signsHere({certificateSource}: Answers): boolean {
	return certificateSource === 'new' || certificateSource === 'csr';
}

/** True when a key is made here: for a certificate, or for a request that somebody else signs. */
export function makesKeyHere({part, certificateSource}: Answers): boolean {
	return certificateSource === 'new' || (part === 'machine' && certificateSource === 'later');
}

/** True when a certificate and its key are here, so that an AWS CLI profile can be written and proven. */
export function hasCertificateHere({part = 'all', certificateSource}: Answers): boolean {
	return part !== 'pki' && (certificateSource === 'new' || certificateSource === 'existing');
}

/** True when a person with a machine uses what an administrator handed out. */
export function usesHandedOut({part, certificateSource}: Answers): boolean {
	return part === 'machine' && certificateSource === 'existing';
}

/** True when the trust policy names a certificate that nobody has seen yet. */
export function trustsUnseen(answers: Answers): boolean {
	return setsUpAws(answers) && answers.certificateSource === 'later';
}

/** Where the certificate of each part may come from; the first is usual. */
export const CERTIFICATE_SOURCES: Readonly<Record<Part, readonly NonNullable<Answers['certificateSource']>[]>> = {
	all: ['new', 'existing', 'csr', 'later'],
	aws: ['later'],
	pki: ['later', 'new', 'csr'],
	machine: ['existing', 'later'],
};
