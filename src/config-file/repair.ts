import {nearest} from '../nearest.ts';
import {conflictingKeys, staticKeys} from '../rules/config-file/credential-sources.ts';
import type {ConfigKey, ConfigSection} from '../rules/config-files.ts';
import type {ConfigDocument} from './document.ts';
import {editLines, linesOf, textAt} from './edit-lines.ts';
import {headerOf, isMeantAs} from './header.ts';
import {withoutDuplicates} from './merge-duplicates.ts';
import {processBlocks} from './process-block.ts';
import {meantWords, type PieceSurroundings} from './process-pieces.ts';
import {type CommandPlatform, quoteCommand} from './quoting.ts';

/** Kinds of repair, in the order in which they are made. */
export const CONFIG_REPAIRS = [
	/** Takes the byte order mark off. */
	'byte-order-mark',
	/** Writes headers that were meant for the CLI profile in the one way that every client finds. */
	'headers',
	/** Writes the keys of the CLI profile as clients know them: in lowercase. */
	'lowercase',
	/** Writes the command of the CLI profile on one line, for every client to read alike. */
	'process',
	/** Makes notes of lines that are nothing to a client. */
	'readable-lines',
	/** Makes one of sections that are the same; of settings that come twice, the later one stays. */
	'duplicates',
	/** Makes notes of other sources of credentials in the CLI profile, such as `role_arn`. */
	'other-sources',
	/** Takes keys out that stand in the way of the credential process. */
	'static-keys',
	/** Makes a note of a credential process in the credentials file. */
	'process-place',
] as const;

/** One of {@link CONFIG_REPAIRS}. */
export type ConfigRepair = (typeof CONFIG_REPAIRS)[number];

/** Which file it is, and about whom. */
export interface RepairContext extends PieceSurroundings {
	readonly file: 'config' | 'credentials';
	readonly cliProfile: string;
	readonly platform: CommandPlatform;
	/** A better path for the program, where the one that stands there is none. */
	readonly program?: string;
}

/**
 * The text of a config or credentials file with these repairs made; all other bytes stay. Repairing twice is the same as
 * once. Pure.
 *
 * @throws {ExpectedError} `UNQUOTABLE_ARGUMENT` for a command that no line can carry.
 */
export function repairConfig(text: string, repairs: readonly ConfigRepair[], context: RepairContext): string {
	let repaired = text;
	for (const repair of CONFIG_REPAIRS.filter(one => repairs.includes(one))) {
		repaired = REPAIRS[repair](repaired, context);
	}

	return repaired;
}

type Repair = (text: string, context: RepairContext) => string;

const REPAIRS: Readonly<Record<ConfigRepair, Repair>> = {
	'byte-order-mark': text => text.replace(/^\uFEFF/, ''),
	headers: (text, context) =>
		editLines(text, document => {
			const wanted = context.file === 'config' ? headerOf(context.cliProfile) : context.cliProfile;
			const mistaken = document.sections.filter(section => isMeantFor(section, context) && section.header !== wanted);
			return new Map(
				mistaken
					.filter(({header}) => header !== 'profile default')
					.map(({line}) => [line, [`[${wanted}]${noteAfterHeader(textAt(document, line))}`]]),
			);
		}),
	lowercase: (text, context) =>
		editLines(text, document => {
			const keys = keysFor(document, context).filter(({written}) => written !== knownAs(written));
			return new Map(
				keys.map(({line, written, indent}) => [
					line,
					[indent + knownAs(written) + textAt(document, line).slice(indent.length + written.length)],
				]),
			);
		}),
	process: (text, context) => editLines(text, document => rewrittenProcesses(document, context)),
	'readable-lines': text =>
		editLines(text, ({problems, lines, sections}) => {
			const broken = problems.flatMap(({kind, line}) => {
				const nested =
					kind === 'broken-nested' ? sections.flatMap(({keys}) => keys).find(key => key.line === line) : undefined;
				const isNoSetting = kind === 'no-section' || kind === 'not-a-setting';
				return nested
					? [line, ...nested.continuations]
					: isNoSetting
						? [line, ...indentedBelow(line, {lines, sections})]
						: [];
			});
			return new Map(broken.map(line => [line, [asNote(lines[line - 1]?.text ?? '')]]));
		}),
	duplicates: (text, {file}) => withoutDuplicates(text, file),
	'other-sources': (text, context) =>
		editLines(text, document => {
			const keys = keysFor(document, context);
			const others = conflictingKeys(keys).filter(key => !staticKeys(keys).includes(key));
			return new Map(linesOf(others).map(line => [line, [asNote(textAt(document, line))]]));
		}),
	'static-keys': (text, context) =>
		editLines(text, document => {
			const keys = staticKeys(keysFor(document, context));
			return new Map(linesOf(keys).map(line => [line, []]));
		}),
	'process-place': (text, context) =>
		editLines(text, document => {
			const isMeant = (section: ConfigSection) => context.file === 'credentials' && isMeantFor(section, context);
			const blocks = processBlocks(document, isMeant);
			return new Map(blocks.flatMap(({lines}) => lines.map(line => [line, [asNote(textAt(document, line))]])));
		}),
};

function rewrittenProcesses(document: ConfigDocument, context: RepairContext): ReadonlyMap<number, readonly string[]> {
	const edits = new Map<number, readonly string[]>();
	for (const {key, lines, texts} of processBlocks(document, section => isMeantFor(section, context))) {
		const [program = '', ...words] = meantWords(texts, context);
		const command = quoteCommand([context.program ?? program, ...words], context.platform);
		for (const line of lines) {
			edits.set(line, []);
		}

		edits.set(key.line, [`${key.indent}${key.written} = ${command}`]);
	}

	return edits;
}

function keysFor(document: ConfigDocument, context: RepairContext): readonly ConfigKey[] {
	return document.sections.filter(section => isMeantFor(section, context)).flatMap(({keys}) => keys);
}

/** True for what some client takes for the CLI profile, and for what nobody does though it was meant so. */
function isMeantFor({header, cliProfile, cliProfileToJavaScript}: ConfigSection, context: RepairContext): boolean {
	const isTaken = context.file === 'config' && [cliProfile, cliProfileToJavaScript].includes(context.cliProfile);
	const isOthers = context.file === 'config' && cliProfile !== undefined;
	return isTaken || (!isOthers && isMeantAs(header, context.cliProfile));
}

/** A key as clients know it: in lowercase, and `credential_process` however it was misspelt. */
function knownAs(written: string): string {
	const lower = written.toLowerCase();
	if (!/^[a-z][\w-]*$/.test(lower)) {
		return written;
	}

	return nearest(lower.replace(/-/g, '_'), ['credential_process']) ?? lower;
}

function noteAfterHeader(text: string): string {
	return /\]\s*([#;].*)$/.exec(text)?.[0].slice(1) ?? '';
}

/** Lines that continue one that is nothing, and would continue the setting before it once that is a note. */
function indentedBelow(line: number, {lines, sections}: Pick<ConfigDocument, 'lines' | 'sections'>): readonly number[] {
	const starts = new Set(sections.flatMap(section => [section.line, ...section.keys.map(key => key.line)]));
	const depth = depthOf(lines[line - 1]?.text ?? '');
	const below: number[] = [];
	for (let number = line + 1; number <= lines.length; number += 1) {
		const text = lines[number - 1]?.text ?? '';
		if (/^\s*(?:[#;].*)?$/.test(text)) {
			continue;
		}

		if (depthOf(text) <= depth || starts.has(number)) {
			break;
		}

		below.push(number);
	}

	return below;
}

function depthOf(text: string): number {
	return /^\s*/.exec(text)?.[0].length ?? 0;
}

function asNote(text: string): string {
	return `# ${text.trimStart()}`;
}
