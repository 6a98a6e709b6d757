import {commandLines} from '../../report/wrapped.ts';
import {type Line, line} from '../../ui/line.ts';
import {breakText, wrap} from '../../ui/wrap.ts';

/**
 * A command in rows that a shell takes as one, broken between words; what has lines of its own, or a word that is longer
 * than a row, is broken anywhere, as a terminal would.
 */
export function commandRows(command: string, width: number): readonly Line[] {
	const lines = command.includes('\n') ? command.split('\n') : continued(command, width);
	return lines.flatMap(text => breakText(text, width).map(row => line(row, 'accent')));
}

/** Words, and below them the command that they end in. */
export function adviceRows(text: string, width: number): readonly Line[] {
	const [, words, command] = /^(?:(.*?:) )?((?:anchorsmith|node|npx|aws|cp|mv|rm|chmod) \S.*)$/s.exec(text) ?? [];
	return command === undefined
		? wrap(text, width)
		: [...(words === undefined ? [] : wrap(words, width)), ...commandRows(command, width)];
}

/** Only what reads the same as before. */
function continued(command: string, width: number): readonly string[] {
	const lines = commandLines(command, width);
	const again = lines.map((text, index) => (index === 0 ? text : text.trimStart()).replace(/ \\$/, '')).join(' ');
	return again === command ? lines : [command];
}
