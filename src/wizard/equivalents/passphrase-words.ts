import {shellWord} from '../../shell-word.ts';
import type {SecretSource} from '../field.ts';
import {equivalents as texts} from '../texts/en.ts';
import type {CommandBlock} from './command-block.ts';

/** Holds the passphrase in scripts, where the wizard held it in memory. */
const VARIABLE = 'ISSUER_PASSPHRASE';

/** How commands get the passphrase that the wizard got; never the passphrase itself. */
export interface PassphraseWords {
	/** Commands that must come first. */
	readonly before: readonly CommandBlock[];
	/** An argument of OpenSSL's `-pass`, `-passin` and `-passout`; undefined for keys that are not encrypted. */
	readonly openssl: string | undefined;
	/** Flags of this program. */
	readonly own: readonly string[];
}

/** The words for a source, if a passphrase is needed at all; what was typed, or came on standard input, is asked for again. */
export function passphraseWords(source: SecretSource | undefined): PassphraseWords {
	switch (source?.from) {
		case 'nowhere':
			return {before: [], openssl: undefined, own: ['--no-passphrase']};
		case 'environment':
			return {before: [], openssl: `env:${source.variable}`, own: [`--passphrase-env ${shellWord(source.variable)}`]};
		case 'file':
			return source.path === '-' ? asked() : fromFile(source.path);
		case 'typed':
			return asked();
		case undefined:
			return {before: [], openssl: undefined, own: []};
	}
}

function fromFile(path: string): PassphraseWords {
	return {before: [], openssl: shellWord(`file:${path}`), own: [`--passphrase-file ${shellWord(path)}`]};
}

function asked(): PassphraseWords {
	const lines = [
		"printf 'Passphrase: ' >&2",
		"if [ -t 0 ]; then trap 'stty echo' EXIT; stty -echo; fi",
		`IFS= read -r ${VARIABLE}`,
		'if [ -t 0 ]; then stty echo; fi',
		`export ${VARIABLE}`,
	];
	return {
		before: [{title: texts.passphrase, lines}],
		openssl: `env:${VARIABLE}`,
		own: [`--passphrase-env ${VARIABLE}`],
	};
}
