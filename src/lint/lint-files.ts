import {takeIn} from '../pki/intake/intake.ts';
import {readPem} from '../pki/intake/pem.ts';
import {type Finding, SEVERITIES, type Severity} from '../rules/finding.ts';
import {judgeAnchorBundle} from '../rules/judge-anchor-bundle.ts';
import {judgeFile} from '../rules/judge-file.ts';
import {judgeSet} from '../rules/judge-set.ts';
import type {GivenThing} from '../rules/thing-in-set.ts';
import {type JudgedItem, judgeItem, lintedItem, selected, withVerdict, worstFirst} from './lint-item.ts';
import type {LintedFile, LintedItem, LintInput, LintOptions, LintResult} from './lint-result.ts';
import {wholeVerdict} from './verdict.ts';

/** More things than these are judged each by itself: nobody's set of files is that large. */
export const LARGEST_SET = 20_000;

/**
 * Judges everything in some files: each thing by itself, and all of them as a set that belongs together.
 *
 * Pure, and never throws on any bytes: what cannot be read is a finding.
 */
export function lintFiles(files: readonly LintInput[], options: LintOptions): LintResult {
	const judged = files.map(file => lintFile(file, options));
	const isJudgedTogether = judged.reduce((sum, {things}) => sum + things.length, 0) <= LARGEST_SET;
	const together = isJudgedTogether ? judgeTogether(judged, options) : new Map<JudgedThing, readonly Finding[]>();
	const linted = judged.map(
		({path, findings, things, isNothing}): LintedFile => ({
			path,
			findings: isNothing ? [] : findings,
			items: isNothing
				? [nothingKnown(findings)]
				: things.map(thing => withMore(thing.linted, together.get(thing) ?? [])),
		}),
	);
	return resultOf(linted, isJudgedTogether);
}

/** The result of judged files. */
export function resultOf(files: readonly LintedFile[], isJudgedTogether: boolean): LintResult {
	return {files, counts: countFindings(files), isJudgedTogether, verdict: wholeVerdict(files, isJudgedTogether)};
}

function withMore(item: LintedItem, findings: readonly Finding[]): LintedItem {
	return findings.length === 0 ? item : withVerdict({...item, findings: worstFirst([...item.findings, ...findings])});
}

/** How many findings there are of each severity. */
export function countFindings(files: readonly LintedFile[]): Record<Severity, number> {
	const counts = {error: 0, warning: 0, notice: 0};
	for (const {findings, items, listing} of files) {
		for (const {severity} of [...findings, ...items.flatMap(item => item.findings)]) {
			counts[severity]++;
		}

		for (const severity of SEVERITIES) {
			counts[severity] += listing?.unlisted[severity] ?? 0;
		}
	}

	return counts;
}

interface JudgedThing extends JudgedItem {
	readonly linted: LintedItem;
}

interface JudgedFile {
	readonly path: string;
	readonly findings: readonly Finding[];
	readonly things: readonly JudgedThing[];
	/** Nothing was recognised in it: it stands for one unknown thing. */
	readonly isNothing: boolean;
}

function lintFile(file: LintInput, options: LintOptions): JudgedFile {
	const {path, bytes} = file;
	const {items, notes, form} = file.intake ?? takeIn(bytes);
	const findings = [
		...judgeFile({notes, path}),
		...(options.as === 'anchor' && form === 'pem' ? judgeAsRegistered(bytes) : []),
	];
	return {
		path,
		findings: worstFirst(selected(findings, options.rules)),
		things: items.map((item, index) => {
			const judged = judgeItem(item, file, options);
			return {...judged, linted: lintedItem(judged, index)};
		}),
		isNothing: items.length === 0,
	};
}

/** The file as the text that CreateTrustAnchor would get. */
function judgeAsRegistered(bytes: Uint8Array): readonly Finding[] {
	const text = new TextDecoder().decode(bytes);
	return judgeAnchorBundle({text, pem: readPem(text)});
}

function judgeTogether(
	files: readonly JudgedFile[],
	{at, rules}: LintOptions,
): ReadonlyMap<JudgedThing, readonly Finding[]> {
	const all = files.flatMap(({path, things}) => things.map(thing => ({thing, given: givenThing(path, thing)})));
	const findings = judgeSet(
		all.map(({given}) => given),
		at,
	);
	return new Map(all.map(({thing}, index) => [thing, selected(findings[index] ?? [], rules)]));
}

function givenThing(
	path: string,
	{item, linted, read: {certificate, key, crl, requestedKey}}: JudgedThing,
): GivenThing {
	return {
		path,
		index: linted.index,
		item,
		...(certificate && {certificate}),
		...(linted.role && {role: linted.role}),
		...(key && {key}),
		...(requestedKey && {requestedKey}),
		...(crl && {crl}),
	};
}

function nothingKnown(findings: readonly Finding[]): LintedItem {
	return withVerdict({
		index: 0,
		kind: 'unknown',
		form: 'unknown',
		role: null,
		subject: null,
		fingerprint: null,
		line: null,
		within: [],
		findings,
	});
}
