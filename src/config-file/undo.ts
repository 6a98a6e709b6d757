import {ExpectedError} from '../errors.ts';
import {ok, problem, type Result} from '../result.ts';
import type {BlockChange} from './cli-profile.ts';
import {readDocument} from './document.ts';
import {joinLines} from './lines.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The text with one change taken back: byte-identical to what it was when nothing else has changed since, and
 * otherwise with every later edit elsewhere kept. Text in which the change does not stand is returned as it is.
 *
 * @throws {ExpectedError} `CLI_PROFILE_CHANGED` when the block itself was edited since.
 */
export function undoBlock(text: string, change: BlockChange): string {
	const found = locate(text, change);
	if (!found.ok) {
		if (found.problem === 'as before') {
			return text;
		}

		throw new ExpectedError(
			'CLI_PROFILE_CHANGED',
			`The CLI profile ${change.cliProfile} was changed since it was written here, so it is left as it is.`,
			{next: [`Look at its section and take out by hand what is no longer wanted.`]},
		);
	}

	const {start, end, content} = found.value;
	const [head, tail] = [content.slice(0, start), content.slice(end)];
	const restored = change.before === null ? withoutBlock(head, tail, change) : head + change.before + tail;
	return (change.hadByteOrderMark ? BYTE_ORDER_MARK : '') + restored;
}

type Place = {readonly start: number; readonly end: number; readonly content: string};

/** Where the block stands, in the text without its byte order mark. */
function locate(text: string, {cliProfile, before, after}: BlockChange): Result<Place, 'as before' | 'changed'> {
	const {lines, sections} = readDocument(text);
	const content = joinLines(lines);
	const [section, other] = sections.filter(found => found.cliProfile === cliProfile);
	if (!section) {
		return problem(before === null ? 'as before' : 'changed');
	}

	const start = joinLines(lines.slice(0, section.line - 1)).length;
	const lastEnd = lines[section.lastLine - 1]?.end.length ?? 0;
	const sectionEnd = joinLines(lines.slice(0, section.lastLine)).length - lastEnd;
	const standsThere = (block: string): boolean =>
		content.startsWith(block, start) &&
		/^(?:[\r\n]|$)/.test(content.slice(start + block.length, start + block.length + 1)) &&
		sectionEnd <= start + block.length;
	if (other === undefined && standsThere(after)) {
		return ok({start, end: start + after.length, content});
	}

	return problem(before !== null && standsThere(before) ? 'as before' : 'changed');
}

/** Takes away a block that was new, and what was put before it; a line end that something needs by now stays. */
function withoutBlock(head: string, tail: string, {joint: {lineEnd, blank}}: BlockChange): string {
	const following = tail.replace(/^(?:\r\n|\n|\r)/, '');
	const added = following === '' ? lineEnd + blank : blank;
	const isThere = following === '' && lineEnd !== '' ? head.endsWith(added) : /(?:^|\n)\r?\n$/.test(head);
	return (isThere ? head.slice(0, head.length - added.length) : head) + following;
}
