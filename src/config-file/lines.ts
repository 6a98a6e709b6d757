/** One line and how it ends; only the last may end in nothing. */
export interface TextLine {
	readonly text: string;
	readonly end: '' | '\n' | '\r\n' | '\r';
}

/** Splits text where Python's text files do. {@link joinLines} gives the very same text back. */
export function splitLines(text: string): readonly TextLine[] {
	return [...text.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)]
		.map(([, content = '', end = '']) => ({text: content, end: asEnd(end)}))
		.filter(({text: content, end}) => content !== '' || end !== '');
}

/** The text of lines. */
export function joinLines(lines: readonly TextLine[]): string {
	return lines.map(({text, end}) => text + end).join('');
}

/** The text of lines without the end of the last. */
export function blockText(lines: readonly TextLine[]): string {
	const last = lines.at(-1);
	return joinLines(lines).slice(0, last && last.end !== '' ? -last.end.length : undefined);
}

/** How lines of this text end: as the first one does, or in a line feed. */
export function lineEndOf(lines: readonly TextLine[]): '\n' | '\r\n' {
	return lines[0]?.end === '\r\n' ? '\r\n' : '\n';
}

function asEnd(end: string): TextLine['end'] {
	return end === '\n' || end === '\r\n' || end === '\r' ? end : '';
}
