import type {Space} from '../../ui/fields/field.ts';
import {blank, type Line, line} from '../../ui/line.ts';
import {marked} from '../../ui/rows.ts';
import {wrap} from '../../ui/wrap.ts';
import {conducting, previewing as texts} from '../texts/en.ts';
import type {WhoProblem} from '../who/administrator.ts';

/** Why nobody could be identified, what that means, and what to do in another window. */
export function whoRows(
	{message, help, next}: WhoProblem,
	{columns, theme}: Space,
	asCalled: (text: string) => string,
): readonly Line[] {
	return [
		...marked(theme.symbols.attention, message, {width: columns, tone: 'caution'}),
		...wrap(help, columns),
		blank,
		line(conducting.whatNext, 'strong'),
		...next.flatMap(step => wrap(`  ${asCalled(step)}`, columns)),
		...wrap(`  ${texts.tryAgain}`, columns, 'faint'),
	];
}
