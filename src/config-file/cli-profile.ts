import {checkDialects} from './dialects.ts';
import {type ConfigDocument, readDocument} from './document.ts';
import {headerOf} from './header.ts';
import {blockText, joinLines, lineEndOf, type TextLine} from './lines.ts';
import {findSection, refuseConflicts, requireName, requireReadable, requireSettings} from './refusals.ts';
import {editBlock} from './section-edit.ts';

/** What to set in a CLI profile; null takes the key away. */
export type CliProfileSettings = Readonly<Record<string, string | null>>;

/** What an edit did to the one block of lines that it touched, enough to take it back. */
export interface BlockChange {
	readonly cliProfile: string;
	/** The block as it was, without its last line end; null when there was none. */
	readonly before: string | null;
	/** The block as it is now, without its last line end. */
	readonly after: string;
	/** Put at the end of what stood before a new block: a missing line end, and a blank line. */
	readonly joint: {readonly lineEnd: string; readonly blank: string};
	/** True when a byte order mark was taken off the file. */
	readonly hadByteOrderMark: boolean;
}

/**
 * The text of `~/.aws/config` with settings of one CLI profile changed. Every other byte stays, a byte
 * order mark aside, for botocore cannot read a file that has one. Line ends are kept, and so is a missing one
 * at the end of the file unless a new section comes to stand there. Editing twice is the same as once.
 *
 * @param settings - Lowercase keys; null removes one.
 * @throws {ExpectedError} `CLI_PROFILE_NAME`, `CONFIG_SETTING_INVALID` for what no client reads back;
 * `CONFIG_FILE_BROKEN` with line numbers when clients cannot read the file, or would read it otherwise;
 * `CLI_PROFILE_CONFLICT` when the CLI profile stands twice or has another source of credentials (CFG-03, 05, 07, 11).
 */
export function editCliProfile(text: string, name: string, settings: CliProfileSettings): string {
	return changeCliProfile(text, name, settings).text;
}

/** {@link editCliProfile}, with what it takes to undo it; no change when the text is as wanted already. */
export function changeCliProfile(
	text: string,
	name: string,
	settings: CliProfileSettings,
): {readonly text: string; readonly change: BlockChange | undefined} {
	requireName(name);
	requireSettings(settings);
	const document = readDocument(text);
	requireReadable(document);
	const section = findSection(document, name);
	refuseConflicts(document, section, name, settings);
	const edited = section ? editBlock(document, section, settings) : appendBlock(document, name, settings);
	const result = joinLines(edited.lines);
	if (result === joinLines(document.lines)) {
		return {text, change: undefined};
	}

	checkDialects(document, result, name, settings);
	const {before, after, joint} = edited;
	return {text: result, change: {cliProfile: name, before, after, joint, hadByteOrderMark: document.hasByteOrderMark}};
}

/** The lines of an edited text, and the block in it that changed. */
export interface EditedLines extends Pick<BlockChange, 'before' | 'after' | 'joint'> {
	readonly lines: readonly TextLine[];
}

function appendBlock({lines}: ConfigDocument, name: string, settings: CliProfileSettings): EditedLines {
	const added = Object.entries(settings).flatMap(([key, value]) => (value === null ? [] : [`${key} = ${value}`]));
	const end = lineEndOf(lines);
	const last = lines.at(-1);
	const joint = {
		lineEnd: last?.end === '' ? end : '',
		blank: last === undefined || last.text.trim() === '' ? '' : end,
	};
	if (added.length === 0) {
		return {lines, before: null, after: '', joint: {lineEnd: '', blank: ''}};
	}

	const block = [`[${headerOf(name)}]`, ...added].map(text => ({text, end}));
	return {
		lines: [
			...lines.slice(0, -1),
			...(last ? [last.end === '' ? {...last, end} : last] : []),
			...(joint.blank === '' ? [] : [{text: '', end}]),
			...block,
		],
		before: null,
		after: blockText(block),
		joint,
	};
}
