import type {LintedFile, LintedItem, LintResult} from '../lint/lint-result.ts';
import {printable} from '../printable.ts';
import type {Finding, Severity} from '../rules/finding.ts';
import type {AsTyped} from './as-typed.ts';
import {ITEM_NAMES} from './item-names.ts';
import {adviceLines, wrapped} from './wrapped.ts';

/** Characters of a subject that are shown. */
const LONGEST_SUBJECT = 160;

/**
 * What judging came to, as people read it: by file and thing, worst first, 80 columns, no colour.
 */
export function lintText({files, counts, verdict}: LintResult, asTyped: AsTyped = advice => advice): string {
	const telling: Telling = {explained: new Set(), asTyped};
	return [
		...worstFilesFirst(files).flatMap(file => [...fileLines(file, telling), '']),
		...wrapped(verdict, 0),
		`${counted(counts.error, 'error')}, ${counted(counts.warning, 'warning')}, ${counted(counts.notice, 'notice')}.`,
		...(telling.explained.size > 0 ? [asTyped('anchorsmith explain RULE tells more of a rule.')] : []),
		'',
	].join('\n');
}

interface Telling {
	/** Rules with their fixes that were explained above. */
	readonly explained: Set<string>;
	readonly asTyped: AsTyped;
}

const ORDER: readonly Severity[] = ['error', 'warning', 'notice'];

/** The place of the worst finding among severities; past all when there is none. */
function rank(findings: readonly Finding[]): number {
	return Math.min(ORDER.length, ...findings.map(({severity}) => ORDER.indexOf(severity)));
}

function worstFilesFirst(files: readonly LintedFile[]): readonly LintedFile[] {
	const ranks = new Map(
		files.map(file => [file, Math.min(rank(file.findings), ...file.items.map(({findings}) => rank(findings)))]),
	);
	return files.toSorted((one, other) => (ranks.get(one) ?? 0) - (ranks.get(other) ?? 0));
}

function fileLines({path, findings, items, listing}: LintedFile, telling: Telling): readonly string[] {
	const sorted = items.toSorted((one, other) => rank(one.findings) - rank(other.findings));
	return [
		path === '-' ? 'Standard input' : printable(path),
		...findings.flatMap(finding => findingLines(finding, telling)),
		...sorted.flatMap(item => itemLines(item, telling)),
		...(listing ? listingLines(listing) : []),
	];
}

function itemLines(item: LintedItem, telling: Telling): readonly string[] {
	const {form, subject, line, within, findings, verdict} = item;
	const named = subject === null ? '' : ` ${shortened(subject === '' ? '(empty name)' : subject)}`;
	const place = [...(line === null ? [] : [`line ${line}`]), ...within.map(name => `in ${name}`)].join(', ');
	const title = `${ITEM_NAMES[form]}${named}${place === '' ? '' : ` (${printable(place)})`}`;
	return [
		...wrapped(title, 4, '  '),
		...wrapped(verdict, 4),
		...findings.flatMap(finding => findingLines(finding, telling)),
	];
}

/** Why and fix stand at the first finding of a kind only. */
function findingLines(
	{rule, severity, message, why, fix, at}: Finding,
	{explained, asTyped}: Telling,
): readonly string[] {
	const place = at === '' ? '' : ` at ${printable(at)}`;
	const head = wrapped(`${message} [${rule}${place}]`, 14, `    ${severity.padEnd(10)}`);
	const key = `${rule}\n${fix}`;
	if (explained.has(key)) {
		return head;
	}

	explained.add(key);
	return [...head, ...adviceLines('Why: ', why, 14), ...adviceLines('Fix: ', asTyped(fix), 14)];
}

function listingLines({things, omitted, byRule}: NonNullable<LintedFile['listing']>): readonly string[] {
	const rules = Object.entries(byRule);
	return [
		`  ${counted(things, 'thing')} judged, each by itself; only those with findings are listed.`,
		...(omitted > 0 ? [`  ${counted(omitted, 'more thing')} with findings not listed.`] : []),
		...rules.map(([rule, count]) => `  ${String(count).padStart(9)} ${rule}`),
	];
}

function shortened(text: string): string {
	const shown = text.length > LONGEST_SUBJECT ? `${text.slice(0, LONGEST_SUBJECT).replace(/\p{Cs}$/u, '')}…` : text;
	return printable(shown);
}

function counted(count: number, what: string): string {
	return `${count} ${what}${count === 1 ? '' : 's'}`;
}
