import {elapsed, spinnerAt} from '../elapsed.ts';
import type {View} from '../frame.ts';
import {type Line, span} from '../line.ts';
import type {Screen} from '../stage.tsx';
import {keys} from '../texts/en.ts';

/** Something that takes a while, of which nothing else is known. Keys mean nothing meanwhile, so that none is taken for an answer. */
export function busyScreen(
	what: string,
	now: () => Date,
	frame: (view: Pick<View, 'body' | 'hints' | 'isMoving'>) => View,
): Screen {
	const since = now();
	return {
		view: () =>
			frame({
				isMoving: true,
				hints: [{key: 'Ctrl-C', does: keys.interrupt}],
				body({theme}) {
					const spent = now().getTime() - since.getTime();
					const row: Line = [
						span(`${spinnerAt(spent, theme)} `, 'accent'),
						span(what),
						span(spent < 1000 ? '' : `  ${elapsed(spent)}`, 'faint'),
					];
					return {lines: [row]};
				},
			}),
		press: () => undefined,
	};
}
