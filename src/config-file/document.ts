import type {ConfigKey, ConfigProblem, ConfigSection} from '../rules/config-files.ts';
import {cliProfileToBotocore, cliProfileToJavaScript} from './header.ts';
import {splitLines, type TextLine} from './lines.ts';

/** A config or credentials file taken apart as botocore does (Python's configparser, strict), each byte kept. */
export interface ConfigDocument {
	readonly hasByteOrderMark: boolean;
	/** Every line, the byte order mark taken off; joined again they are the text. */
	readonly lines: readonly TextLine[];
	readonly sections: readonly ConfigSection[];
	readonly problems: readonly ConfigProblem[];
}

interface OpenKey {
	written: string;
	line: number;
	continuations: number[];
	indent: string;
	delimiter: '=' | ':';
	values: string[];
}

interface OpenSection {
	header: string;
	line: number;
	lastLine: number;
	keys: OpenKey[];
}

/** What Python's `str.strip` takes off. */
const BLANKS = '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const AROUND = new RegExp(`^${BLANKS}+|${BLANKS}+$`, 'g');
const BEFORE = new RegExp(`^${BLANKS}*`);
/** Where Python's `str.splitlines` splits. */
const LINE_ENDS = /\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]/;

/** Takes the text of a config or credentials file apart. Never throws: what botocore refuses is in `problems`. */
export function readDocument(text: string): ConfigDocument {
	const hasByteOrderMark = text.startsWith('\uFEFF');
	const lines = splitLines(hasByteOrderMark ? text.slice(1) : text);
	const scan = new Scan();
	for (const [index, line] of lines.entries()) {
		scan.take(line.text, index + 1);
	}

	const mark: ConfigProblem = {kind: 'byte-order-mark', line: 1, name: ''};
	return {
		hasByteOrderMark,
		lines,
		sections: scan.sections.map(close),
		problems: [...(hasByteOrderMark ? [mark] : []), ...scan.problems, ...brokenNested(scan.sections)],
	};
}

/** Goes through the lines in order, as configparser does, with its notion of what continues a value. */
class Scan {
	readonly sections: OpenSection[] = [];
	readonly problems: ConfigProblem[] = [];
	#section: OpenSection | undefined;
	#key: OpenKey | undefined;
	#level = 0;

	take(text: string, line: number): void {
		const content = text.replace(AROUND, '');
		if (content === '') {
			this.#key?.values.push('');
			return;
		}

		if (content.startsWith('#') || content.startsWith(';')) {
			return;
		}

		const indent = BEFORE.exec(text)?.[0] ?? '';
		if (this.#section && this.#key && indent.length > this.#level) {
			this.#key.values.push(content);
			this.#key.continuations.push(line);
			this.#section.lastLine = line;
			return;
		}

		this.#level = indent.length;
		const header = /^\[([^\n]+)\]/.exec(content)?.[1];
		if (header !== undefined) {
			this.#open(header, line);
		} else if (this.#section) {
			this.#set(this.#section, content, indent, line);
		} else {
			this.problems.push({kind: 'no-section', line, name: ''});
		}
	}

	#open(header: string, line: number): void {
		// configparser keeps [DEFAULT] apart from sections, and lets it come twice.
		const first = header === 'DEFAULT' ? undefined : this.sections.find(section => section.header === header);
		if (first) {
			this.problems.push({kind: 'duplicate-section', line, firstLine: first.line, name: header});
		}

		this.#section = {header, line, lastLine: line, keys: []};
		this.#key = undefined;
		this.sections.push(this.#section);
	}

	#set(section: OpenSection, content: string, indent: string, line: number): void {
		const at = content.search(/[=:]/);
		if (at <= 0) {
			this.problems.push({kind: 'not-a-setting', line, name: ''});
			return;
		}

		const written = content.slice(0, at).replace(AROUND, '');
		const same = section.header === 'DEFAULT' ? this.sections.filter(({header}) => header === 'DEFAULT') : [section];
		const first = same.flatMap(({keys}) => keys).find(key => key.written.toLowerCase() === written.toLowerCase());
		if (first) {
			this.problems.push({kind: 'duplicate-key', line, firstLine: first.line, name: written});
		}

		const value = content.slice(at + 1).replace(AROUND, '');
		const delimiter = content[at] === '=' ? '=' : ':';
		this.#key = {written, line, continuations: [], indent, delimiter, values: [value]};
		section.keys.push(this.#key);
		section.lastLine = line;
	}
}

function close({header, line, lastLine, keys}: OpenSection): ConfigSection {
	const cliProfile = cliProfileToBotocore(header);
	const toJavaScript = cliProfileToJavaScript(header);
	return {
		header,
		line,
		lastLine,
		keys: keys.map(closeKey),
		...(cliProfile !== undefined && {cliProfile}),
		...(toJavaScript !== undefined && {cliProfileToJavaScript: toJavaScript}),
	};
}

function closeKey({values, ...key}: OpenKey): ConfigKey {
	return {...key, value: values.join('\n').replace(new RegExp(`${BLANKS}+$`), '')};
}

/**
 * An empty value with lines under it is a nested block, each line of which must be a setting. Of [DEFAULT] a
 * block matters only to sections that do not set the same key themselves.
 */
function brokenNested(sections: readonly OpenSection[]): readonly ConfigProblem[] {
	const named = sections.filter(({header}) => header !== 'DEFAULT');
	return sections.flatMap(({header, keys}) =>
		keys
			.filter(isBrokenNested)
			.filter(({written}) => header !== 'DEFAULT' || named.some(section => !hasKey(section, written)))
			.map(key => ({kind: 'broken-nested', line: key.line, name: key.written})),
	);
}

function isBrokenNested(key: OpenKey): boolean {
	const {value} = closeKey(key);
	const inner = value.split(LINE_ENDS).map(line => line.replace(AROUND, ''));
	return value.startsWith('\n') && inner.some(line => line !== '' && !line.includes('='));
}

function hasKey({keys}: OpenSection, name: string): boolean {
	return keys.some(({written}) => written.toLowerCase() === name.toLowerCase());
}
