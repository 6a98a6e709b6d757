import {readDocument} from '../../config-file/document.ts';
import {isMeantAs} from '../../config-file/header.ts';
import {processBlocks} from '../../config-file/process-block.ts';
import {meantWords, type PieceSurroundings, withWholePaths} from '../../config-file/process-pieces.ts';
import {OFFICIAL_FLAGS, OWN_FLAGS} from '../../rules/helper-flags.ts';
import {REDACTED} from '../evidence/config.ts';
import type {Evidence} from '../evidence/evidence.ts';
import {seenIn} from '../evidence/look.ts';
import {parseWords} from '../gather/parse-words.ts';

/** What a credential process was meant to be, whatever became of the line. */
export interface MeantCommand {
	readonly maker: 'own' | 'official-helper' | 'other';
	/** The program as it stands there, a relative path made absolute. */
	readonly program: string;
	readonly order: ReturnType<typeof parseWords>['order'];
	readonly home?: string;
	/** Flags of the official helper that `configure` cannot write, and without which it does something else. */
	readonly others: readonly string[];
}

/**
 * The credential process of the CLI profile in question: the line of the config file with all that belongs to it, or the words
 * that stand for it; undefined where there is none.
 */
export function meantCommand(evidence: Evidence): MeantCommand | undefined {
	const words = wordsInFiles(evidence) ?? seenIn(evidence.command)?.words;
	if (words === undefined || words.length === 0) {
		return undefined;
	}

	const mended = withFlagsMended(words);
	const {maker, order, home} = parseWords(mended);
	const others = mended.filter(word => NOT_CONFIGURABLE.has(word.replace(/=.*$/s, '')));
	const paths = withWholePaths(mended, placeOf(evidence));
	const absolute = parseWords(paths);
	return {
		maker,
		program: paths[0] ?? '',
		order: {...order, ...absolute.order},
		others,
		...(home !== undefined && {home: absolute.home ?? home}),
	};
}

/** Where `~` leads to, and where relative paths begin. */
export function placeOf({host}: Pick<Evidence, 'host'>): PieceSurroundings {
	const home = seenIn(host.home);
	return {...(home !== undefined && {home}), workingDirectory: host.workingDirectory};
}

function wordsInFiles(evidence: Evidence): readonly string[] | undefined {
	if (seenIn(evidence.command)?.origin === 'flags') {
		return undefined;
	}

	const {name} = evidence.cliProfile;
	const blocks = [seenIn(evidence.config.config), seenIn(evidence.config.credentials)].flatMap((file, index) =>
		file === undefined
			? []
			: processBlocks(readDocument(file.text), ({header, cliProfile, cliProfileToJavaScript}) =>
					index === 0
						? cliProfile === name || cliProfileToJavaScript === name || isMeantAs(header, name)
						: isMeantAs(header, name),
				),
	);
	const all = blocks.map(({texts}) => meantWords(texts));
	return all.find(words => words.includes('--trust-anchor-arn')) ?? all.at(-1);
}

const HELPER_FLAGS: ReadonlySet<string> = new Set([...OFFICIAL_FLAGS.keys(), ...OWN_FLAGS.keys()]);

/** Flags with long dashes or a slip of the pen, and values that hold a blank. Secrets are left out. */
function withFlagsMended(words: readonly string[]): readonly string[] {
	const mended: string[] = [];
	let isValue = false;
	for (const word of words) {
		const flag = flagMeant(word);
		if (flag !== undefined) {
			mended.push(flag);
			isValue = false;
		} else if (isValue && mended.length > 0) {
			mended.push(`${mended.pop() ?? ''} ${word}`);
		} else {
			mended.push(word);
			isValue = mended.at(-2)?.startsWith('--') ?? false;
		}
	}

	return mended.filter((word, index) => word !== REDACTED && mended[index + 1] !== REDACTED);
}

function flagMeant(word: string): string | undefined {
	const dashed = word.replace(/^[\u2010-\u2015\u2212]+/, '--').replace(/^---+/, '--');
	if (!/^--?[a-z]/.test(dashed)) {
		return undefined;
	}

	const name = dashed.replace(/^-(?!-)/, '--');
	if (HELPER_FLAGS.has(name) || name.includes('=')) {
		return name;
	}

	const near = [...HELPER_FLAGS].filter(flag => flag.startsWith(name) || name.startsWith(flag));
	return near.length === 1 ? near[0] : name;
}

/** What they take from elsewhere than files, or how they go on. */
const NOT_CONFIGURABLE: ReadonlySet<string> = new Set([
	'--with-proxy',
	'--no-verify-ssl',
	'--cert-selector',
	'--pkcs11-lib',
	'--reuse-pin',
	'--system-store-name',
	'--tpm-key-password',
	'--no-tpm-key-password',
	'--use-latest-expiring-certificate',
	'--pkcs8-password',
	'--passphrase-env',
]);
