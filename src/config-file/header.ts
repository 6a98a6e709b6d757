import {splitAsShlex} from './shlex.ts';

/** The CLI profile that botocore takes a config file's section for: `default`, or two words after shell-like splitting. */
export function cliProfileToBotocore(header: string): string | undefined {
	if (header === 'default') {
		return header;
	}

	const words = header.startsWith('profile') ? splitAsShlex(header) : undefined;
	return words?.ok && words.value.length === 2 ? words.value[1] : undefined;
}

/** The CLI profile that the SDK for JavaScript takes a config file's section for: stricter about blanks and characters. */
export function cliProfileToJavaScript(header: string): string | undefined {
	if (header === 'default') {
		return header;
	}

	const name = sectionToJavaScript(header);
	return name?.startsWith('profile.') ? name.slice('profile.'.length) : undefined;
}

/** The name under which the SDK for JavaScript keeps a section; undefined for kinds of section that it skips. */
export function sectionToJavaScript(header: string): string | undefined {
	const match = /^([\w-]+)\s(["'])?([\w\-@+.%:/]+)\2$/.exec(header);
	if (!match) {
		return header;
	}

	const [, kind = '', , name = ''] = match;
	return ['profile', 'sso-session', 'services'].includes(kind) ? `${kind}.${name}` : undefined;
}

/** The header under which a CLI profile is written. */
export function headerOf(cliProfile: string): string {
	return cliProfile === 'default' ? 'default' : `profile ${cliProfile}`;
}

/** True for a header that somebody meant to be this CLI profile, whether any client takes it for that. */
export function isMeantAs(header: string, cliProfile: string): boolean {
	return (
		header
			.trim()
			.replace(/["']/g, '')
			.replace(/^profile\s+/i, '') === cliProfile
	);
}
