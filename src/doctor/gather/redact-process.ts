import {REDACTED} from '../evidence/config.ts';

/** Flags whose value is a secret: those of the official helper, and whatever other programs call so. Some take no value. */
const SECRET_FLAG = /^(?!--?(?:reuse-pin$|no-))--?[\w-]*(?:passw(?:or)?d|passphrase|secret|token|pin)$/i;

/** A blank-separated piece of a command, as it is written: quotes and escapes are part of it. */
const PIECE = /(?:"(?:[^"\\]|\\.)*(?:"|$)|'[^']*(?:'|$)|\\.|[^\s"'\\]|\\$)+/g;

/** True where the command is that of a helper whose flags are known, so that all but secrets can be shown. */
export function isHelperCommand(text: string): boolean {
	return /--?trust-anchor-arn\b|(?:^|[\s/\\"'])(?:aws_signing_helper|anchorsmith)(?:\.exe|\.cmd)?(?=["'\s]|$)/.test(
		text,
	);
}

/** Takes secrets out of a command line, one line of it after the other: what follows a flag may stand on the next one. */
export class ProcessRedaction {
	readonly #isHelper: boolean;
	#isFirst = true;
	#isSecretNext = false;

	/** @param isHelper - As {@link isHelperCommand} says of the whole command. */
	constructor(isHelper: boolean) {
		this.#isHelper = isHelper;
	}

	/** The line with the same quotes and blanks. */
	take(text: string): string {
		return text.replace(PIECE, piece => this.#piece(piece));
	}

	#piece(piece: string): string {
		const [isFirst, isSecret] = [this.#isFirst, this.#isSecretNext];
		this.#isFirst = false;
		this.#isSecretNext = SECRET_FLAG.test(unquoted(piece));
		if (isSecret) {
			return opaque(piece);
		}

		const [, flag, value] = /^(["']?--?[\w-]+=)([\s\S]*)$/.exec(piece) ?? [];
		if (flag !== undefined && value !== undefined && SECRET_FLAG.test(unquoted(flag).slice(0, -1))) {
			return flag + opaque(value);
		}

		const isPlain = this.#isHelper && !(/^["']/.test(piece) && /\s-|[;&|]/.test(piece));
		return isFirst ? piece : isPlain ? withoutPins(piece) : masked(piece);
	}
}

function unquoted(piece: string): string {
	return piece.replace(/["']/g, '');
}

/** What stands for a secret, with what decides where the piece ends. */
function opaque(piece: string): string {
	const quote = /^["']/.exec(piece)?.[0] ?? '';
	const isClosed = quote !== '' && piece.length > 1 && piece.endsWith(quote);
	return `${quote}${REDACTED}${isClosed ? quote : ''}${/\\$/.test(piece) ? '\\' : ''}`;
}

/** PINs in PKCS#11 addresses, passwords in web addresses, and secrets that are handed on as variables. */
function withoutPins(piece: string): string {
	return withoutUserInfo(piece)
		.replace(/(pin-value=)[^&;"'\s]*/g, `$1${REDACTED}`)
		.replace(/^(["']?\w*(?:KEY|SECRET|TOKEN|PASS\w*)=)[^"']+/, `$1${REDACTED}`);
}

/** User and password of web addresses taken out, and what follows a question mark. */
export function withoutUserInfo(text: string): string {
	return text
		.replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^/\s"'@]*@/gi, `$1${REDACTED}@`)
		.replace(/(\bhttps?:\/\/[^\s"'?]*\?)[^\s"']+/gi, `$1${REDACTED}`);
}

/**
 * Of a program that is not known, only names of flags, paths and ARNs are shown. What divides words, to shells and to
 * people, stays.
 */
function masked(piece: string): string {
	return piece.replace(/[^\s"'`$\\;&|<>(){}*?[\]#~!%^]+/g, run => {
		const isShown = /^--[a-z][a-z-]*$|^-[a-z]$|^\/[\w./@-]*$|^arn:aws[\w:/.+=,@-]*$/i.test(run);
		const flag = /^--[a-z][a-z-]*=/i.exec(run)?.[0] ?? '';
		return isShown ? run : flag + run.slice(flag.length).replace(/[^/:.=,@-]+/g, REDACTED);
	});
}
