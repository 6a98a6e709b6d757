import {ExpectedError} from '../errors.ts';
import {parseDistinguishedName} from '../pki/names/distinguished-name-text.ts';
import {encodeSubject} from '../pki/names/subject.ts';
import {isStoredName} from '../pki/store/stored-name.ts';
import {foreignCharacters} from '../rules/common-name-characters.ts';
import {quoted} from '../rules/quoted.ts';

/** Why a text cannot name a set-up, an authority or a certificate here, where names are those of folders too. */
export function problemWithName(name: string): string | undefined {
	return /^[A-Za-z0-9_-]+$/.test(name) && isStoredName(name)
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

/** Why a text cannot be the subject of a certificate that is made here. */
export function problemWithSubject(subject: string): string | undefined {
	return problemFrom(() => encodeSubject(subject));
}

/** Why a text cannot be the subject of an end-entity certificate: the service makes names of sessions from it. */
export function problemWithEndEntitySubject(subject: string): string | undefined {
	const problem = problemWithSubject(subject);
	if (problem !== undefined) {
		return problem;
	}

	const parsed = parseDistinguishedName(subject);
	const names = parsed.ok ? parsed.value.flat().filter(({shortName}) => shortName === 'CN') : [];
	const foreign = names.flatMap(({value}) => foreignCharacters(value));
	return foreign.length === 0
		? undefined
		: `Its common name holds ${foreign.map(quoted).join(' ')}, which no session can be named after; use letters, digits and _ . = @ + - (ee-common-name-characters).`;
}

/** Why something cannot be encoded: what the encoder says and advises; undefined when it can be. */
export function problemFrom(encode: () => unknown): string | undefined {
	try {
		encode();
		return undefined;
	} catch (error) {
		if (error instanceof ExpectedError) {
			return `${error.message} ${error.next[0]}.`;
		}

		throw error;
	}
}
