import type {RuleText} from '../rules/rule.ts';
import type {AsTyped} from './as-typed.ts';
import {adviceLines, wrapped} from './wrapped.ts';

/** A rule as Markdown, without a heading: what code scanning shows beside a finding, and the body of its page. */
export function ruleMarkdown({severity, title, why, fix, source, refusal, id}: RuleText): string {
	return [
		`**${title}**`,
		'',
		escaped(why),
		'',
		`**What to do:** ${escaped(fix)}`,
		'',
		`**Source:** [${source.title}](${source.url}), read ${source.read}; facts ${source.facts.join(', ')}.`,
		...(refusal ? ['', `**The service answers:** \`${refusal.code}: ${refusal.message}\``] : []),
		'',
		`Severity: ${severity}. Rule: \`${id}\`.`,
	].join('\n');
}

/** How the examples of a rule are introduced. */
export interface ExampleForm {
	/** What the rule judges. */
	readonly title: string;
	/** How its examples are to be read. */
	readonly exampleForm: string;
}

/** The page of a rule under docs/rules. */
export function rulePage(rule: RuleText, {title, exampleForm}: ExampleForm): string {
	const {id, examples} = rule;
	return [
		`# ${id}`,
		'',
		`[All rules](README.md) · ${title}`,
		'',
		ruleMarkdown(rule),
		'',
		'## Examples',
		'',
		exampleForm,
		'',
		'This breaks the rule:',
		'',
		...fenced(examples.fails),
		'',
		'This keeps it:',
		'',
		...fenced(examples.passes),
		'',
	].join('\n');
}

/** A rule as `explain` prints it: 80 columns. */
export function ruleText(rule: RuleText, {exampleForm}: ExampleForm, asTyped: AsTyped = advice => advice): string {
	const {id, severity, title, why, fix, source, refusal, examples} = rule;
	return [
		`${id} (${severity})`,
		'',
		...wrapped(title, 2),
		'',
		...adviceLines('Why: ', why, 2),
		...adviceLines('Fix: ', asTyped(fix), 2),
		'',
		...wrapped(`Source: ${source.title}`, 2),
		`  ${source.url}`,
		...wrapped(`read ${source.read}; facts ${source.facts.join(', ')}`, 2),
		...(refusal ? ['', ...wrapped('The service answers:', 2), `  ${refusal.code}: ${refusal.message}`] : []),
		'',
		...wrapped(exampleForm, 2),
		'',
		'  This breaks it:',
		...indented(examples.fails),
		'',
		'  This keeps it:',
		...indented(examples.passes),
		'',
	].join('\n');
}

/** The index of docs/rules. */
export function rulesIndex(folders: readonly (ExampleForm & {readonly rules: readonly RuleText[]})[]): string {
	const count = folders.reduce((sum, {rules}) => sum + rules.length, 0);
	return [
		'# Rules',
		'',
		'Written by `npm run docs` from the rules themselves; do not edit by hand.',
		'',
		`${count} rules. \`anchorsmith explain RULE\` shows one in the terminal. An error is what a document requires; a`,
		'warning or a notice is weaker. Every example here is run by a test.',
		...folders.flatMap(({title, rules}) => [
			'',
			`## ${title}`,
			'',
			'| rule | severity | what it demands |',
			'|---|---|---|',
			...rules.map(({id, severity, title: demand}) => `| [${id}](${id}.md) | ${severity} | ${escaped(demand)} |`),
		]),
		'',
	].join('\n');
}

function fenced(example: string): readonly string[] {
	return ['```text', ...shownExample(example).split('\n'), '```'];
}

function indented(example: string): readonly string[] {
	return shownExample(example)
		.split('\n')
		.map(line => (line === '' ? '' : `    ${line}`));
}

/** What cannot be seen is spelled out. */
function shownExample(example: string): string {
	return example
		.replace(/\n$/, '')
		.replace(
			/[^\P{Cc}\n\t]|[\p{Cf}\p{Zl}\p{Zp}]/gu,
			character => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
		)
		.replaceAll('\t', '\\t');
}

function escaped(text: string): string {
	return text.replace(/[<>*_`[\]|]/g, '\\$&');
}
