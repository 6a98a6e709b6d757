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
