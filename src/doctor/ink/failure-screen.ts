import type {ExpectedError} from '../../errors.ts';
import {line} from '../../ui/line.ts';
import {blocks, marked} from '../../ui/rows.ts';
import {letterOf, pageScreen} from '../../ui/screens/page-screen.ts';
import type {Screen} from '../../ui/stage.tsx';
import {keys} from '../../ui/texts/en.ts';
import {wrap} from '../../ui/wrap.ts';
import {safe} from '../guide/telling.ts';
import {doctorView} from './doctor-view.ts';

/** Something that could not be done, and the ways on. */
export interface ShowingFailure {
	readonly cliProfile: string | undefined;
	/** What could not be done. */
	readonly title: string;
	readonly error: ExpectedError;
	asCalled(text: string): string;
	/** Undefined where trying again is no use. */
	readonly retry?: () => void;
	back(): void;
}

/** Shows what failed, why, and what helps. */
export function failureScreen({cliProfile, title, error, asCalled, retry, back}: ShowingFailure): Screen {
	return pageScreen({
		frame: view => doctorView(cliProfile, view),
		hints: () => [...(retry ? [{key: 'r', does: keys.retry}] : []), {key: 'Esc', does: keys.back}],
		rows: (width, {symbols}) =>
			blocks(
				[line(title, 'strong')],
				marked(symbols.failed, safe(error.message), {width, tone: 'bad'}),
				error.next.flatMap(step => wrap(asCalled(step), width)),
			),
		press(key) {
			if (letterOf(key) === 'r') {
				retry?.();
			} else if (key.name === 'escape') {
				back();
			}
		},
	});
}
