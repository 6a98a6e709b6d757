import type {Settings} from '../rules/config-files.ts';
import {sectionToJavaScript} from './header.ts';

/**
 * What the AWS SDK for JavaScript (3.972) reads from a config or credentials file: settings by section,
 * a section that comes twice being merged, the last value of a key winning. Nested settings are `s3.key`.
 * The SDK ignores what it cannot read; so does this.
 */
export function readAsJavaScript(text: string): ReadonlyMap<string, Settings> {
	const sections = new Map<string, Map<string, string>>();
	let section: string | undefined;
	let parent: string | undefined;
	for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
		const content = withoutNote(line);
		if (content.startsWith('[') && content.endsWith(']')) {
			section = sectionToJavaScript(content.slice(1, -1));
			parent = undefined;
			continue;
		}

		const at = content.indexOf('=');
		if (!section || at <= 0) {
			continue;
		}

		const name = content.slice(0, at).trim();
		const value = content.slice(at + 1).trim();
		if (value === '') {
			parent = name;
			continue;
		}

		if (line.trimStart() === line) {
			parent = undefined;
		}

		const settings = sections.get(section) ?? new Map<string, string>();
		sections.set(section, settings.set(parent === undefined ? name : `${parent}.${name}`, value));
	}

	return sections;
}

/** The line without what that SDK takes for a comment: `#` or `;` at its start or after a blank. */
export function withoutNote(line: string): string {
	return (line.split(/(?:^|\s)[;#]/)[0] ?? '').trim();
}
