import type {ConfigKey} from '../rules/config-files.ts';
import {type ConfigDocument, readDocument} from './document.ts';
import {joinLines, lineEndOf, type TextLine} from './lines.ts';

/**
 * The text with other lines in the place of some, which are named by their numbers from 1; all else stays byte for byte.
 * Lines that come anew end as the first one does.
 */
export function editLines(
	text: string,
	edit: (document: ConfigDocument) => ReadonlyMap<number, readonly string[]>,
): string {
	const document = readDocument(text);
	const edits = edit(document);
	if (edits.size === 0) {
		return text;
	}

	const end = lineEndOf(document.lines);
	const edited = document.lines.flatMap((line, index): readonly TextLine[] => {
		const wanted = edits.get(index + 1);
		return wanted?.map((content, at) => ({text: content, end: at === wanted.length - 1 ? line.end : end})) ?? [line];
	});
	return (document.hasByteOrderMark ? '\uFEFF' : '') + joinLines(edited);
}

/** The numbers of all lines of some settings. */
export function linesOf(keys: readonly ConfigKey[]): readonly number[] {
	return keys.flatMap(({line, continuations}) => [line, ...continuations]);
}

/** What stands on a line, without its end. */
export function textAt({lines}: ConfigDocument, line: number): string {
	return lines[line - 1]?.text ?? '';
}
