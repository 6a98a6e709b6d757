/** Controls (C0, DEL, C1), bidirectional and invisible formatting, line separators and lone surrogates. */
const UNPRINTABLE =
	/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu;

/**
 * Text from outside, made safe to show: whatever could move a cursor, set a title, open a link or
 * reorder the line appears as `\u{1b}` instead (design, promise 4). Safe text is returned unchanged.
 */
export function printable(text: string): string {
	return text.replace(UNPRINTABLE, character => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
