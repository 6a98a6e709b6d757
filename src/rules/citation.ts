import type {Citation} from './finding.ts';

const GUIDE = 'https://docs.aws.amazon.com/rolesanywhere/latest/userguide';

/** Cites a page of the IAM Roles Anywhere user guide. */
export function userGuide(page: string, section: string, read: string, facts: readonly string[]): Citation {
	return {title: `IAM Roles Anywhere User Guide: ${section}`, url: `${GUIDE}/${page}.html`, read, facts};
}

/** Cites a section of RFC 5280. */
export function rfc5280(section: string, read: string, facts: readonly string[]): Citation {
	return {
		title: `RFC 5280, section ${section}`,
		url: `https://www.rfc-editor.org/rfc/rfc5280#section-${section}`,
		read,
		facts,
	};
}

/** Cites a section of another RFC. */
export function rfc(number: number, section: string, read: string, facts: readonly string[]): Citation {
	return {
		title: `RFC ${number}, section ${section}`,
		url: `https://www.rfc-editor.org/rfc/rfc${number}#section-${section}`,
		read,
		facts,
	};
}

/** Cites a page of the AWS Private CA API reference: which keys AWS itself issues certificates for. */
export function privateCaApi(page: string, read: string, facts: readonly string[]): Citation {
	return {
		title: `AWS Private CA API Reference: ${page}`,
		url: `https://docs.aws.amazon.com/privateca/latest/APIReference/API_${page}.html`,
		read,
		facts,
	};
}

/** Cites a page of the STS API reference: what a session's tags and source identity may be. */
export function stsApi(page: string, read: string, facts: readonly string[]): Citation {
	return {
		title: `AWS STS API Reference: ${page}`,
		url: `https://docs.aws.amazon.com/STS/latest/APIReference/API_${page}.html`,
		read,
		facts,
	};
}

/** Cites a page of the IAM Roles Anywhere API reference. */
export function rolesAnywhereApi(page: string, read: string, facts: readonly string[]): Citation {
	return {
		title: `IAM Roles Anywhere API Reference: ${page}`,
		url: `https://docs.aws.amazon.com/rolesanywhere/latest/APIReference/API_${page}.html`,
		read,
		facts,
	};
}

/** Cites a page of the IAM user guide. */
export function iamGuide(page: string, section: string, read: string, facts: readonly string[]): Citation {
	return {
		title: `AWS Identity and Access Management User Guide: ${section}`,
		url: `https://docs.aws.amazon.com/IAM/latest/UserGuide/${page}.html`,
		read,
		facts,
	};
}
