import type {Line} from '../../ui/line.ts';
import {line} from '../../ui/line.ts';
import {marked} from '../../ui/rows.ts';
import type {Theme} from '../../ui/theme.ts';
import {wrap} from '../../ui/wrap.ts';
import {mending as texts} from '../texts/en.ts';

/** What was done and how to undo it; no rows when nothing was. */
export function doneRows(done: readonly string[], width: number, {symbols}: Theme): readonly Line[] {
	return done.length === 0
		? []
		: [
				...marked(symbols.done, texts.done, {width, tone: 'good'}),
				...done.flatMap(text => wrap(text, width - 2)).map((row): Line => [...line('  '), ...row]),
			];
}
