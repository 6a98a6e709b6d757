import {type Line, line} from '../../ui/line.ts';
import {blocks, table, titled} from '../../ui/rows.ts';
import {breakText, wrap} from '../../ui/wrap.ts';
import type {Part} from '../guide/telling.ts';

/** Parts as rows, an empty one between them; commands stand under the part before them. */
export function partRows(parts: readonly Part[], width: number): readonly Line[] {
	return blocks(...parts.map(part => rowsOf(part, width)));
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
			// As a terminal breaks what is too long: nothing is added, nothing is moved.
			return part.commands.flatMap(command =>
				command.split('\n').flatMap(text => breakText(text, width - 2).map(row => line(`  ${row}`, 'accent'))),
			);
		case 'table':
			return titled(part.title, table(part.rows, width - 2), width);
	}
}
