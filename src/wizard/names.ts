import {parseDistinguishedName} from '../pki/distinguished-name-text.ts';

/** Why a text cannot name a set-up, an authority or a certificate here, where names are those of folders too. */
export function problemWithName(name: string): string | undefined {
	return /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(name)
		? undefined
		: 'Use up to 64 letters, digits, hyphens and underscores, such as build-hosts.';
}

/** Why a text cannot name a trust anchor or a Roles Anywhere profile (fact sheet, API-01). */
export function problemWithResourceName(name: string): string | undefined {
	return /^[ a-zA-Z0-9_-]{1,255}$/.test(name) && name.trim() !== ''
		? undefined
		: 'Use up to 255 letters, digits, spaces, hyphens and underscores, such as build-hosts.';
}

/** Why a text cannot name a role (fact sheet, IAM-13). */
export function problemWithRoleName(name: string): string | undefined {
	return /^[\w+=,.@-]{1,64}$/.test(name)
		? undefined
		: 'Use up to 64 letters, digits and any of _+=,.@- without spaces, such as build-hosts.';
}

/** Why a text cannot name an AWS CLI profile in every SDK (fact sheet, CFG-04). */
export function problemWithCliProfile(name: string): string | undefined {
	return /^[A-Za-z0-9][A-Za-z0-9_.@+-]{0,63}$/.test(name)
		? undefined
		: 'Use up to 64 letters, digits and any of _.@+- such as build-hosts.';
}

/** Why a text cannot be the subject of a certificate; what the rules demand of it is judged when it is issued. */
export function problemWithSubject(subject: string): string | undefined {
	const parsed = parseDistinguishedName(subject);
	if (!parsed.ok) {
		return `${parsed.problem.message}. One reads CN=build-17,O=Example.`;
	}

	const attributes = parsed.value.flat();
	if (attributes.length === 0 || attributes.some(({value}) => value.trim() === '')) {
		return 'A subject needs a value for each of its parts, such as CN=build-17.';
	}

	if (attributes.some(({value}) => /\p{Cc}/u.test(value))) {
		return 'A subject holds no control characters; one reads CN=build-17.';
	}

	return attributes.some(({shortName, value}) => shortName === 'CN' && [...value].length > 64)
		? 'A CN has at most 64 characters, such as CN=build-17.'
		: undefined;
}
