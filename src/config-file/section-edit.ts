import type {ConfigKey, ConfigSection} from '../rules/config-files.ts';
import type {CliProfileSettings, EditedLines} from './cli-profile.ts';
import type {ConfigDocument} from './document.ts';
import {withoutNote} from './javascript-dialect.ts';
import {blockText, lineEndOf, type TextLine} from './lines.ts';

/** Changes settings within a section that is there; the lines of all others stay as they are. */
export function editBlock(
	{lines, sections}: ConfigDocument,
	section: ConfigSection,
	settings: CliProfileSettings,
): EditedLines {
	const rewritten = new Map<number, string | undefined>();
	const added: string[] = [];
	for (const [name, value] of Object.entries(settings)) {
		const key = section.keys.find(({written}) => written === name);
		if (!key) {
			added.push(...(value === null ? [] : [`${name} = ${value}`]));
		} else if (value === null || !isWrittenAs(key, lines, value)) {
			rewritten.set(key.line, value === null ? undefined : rewrite(key, lines, value));
			for (const continuation of key.continuations) {
				rewritten.set(continuation, undefined);
			}
		}
	}

	const end = lineEndOf(lines);
	const indent = indentFor(section, sections, lines);
	const old = lines.slice(section.line - 1, section.lastLine);
	const kept = old.flatMap((line, index): readonly TextLine[] => {
		const number = section.line + index;
		const text = rewritten.has(number) ? rewritten.get(number) : line.text;
		return text === undefined ? [] : [{...line, text}];
	});
	const block = [...kept, ...added.map(text => ({text: indent + text, end}))];
	return {
		lines: withEnds([...lines.slice(0, section.line - 1), ...block, ...lines.slice(section.lastLine)], lines, end),
		before: blockText(old),
		after: blockText(withEnds(block, old, end)),
		joint: {lineEnd: '', blank: ''},
	};
}

/** Gives every line but the last an end, and the last the end that the old text had. */
function withEnds(edited: readonly TextLine[], old: readonly TextLine[], end: TextLine['end']): readonly TextLine[] {
	return edited.map((line, index) => {
		if (index === edited.length - 1) {
			return old.at(-1)?.end === '' ? {...line, end: ''} : line;
		}

		return line.end === '' ? {...line, end} : line;
	});
}

function isWrittenAs(key: ConfigKey, lines: readonly TextLine[], value: string): boolean {
	const text = lines[key.line - 1]?.text ?? '';
	return (
		key.value === value && key.continuations.length === 0 && key.delimiter === '=' && withoutNote(text) === text.trim()
	);
}

/** Keeps how the key stands there, down to the blanks before the value. */
function rewrite(key: ConfigKey, lines: readonly TextLine[], value: string): string {
	const text = lines[key.line - 1]?.text ?? '';
	const [prefix = ''] = /^[^=:]*=[ \t]*/.exec(text) ?? [];
	const hadValue = prefix !== '' && text.slice(prefix.length).trim() !== '';
	return hadValue ? prefix + value : `${key.indent}${key.written} = ${value}`;
}

/** Blanks that make a line a setting of the section, and leave the next header one, for botocore reads depth. */
function indentFor(section: ConfigSection, sections: readonly ConfigSection[], lines: readonly TextLine[]): string {
	const last = section.keys.at(-1);
	if (last) {
		return last.indent;
	}

	const next = sections.find(({line}) => line > section.line);
	const [own, following] = [section, next].map(
		some => /^[ \t]*/.exec(lines[(some?.line ?? 0) - 1]?.text ?? '')?.[0] ?? '',
	);
	return (following ?? '').length > (own ?? '').length ? (following ?? '') : (own ?? '');
}
