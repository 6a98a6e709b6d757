import {blank, indent, type Line} from '../../ui/line.ts';
import {table, titled} from '../../ui/rows.ts';
import {wrap} from '../../ui/wrap.ts';
import type {Part} from '../guide/telling.ts';
import {commandRows} from './command-rows.ts';

/** Parts as rows, an empty one between them; commands stand right below what they are for. */
export function partRows(parts: readonly Part[], width: number): readonly Line[] {
	return parts.flatMap((part, index) => [
		...(index === 0 || part.kind === 'commands' ? [] : [blank]),
		...rowsOf(part, width),
	]);
}

function rowsOf(part: Part, width: number): readonly Line[] {
	switch (part.kind) {
		case 'text':
			return titled(
				part.title,
				part.paragraphs.flatMap(text => wrap(text, width - 2)),
				width,
			);
		case 'commands':
			return part.commands.flatMap(command => commandRows(command, width - 4).map(row => indent(row, 4)));
		case 'table':
			return titled(part.title, table(part.rows, width - 2), width);
	}
}
