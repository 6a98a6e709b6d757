import {type Line, line, type Tone} from '../../ui/line.ts';
import {breakText} from '../../ui/wrap.ts';
import {adviceRows} from './command-rows.ts';

/** What a line of a difference means by its first characters. */
const MARKS: readonly (readonly [RegExp, Tone])[] = [
	[/^(?:---|\+\+\+) /, 'faint'],
	[/^\+/, 'good'],
	[/^-/, 'bad'],
	[/^ /, 'plain'],
];

/** What would be done, in rows: lines of a difference in the tone of their mark and never moved, all else as words and commands. */
export function changeRows(text: string, width: number): readonly Line[] {
	return text
		.trimEnd()
		.split('\n')
		.flatMap(row => {
			const tone = MARKS.find(([mark]) => mark.test(row))?.[1];
			return tone === undefined ? adviceRows(row, width) : breakText(row, width).map(part => line(part, tone));
		});
}
