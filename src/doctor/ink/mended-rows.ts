import type {MendedThing} from '../../report/doctor-text.ts';
import {indent, type Line} from '../../ui/line.ts';
import {blocks, marked} from '../../ui/rows.ts';
import type {Theme} from '../../ui/theme.ts';
import {mending as texts} from '../texts/en.ts';
import {adviceRows} from './command-rows.ts';

/** What was mended, what was done for it, and how to undo it; no rows when nothing was. */
export function mendedRows(mended: readonly MendedThing[], width: number, {symbols}: Theme): readonly Line[] {
	return blocks(
		...mended.map(({what, did}) => [
			...marked(symbols.done, texts.mended(what), {width, tone: 'good'}),
			...did.flatMap(text => adviceRows(text, width - 2)).map(row => indent(row, 2)),
		]),
	);
}
