import {printable} from '../printable.ts';
import type {BlockChange} from './cli-profile.ts';

/** Flags of credential programs whose value is a secret, and PINs in addresses of tokens: a line written by hand may hold one. */
const SECRET = /(--(?!\S*-file\b)\S*?(?:pass|pin|secret|token)[\w-]*)(?:=|\s+)(?!-)(?:"[^"]*"|'[^']*'|\S+)/gi;
const PIN = /(\bpin-value=)[^&\s"']+/gi;

/**
 * What changes in the one block of lines, for people: ` ` stays, `-` goes, `+` comes. Lines of other
 * sections, which may hold secrets, are never shown; nor are the values of password flags.
 */
export function diffOf(file: string, {before, after}: BlockChange): string {
	const [old, new_] = [before ?? '', after].map(block => (block === '' ? [] : block.split(/\r\n|\n|\r/)));
	return [
		`--- ${before === null ? '(none)' : printable(file)}`,
		`+++ ${printable(file)}`,
		...compare(old ?? [], new_ ?? []),
		'',
	].join('\n');
}

/** Lines of a block are few and keep their order, so each old line is looked for after the last one found. */
function compare(old: readonly string[], edited: readonly string[]): readonly string[] {
	const shown: string[] = [];
	let at = 0;
	for (const line of old) {
		const found = edited.indexOf(line, at);
		if (found === -1) {
			shown.push(`-${shownLine(line)}`);
		} else {
			shown.push(...edited.slice(at, found).map(added => `+${shownLine(added)}`), ` ${shownLine(line)}`);
			at = found + 1;
		}
	}

	return [...shown, ...edited.slice(at).map(added => `+${shownLine(added)}`)];
}

function shownLine(line: string): string {
	const [, key] = /^\s*([^=:\s]+)\s*[=:]/.exec(line) ?? [];
	if (key !== undefined && /secret|token|password|aws_access_key_id/i.test(key)) {
		return `${printable(key)} = (not shown)`;
	}

	return printable(line.replace(SECRET, '$1 (not shown)').replace(PIN, '$1(not shown)'));
}
