import type {ConfigKey, ConfigSection} from '../rules/config-files.ts';
import type {ConfigDocument} from './document.ts';
import {editLines, linesOf, textAt} from './edit-lines.ts';

/**
 * The text with sections that are the same made one, and of settings that come twice the later one, as the SDK for
 * JavaScript reads them; a process of Roles Anywhere stays whatever comes after it.
 */
export function withoutDuplicates(text: string, file: 'config' | 'credentials'): string {
	const merged = editLines(text, document => mergedSections(document, file));
	return editLines(merged, document => {
		const surplus = document.sections.flatMap(({keys}) => surplusKeys(keys));
		return new Map(linesOf(surplus).map(line => [line, []]));
	});
}

function mergedSections(
	document: ConfigDocument,
	file: 'config' | 'credentials',
): ReadonlyMap<number, readonly string[]> {
	const edits = new Map<number, readonly string[]>();
	const firsts = new Map<string, ConfigSection>();
	const added = new Map<ConfigSection, string[]>();
	for (const section of document.sections.filter(({header}) => header !== 'DEFAULT')) {
		const name = file === 'config' ? (section.cliProfile ?? section.header) : section.header;
		const first = firsts.get(name);
		if (!first) {
			firsts.set(name, section);
			continue;
		}

		const all = Array.from({length: section.lastLine - section.line}, (_none, index) => section.line + 1 + index);
		added.set(first, [...(added.get(first) ?? []), ...all.map(line => textAt(document, line))]);
		for (const line of [section.line, ...all]) {
			edits.set(line, []);
		}
	}

	for (const [{lastLine}, lines] of added) {
		edits.set(lastLine, [textAt(document, lastLine), ...lines]);
	}

	return edits;
}

function surplusKeys(keys: readonly ConfigKey[]): readonly ConfigKey[] {
	return keys.filter(key => {
		const same = keys.filter(({written}) => written.toLowerCase() === key.written.toLowerCase());
		const best = same.findLast(({value}) => /--trust-anchor-arn\b/.test(value)) ?? same.at(-1);
		return key !== best;
	});
}
