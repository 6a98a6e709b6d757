import type {LintedFile, LintedItem, LintResult} from '../lint/lint-result.ts';
import type {Citation, Finding} from '../rules/finding.ts';

/** What judging came to, as the `--json` envelope carries it. */
export function lintJson({files, counts, verdict, isJudgedTogether}: LintResult) {
	return {files: files.map(fileJson), counts: {...counts}, verdict, judgedTogether: isJudgedTogether};
}

function fileJson({path, findings, items, listing}: LintedFile) {
	return {
		path,
		findings: findings.map(findingJson),
		items: items.map(itemJson),
		...(listing && {
			listing: {things: listing.things, omitted: listing.omitted, byRule: {...listing.byRule}},
		}),
	};
}

function itemJson({index, kind, form, role, subject, fingerprint, line, within, verdict, findings}: LintedItem) {
	return {
		index,
		kind,
		form,
		role,
		subject,
		fingerprint,
		line,
		within: [...within],
		verdict,
		findings: findings.map(findingJson),
	};
}

/** A finding as every envelope carries it (interface, "Envelope of --json"). */
export function findingJson({rule, severity, message, why, fix, at, source, refusal}: Finding) {
	return {
		rule,
		severity,
		message,
		why,
		fix,
		at,
		source: findingSource(source),
		...(refusal && {refusal: {code: refusal.code, message: refusal.message}}),
	};
}

/** The document behind a finding. */
export function findingSource({title, url, read}: Citation) {
	return {title, url, read};
}
