import type {LinePrompt} from '../../ui/lines/line-prompt.ts';
import type {Part} from '../guide/telling.ts';

/** Says parts, each under its title; commands stand alone, fit to be copied. */
export function sayParts(parts: readonly Part[], {say}: Pick<LinePrompt, 'say'>): void {
	for (const part of parts) {
		if (part.kind === 'commands') {
			say(part.commands.join('\n'));
		} else {
			say(`\n${part.title}`);
			const lines = part.kind === 'text' ? part.paragraphs : part.rows.map(([name, value]) => `${name}: ${value}`);
			say(lines.map(line => `  ${line}`).join('\n'));
		}
	}
}
