import type {Tone} from './line.ts';

/** Marks of one cell each; every one of them stands beside words. */
export interface Symbols {
	readonly pointer: string;
	readonly done: string;
	readonly current: string;
	readonly ahead: string;
	readonly skipped: string;
	readonly attention: string;
	readonly failed: string;
	readonly chosen: string;
	readonly open: string;
	readonly mask: string;
	readonly rule: string;
	readonly wall: string;
	readonly more: string;
	readonly less: string;
	readonly spinner: readonly string[];
}

/** How things look. */
export interface Theme {
	/** False under NO_COLOR, `--color never` and where the terminal has none: then not one style is sent. */
	readonly hasColor: boolean;
	readonly isUnicode: boolean;
	readonly symbols: Symbols;
}

const UNICODE: Symbols = {
	pointer: '❯',
	done: '✓',
	current: '●',
	ahead: '○',
	skipped: '–',
	attention: '!',
	failed: '✗',
	chosen: '●',
	open: '○',
	mask: '•',
	rule: '─',
	wall: '│',
	more: '↓',
	less: '↑',
	spinner: ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'],
};

const ASCII: Symbols = {
	pointer: '>',
	done: 'v',
	current: '*',
	ahead: 'o',
	skipped: '-',
	attention: '!',
	failed: 'x',
	chosen: '*',
	open: 'o',
	mask: '*',
	rule: '-',
	wall: '|',
	more: 'v',
	less: '^',
	spinner: ['|', '/', '-', '\\'],
};

/** How this terminal should be drawn on: its locale decides on characters, NO_COLOR and its kind on colours. */
export function themeFor(
	env: Readonly<Record<string, string | undefined>>,
	platform: NodeJS.Platform,
	color: 'auto' | 'always' | 'never' = 'auto',
): Theme {
	const isUnicode = speaksUnicode(env, platform);
	return {
		hasColor: color === 'always' || (color === 'auto' && showsColor(env)),
		isUnicode,
		symbols: isUnicode ? UNICODE : ASCII,
	};
}

/** The first of the three that is set decides (POSIX, Base Definitions 8.2); Windows has none, but tells its new terminal. */
function speaksUnicode(env: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform): boolean {
	if (platform === 'win32') {
		return Boolean(env['WT_SESSION'] ?? env['TERM_PROGRAM']);
	}

	return /utf-?8/i.test(env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '');
}

function showsColor(env: Readonly<Record<string, string | undefined>>): boolean {
	return !env['NO_COLOR'] && env['FORCE_COLOR'] !== '0' && env['TERM'] !== 'dumb';
}

/** How Ink writes a tone. */
export interface InkStyle {
	readonly color?: 'cyan' | 'green' | 'yellow' | 'red';
	readonly bold?: boolean;
	readonly dimColor?: boolean;
}

const STYLES: Readonly<Record<Tone, InkStyle>> = {
	plain: {},
	strong: {bold: true},
	accent: {color: 'cyan', bold: true},
	faint: {dimColor: true},
	good: {color: 'green'},
	caution: {color: 'yellow'},
	bad: {color: 'red'},
};

/** The style of a tone; none at all where there are no colours. */
export function styleOf(tone: Tone, {hasColor}: Theme): InkStyle {
	return hasColor ? STYLES[tone] : {};
}

const TYPOGRAPHY: Readonly<Record<string, string>> = {
	'‘': "'",
	'’': "'",
	'“': '"',
	'”': '"',
	'…': '~',
	'·': '|',
	'–': '-',
	'—': '-',
	'→': '>',
	'←': '<',
	'↑': '^',
	'↓': 'v',
	'×': 'x',
};

/** Our own typography in characters that every terminal has, each as wide as before; what came from outside is left alone. */
export function spell(text: string, {isUnicode}: Theme): string {
	return isUnicode ? text : text.replace(/[‘’“”…·–—→←↑↓×]/g, mark => TYPOGRAPHY[mark] ?? mark);
}
