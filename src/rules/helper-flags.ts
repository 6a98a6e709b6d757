/** A flag of a helper that prints credentials. */
export interface HelperFlag {
	readonly takes: 'value' | 'nothing';
	/** The first version of the official helper that has it; absent for those that were there before any that is still in use. */
	readonly since?: string;
}

const value: HelperFlag = {takes: 'value'};
const toggle: HelperFlag = {takes: 'nothing'};

/** The flags of `aws_signing_helper credential-process`, by name (fact sheet, 7.2 and 7.3). */
export const OFFICIAL_FLAGS: ReadonlyMap<string, HelperFlag> = new Map([
	['--role-arn', value],
	['--profile-arn', value],
	['--trust-anchor-arn', value],
	['--certificate', value],
	['--private-key', value],
	['--intermediates', value],
	['--session-duration', value],
	['--region', value],
	['--endpoint', value],
	['--with-proxy', toggle],
	['--no-verify-ssl', toggle],
	['--debug', toggle],
	['--help', toggle],
	['--cert-selector', {...value, since: '1.0.5'}],
	['--pkcs11-lib', {...value, since: '1.1.0'}],
	['--reuse-pin', {...toggle, since: '1.1.0'}],
	['--system-store-name', {...value, since: '1.1.1'}],
	['--role-session-name', {...value, since: '1.2.0'}],
	['--tpm-key-password', {...value, since: '1.4.0'}],
	['--no-tpm-key-password', {...toggle, since: '1.4.0'}],
	['--use-latest-expiring-certificate', {...toggle, since: '1.5.0'}],
	['--pkcs8-password', {...value, since: '1.6.0'}],
]);

/** The flags of `anchorsmith credentials`. */
export const OWN_FLAGS: ReadonlyMap<string, HelperFlag> = new Map([
	['--certificate', value],
	['--private-key', value],
	['--intermediates', value],
	['--trust-anchor-arn', value],
	['--profile-arn', value],
	['--role-arn', value],
	['--session-duration', value],
	['--role-session-name', value],
	['--endpoint', value],
	['--no-cache', toggle],
	['--passphrase-env', value],
	['--help', toggle],
	['--json', toggle],
	['--plain', toggle],
	['--yes', toggle],
	['--region', value],
	['--admin-profile', value],
	['--home', value],
	['--passphrase-file', value],
	['--quiet', toggle],
	['--color', value],
]);

/** Flags of the official helper that do not go together (fact sheet, 7.3). */
export const EXCLUSIVE_FLAGS: readonly (readonly [string, readonly string[]])[] = [
	['--certificate', ['--cert-selector', '--system-store-name']],
	['--private-key', ['--cert-selector', '--system-store-name', '--use-latest-expiring-certificate']],
	['--use-latest-expiring-certificate', ['--intermediates', '--reuse-pin']],
	['--cert-selector', ['--intermediates', '--reuse-pin']],
	['--system-store-name', ['--reuse-pin']],
	['--tpm-key-password', ['--cert-selector', '--reuse-pin', '--pkcs8-password']],
	['--no-tpm-key-password', ['--cert-selector', '--tpm-key-password']],
];

/** A flag as it was typed. */
export interface TypedFlag {
	/** As it stands there, `=VALUE` aside: `--certificate`. */
	readonly name: string;
	/** The next word, or what follows `=`; absent for one that takes none, or when nothing follows. */
	readonly value?: string;
}

/**
 * The flags among words, each with its value: `--flag value`, `--flag=value`. A name after a single hyphen is taken for
 * that of the flag that was meant. Words that belong to no flag are passed over.
 */
export function flagsIn(words: readonly string[], known: ReadonlyMap<string, HelperFlag>): readonly TypedFlag[] {
	return sortWords(words, known).flags;
}

/** Words that belong to no flag. */
export function looseWordsIn(words: readonly string[], known: ReadonlyMap<string, HelperFlag>): readonly string[] {
	return sortWords(words, known).loose;
}

function sortWords(
	words: readonly string[],
	known: ReadonlyMap<string, HelperFlag>,
): {readonly flags: readonly TypedFlag[]; readonly loose: readonly string[]} {
	const flags: TypedFlag[] = [];
	const loose: string[] = [];
	for (let at = 0; at < words.length; at++) {
		const word = words[at] ?? '';
		const [, name, inline] = /^(--?[A-Za-z][\w-]*)(?:=([\s\S]*))?$/.exec(word) ?? [];
		const flag = name === undefined ? undefined : known.get(name.replace(/^-(?!-)/, '--'));
		const next = words[at + 1];
		if (name === undefined) {
			loose.push(word);
		} else if (inline !== undefined) {
			flags.push({name, value: inline});
		} else if (next !== undefined && takesNext(flag, next)) {
			flags.push({name, value: next});
			at++;
		} else {
			flags.push({name});
		}
	}

	return {flags, loose};
}

/** Of a flag that is not known, what follows is its value unless it is a flag itself. */
function takesNext(flag: HelperFlag | undefined, next: string): boolean {
	return flag === undefined ? !next.startsWith('-') : flag.takes === 'value';
}
