import {REDACTED} from '../evidence/config.ts';

/** Flags whose value is a secret: those of the official helper, and whatever other programs call so. Some take no value. */
const SECRET_FLAG = /^(?!--?(?:reuse-pin$|no-))--?[\w-]*(?:passw(?:or)?d|passphrase|secret|token|pin)$/i;

/** A setting that was indented into the command by mistake. */
const SECRET_NAME = /^\w*(?:secret|token|passw(?:or)?d|passphrase|access_key)\w*[=:]?$/i;

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
	#isFirst: boolean;
	#isSecretNext = false;
	/** True behind the first piece of a secret. */
	#isWithin = false;

	/**
	 * @param options.isHelper - As {@link isHelperCommand} says of the whole command.
	 * @param options.isRest - True for a line of it that does not begin with the program.
	 */
	constructor({isHelper, isRest = false}: {readonly isHelper: boolean; readonly isRest?: boolean}) {
		this.#isHelper = isHelper;
		this.#isFirst = !isRest;
	}

	/** True when what comes next is a secret. */
	get isSecretNext(): boolean {
		return this.#isSecretNext;
	}

	/** The line with the same quotes and blanks. */
	take(text: string): string {
		return text.replace(PIECE, piece => this.#piece(piece));
	}

	#piece(piece: string): string {
		const [isFirst, isSecret] = [this.#isFirst, this.#isSecretNext];
		this.#isFirst = false;
		if (isSecret && /^[=:]$/.test(piece)) {
			return piece;
		}

		// A secret with blanks in it and without quotes is several pieces, up to the next flag.
		const isMore = isSecret && !piece.startsWith('-');
		this.#isSecretNext = isMore || SECRET_FLAG.test(unquoted(piece)) || SECRET_NAME.test(unquoted(piece));
		if (isSecret && (isMore || !this.#isWithin)) {
			this.#isWithin = true;
			return opaque(piece);
		}

		const [, flag, value] = /^(["']?--?[\w-]+=)([\s\S]*)$/.exec(piece) ?? [];
		const isInline = flag !== undefined && SECRET_FLAG.test(unquoted(flag).slice(0, -1));
		const isPlain = this.#isHelper && !(/^["']/.test(piece) && /\s-|[;&|]/.test(piece));
		const shown = isInline ? flag + opaque(value ?? '') : isPlain ? withoutPins(piece) : masked(piece);
		this.#isWithin = isInline || (isPlain && !isFirst && shown !== piece);
		this.#isSecretNext ||= this.#isWithin;
		return isFirst && !/[=:]/.test(piece.slice(2)) ? piece : shown;
	}
}

function unquoted(piece: string): string {
	return piece.replace(/["']/g, '');
}

/** What stands for a secret, with what decides where the piece ends. */
function opaque(piece: string): string {
	const [, quote = '', rest = ''] = /^(["']?)([\s\S]*)$/.exec(piece) ?? [];
	return `${quote}${REDACTED}${rest.replace(/[^"']/g, '')}${/\\$/.test(rest) ? '\\' : ''}`;
}

/** PINs in PKCS#11 addresses, passwords in web addresses, and secrets that are handed on as variables. */
function withoutPins(piece: string): string {
	return withoutUserInfo(piece)
		.replace(/(pin-value=)([^&]*)/g, (_whole, name: string, pin: string) => name + opaque(pin))
		.replace(/^(["']?\w*(?:key|secret|token|pass\w*)[=:])[^"']+/i, `$1${REDACTED}`);
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
