import {ExpectedError} from '../errors.ts';
import {printable} from '../printable.ts';
import {problem, type Result} from '../result.ts';
import {splitAsShell} from './shell.ts';
import {splitAsShlex} from './shlex.ts';
import {splitAsWindows} from './windows.ts';

/** Whose rules split a command: everything but Windows shares one set. */
export type CommandPlatform = 'posix' | 'windows';

/** The platform whose rules hold under Node's name for a system. */
export function commandPlatform(platform: NodeJS.Platform): CommandPlatform {
	return platform === 'win32' ? 'windows' : 'posix';
}

/** Characters that need no quotes with any reader; elsewhere a backslash joins them on Windows. */
const PLAIN = {posix: /^[A-Za-z0-9_@%+=:,./-]+$/, windows: /^[A-Za-z0-9_@+=:,./\\-]+$/};

/** Characters that some reader interprets even between double quotes, or that no line can hold. */
const UNSAFE = {
	posix: /["$`!\\\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u,
	windows: /["$`!%^&|<>\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u,
};

/**
 * One line for `credential_process` from which botocore, which runs no shell, and the SDK for JavaScript, which
 * hands it to one, both make these arguments (fact sheet, CFG-43). Proven by splitting it again (CFG-47).
 *
 * @throws {ExpectedError} `UNQUOTABLE_ARGUMENT` naming an argument that no quoting protects with every client.
 */
export function quoteCommand(args: readonly string[], platform: CommandPlatform): string {
	const text = args.map(arg => quoteArgument(arg, platform)).join(' ');
	const misread = misreading(text, args, platform);
	if (misread !== undefined) {
		throw unquotable(printable(args.join(' ')), misread);
	}

	return text;
}

/** How some client would misread a command that is to mean these arguments; undefined when all read it right. */
export function misreading(text: string, args: readonly string[], platform: CommandPlatform): string | undefined {
	for (const [reader, read] of [
		['botocore', splitAsBotocore(text, platform)],
		['a shell', splitAsShell(text, platform)],
	] as const) {
		if (!read.ok) {
			return `${reader} cannot read it: ${read.problem}`;
		}

		if (read.value.length !== args.length || read.value.some((arg, index) => arg !== args[index])) {
			return `${reader} would split it otherwise`;
		}
	}

	return noteIn(text) ? 'the AWS SDK for JavaScript would take part of it for a note' : undefined;
}

/** The arguments that botocore makes of a `credential_process` value; it runs them without a shell (CFG-40, CFG-42). */
export function splitAsBotocore(text: string, platform: CommandPlatform): Result<readonly string[], string> {
	const words = platform === 'windows' ? splitAsWindows(text) : splitAsShlex(text);
	return words.ok && words.value.length === 0 ? problem('it names no program') : words;
}

export {splitAsShell} from './shell.ts';

/** True when the SDK for JavaScript would cut a value at a `#` or `;` that starts it or follows a blank (CFG-26). */
export function noteIn(value: string): boolean {
	return /(?:^|\s)[;#]/.test(value);
}

function quoteArgument(arg: string, platform: CommandPlatform): string {
	if (PLAIN[platform].test(arg)) {
		return arg;
	}

	const unsafe = UNSAFE[platform].exec(arg)?.[0];
	if (unsafe !== undefined) {
		throw unquotable(printable(arg), `it holds ${unsafe === '\\' ? 'a backslash' : printable(unsafe)}`);
	}

	if (/\s[;#]/.test(arg)) {
		throw unquotable(printable(arg), 'some would take # or ; after a blank for the start of a note');
	}

	if (arg.endsWith('\\')) {
		throw unquotable(printable(arg), 'it ends in a backslash');
	}

	return `"${arg}"`;
}

function unquotable(what: string, why: string): ExpectedError {
	return new ExpectedError(
		'UNQUOTABLE_ARGUMENT',
		`credential_process cannot carry ${what} in a way that every AWS client reads alike: ${why}.`,
		{next: ['Use a path of letters, digits, blanks and any of _ @ + = : , . / -']},
	);
}
