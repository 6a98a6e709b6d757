import type {ConfigKey} from '../rules/config-files.ts';
import type {ConfigDocument} from './document.ts';

/** A `credential_process` and all lines that were meant as more of it. */
export interface ProcessBlock {
	readonly key: ConfigKey;
	/** Numbers of lines from 1, that of the key first; blank lines and notes between them are not among them. */
	readonly lines: readonly number[];
	/** What stands on them; of the first, what stands behind the key. */
	readonly texts: readonly string[];
}

/**
 * Every `credential_process` of the sections that are meant, with what was meant as more of it: indented lines, those after
 * a backslash, and those that begin with a flag, up to the next setting or section.
 */
export function processBlocks(
	{lines, sections}: ConfigDocument,
	isMeant: (section: ConfigDocument['sections'][number]) => boolean,
): readonly ProcessBlock[] {
	return sections
		.filter(isMeant)
		.flatMap(({keys}) => keys)
		.filter(({written}) => written.toLowerCase() === 'credential_process')
		.map(key => {
			const first = lines[key.line - 1]?.text ?? '';
			const numbers = [key.line];
			let last = first;
			for (let number = key.line + 1; number <= lines.length; number += 1) {
				const text = lines[number - 1]?.text ?? '';
				const isPassedOver = /^\s*(?:[#;].*)?$/.test(text);
				if (!isPassedOver && !goesOn(text, last)) {
					break;
				}

				if (!isPassedOver) {
					numbers.push(number);
					last = text;
				}
			}

			const value = first.slice(first.search(/[=:]/) + 1);
			return {key, lines: numbers, texts: [value, ...numbers.slice(1).map(number => lines[number - 1]?.text ?? '')]};
		});
}

function goesOn(text: string, before: string): boolean {
	const isSetting = /^\s*(?:\[|[A-Za-z][\w.]*\s*=)/.test(text);
	return !isSetting && (/^\s+\S/.test(text) || /\\\s*$/.test(before) || /^\s*["']?-/.test(text));
}
