import path from 'node:path';
import {flagsIn, type HelperFlag, OFFICIAL_FLAGS, OWN_FLAGS} from '../../rules/helper-flags.ts';
import type {CommandEvidence, ProgramEvidence} from '../evidence/command.ts';

/** What the words of a command ask for. */
export interface ParsedWords extends Pick<CommandEvidence, 'order' | 'unknownFlags'> {
	/** Whose command it is, by its words. */
	readonly maker: ProgramEvidence['maker'];
	/** Of our own command: what an interpreter is told to run. */
	readonly entry?: string;
	/** The state folder that our own command is told to use. */
	readonly home?: string;
	/** The variable that holds the passphrase. */
	readonly passphraseVariable?: string;
	/** A passphrase that stands in the words themselves: secret. */
	readonly passphrase?: string;
}

/**
 * Reads the words of `anchorsmith credentials`, also where Node is told to run it, and of `aws_signing_helper
 * credential-process`; of every other program nothing is known.
 */
export function parseWords(words: readonly string[]): ParsedWords {
	const [program = '', second = '', third = ''] = words;
	const name = nameOf(program);
	if (name === 'aws_signing_helper' && ['credential-process', 'update', 'serve'].includes(second)) {
		return {maker: 'official-helper', ...partsOf(words.slice(2), OFFICIAL_FLAGS)};
	}

	if (name === 'anchorsmith' && second === 'credentials') {
		return {maker: 'own', ...partsOf(words.slice(2), OWN_FLAGS)};
	}

	const isOwnEntry = third === 'credentials' && /^node(?:js)?$/.test(name) && /\.m?js$|anchorsmith$/.test(second);
	return isOwnEntry
		? {maker: 'own', entry: second, ...partsOf(words.slice(3), OWN_FLAGS)}
		: {maker: name === 'aws_signing_helper' ? 'official-helper' : 'other', order: {}, unknownFlags: []};
}

/** A program's name without its folder and what Windows puts behind it. */
export function nameOf(program: string): string {
	return path.win32.basename(program).replace(/\.(?:exe|cmd)$/i, '');
}

/** Which flag gives which part of an order. */
const ORDER_FLAGS = {
	certificate: '--certificate',
	privateKey: '--private-key',
	intermediates: '--intermediates',
	passphraseFile: '--passphrase-file',
	trustAnchorArn: '--trust-anchor-arn',
	profileArn: '--profile-arn',
	roleArn: '--role-arn',
	sessionDuration: '--session-duration',
	roleSessionName: '--role-session-name',
	region: '--region',
	endpoint: '--endpoint',
} as const satisfies Record<keyof CommandEvidence['order'], string>;

function partsOf(
	words: readonly string[],
	known: ReadonlyMap<string, HelperFlag>,
): Omit<ParsedWords, 'maker' | 'entry'> {
	const typed = flagsIn(words, known);
	const given = (flag: string): string | undefined =>
		typed.findLast(({name, value}) => value !== undefined && name.replace(/^-(?!-)/, '--') === flag)?.value;
	const order = Object.entries(ORDER_FLAGS).flatMap(([part, flag]) => {
		const value = given(flag);
		return value === undefined ? [] : [[part, value] as const];
	});
	const [home, passphraseVariable, passphrase] = ['--home', '--passphrase-env', '--pkcs8-password'].map(given);
	return {
		order: Object.fromEntries(order),
		unknownFlags: [...new Set(typed.map(({name}) => name).filter(name => !known.has(name)))],
		...(home !== undefined && {home}),
		...(passphraseVariable !== undefined && {passphraseVariable}),
		...(passphrase !== undefined && {passphrase}),
	};
}
