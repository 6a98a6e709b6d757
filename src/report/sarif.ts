import {hash} from 'node:crypto';
import type {LintedFile, LintedItem, LintResult} from '../lint/lint-result.ts';
import {printable} from '../printable.ts';
import type {Finding, Severity} from '../rules/finding.ts';
import type {RuleText} from '../rules/rule.ts';
import {ruleMarkdown} from './rule-page.ts';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
	error: 'error',
	warning: 'warning',
	notice: 'note',
};

/** What a SARIF log says beside the findings. */
export interface SarifSurroundings {
	/** The version of this program. */
	readonly version: string;
	/** Every rule that findings may name. */
	readonly rules: readonly RuleText[];
	/** The URI of a file as the log has it: relative where it is below the folder that is looked at. */
	readonly uriOf: (path: string) => string;
}

/**
 * What judging came to as a SARIF 2.1.0 log of one run, as code scanning takes it. The fingerprints depend on the rule and
 * on the content of what is judged, not on paths or lines.
 */
export function sarifLog({files}: LintResult, {version, rules, uriOf}: SarifSurroundings) {
	const located = files.flatMap(file => locate(file, uriOf(file.path)));
	const used = [...new Set(located.map(({finding}) => finding.rule))].toSorted();
	const indexes = new Map(used.map((id, index) => [id, index]));
	const texts = new Map(rules.map(rule => [rule.id, rule]));
	const ordinals = new Map<string, number>();
	return {
		$schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
		version: '2.1.0',
		runs: [
			{
				tool: {
					driver: {
						name: 'anchorsmith',
						semanticVersion: version,
						rules: used.map(id => descriptor(id, texts.get(id))),
					},
				},
				columnKind: 'utf16CodeUnits',
				invocations: [{executionSuccessful: true}],
				results: located.map(place => toResult(place, indexes.get(place.finding.rule) ?? -1, ordinals)),
			},
		],
	};
}

interface Located {
	readonly finding: Finding;
	readonly item: LintedItem | undefined;
	readonly uri: string;
	readonly line: number;
}

function locate({findings, items}: LintedFile, uri: string): readonly Located[] {
	return [
		...findings.map(finding => ({finding, item: undefined, uri, line: lineOf(finding) ?? 1})),
		...items.flatMap(item =>
			item.findings.map(finding => ({finding, item, uri, line: lineOf(finding) ?? item.line ?? 1})),
		),
	];
}

/** The line that a finding itself names. */
function lineOf({at}: Pick<Finding, 'at'>): number | undefined {
	const line = Number(/^line (\d+)$/.exec(at)?.[1]);
	return line > 0 ? line : undefined;
}

function toResult({finding, item, uri, line}: Located, ruleIndex: number, ordinals: Map<string, number>) {
	const {rule, severity, message, fix} = finding;
	const named = item && item.subject !== null ? ` (${item.kind} ${printable(item.subject)})` : '';
	return {
		ruleId: rule,
		ruleIndex,
		level: LEVELS[severity],
		message: {text: `${message}${named}\n${fix}`},
		locations: [
			{
				physicalLocation: {artifactLocation: {uri}, region: {startLine: line}},
				...(item && {logicalLocations: [{name: logicalName(item, finding), kind: 'object'}]}),
			},
		],
		partialFingerprints: {primaryLocationLineHash: fingerprintOf(finding, item, uri, ordinals)},
	};
}

function logicalName({kind, index}: LintedItem, {at}: Finding): string {
	return lineOf({at}) !== undefined || at === '' ? `${kind} ${index + 1}` : `${kind} ${index + 1}: ${at}`;
}

/** Equal for the same finding on the same thing, wherever in its file it stands; alike ones in one file are numbered. */
function fingerprintOf(
	{rule, at}: Finding,
	item: LintedItem | undefined,
	uri: string,
	ordinals: Map<string, number>,
): string {
	const place = /^line \d+$/.test(at) ? '' : at;
	const thing = item ? (item.fingerprint ?? `${item.form} ${item.subject ?? ''}`) : 'file';
	const digest = hash('sha256', JSON.stringify([rule, thing, place]), 'hex').slice(0, 16);
	const ordinal = (ordinals.get(`${uri}\n${digest}`) ?? 0) + 1;
	ordinals.set(`${uri}\n${digest}`, ordinal);
	return `${digest}:${ordinal}`;
}

function descriptor(id: string, rule: RuleText | undefined) {
	if (!rule) {
		return {id};
	}

	return {
		id,
		name: id,
		shortDescription: {text: rule.title},
		fullDescription: {text: `${rule.title} ${rule.why}`},
		help: {text: `${rule.why}\n\n${rule.fix}`, markdown: ruleMarkdown(rule)},
		helpUri: rule.source.url,
		defaultConfiguration: {level: LEVELS[rule.severity]},
		properties: {tags: ['certificates', ...rule.source.facts], precision: 'very-high'},
	};
}
