import {ExpectedError} from '../errors.ts';
import {nearest} from '../nearest.ts';
import {printable} from '../printable.ts';
import {findingSource} from '../report/lint-json.ts';
import {ruleText} from '../report/rule-page.ts';
import {everyRule, folderOf, type RuleFolder} from '../rules/folders.ts';
import type {RuleText} from '../rules/rule.ts';
import type {Json, Outcome} from './command.ts';
import {exit} from './exit-codes.ts';

/**
 * Explains a rule by its id, or lists the rules behind the service's words for a refusal.
 *
 * @throws {ExpectedError} `RULE_UNKNOWN`, with the nearest ids.
 */
export function explain(typed: string): Outcome {
	const rule = everyRule.find(({id}) => id === typed.trim());
	if (rule) {
		const folder = folderOf(rule);
		const result = {rules: [ruleJson(rule, folder)]};
		return {exit: exit.done, result, text: asTyped => ruleText(rule, folder, asTyped)};
	}

	const behind = rulesBehind(typed);
	if (behind.length > 0) {
		return {
			exit: exit.done,
			result: {rules: behind.map(found => ruleJson(found, folderOf(found)))},
			text: asTyped =>
				[
					'The service answers this when one of these is not met:',
					'',
					...behind.map(({id, title}) => `  ${id}: ${title}`),
					'',
					asTyped('anchorsmith explain RULE tells more of each.'),
					'',
				].join('\n'),
		};
	}

	throw unknownRule(typed, id => `anchorsmith explain ${id}`);
}

/** Rules whose refusal stands in the text. */
function rulesBehind(typed: string): readonly RuleText[] {
	const text = typed.toLowerCase();
	return everyRule.filter(({refusal}) => refusal && text.includes(refusal.message.toLowerCase()));
}

/** An id that no rule has; each suggestion becomes what `typedAs` makes of it. */
export function unknownRule(typed: string, typedAs: (id: string) => string): ExpectedError {
	const [first = 'Give the id of a rule as findings show it in brackets', ...others] =
		suggestionsFor(typed).map(typedAs);
	return new ExpectedError('RULE_UNKNOWN', `There is no rule "${printable(typed)}".`, {next: [first, ...others]});
}

/** Ids that are nearly what was typed, and those that hold it. */
function suggestionsFor(typed: string): readonly string[] {
	const ids = everyRule.map(({id}) => id);
	const word = typed.trim().toLowerCase();
	const near = nearest(word, ids);
	const holding = word.length < 3 ? [] : ids.filter(id => id.includes(word));
	return [...new Set([...(near === undefined ? [] : [near]), ...holding])].slice(0, 5);
}

function ruleJson(rule: RuleText, {name, exampleForm}: RuleFolder): Json {
	const {id, severity, title, why, fix, source, refusal, examples} = rule;
	return {
		id,
		severity,
		judges: name,
		title,
		why,
		fix,
		source: {...findingSource(source), facts: [...source.facts]},
		refusal: refusal ? {code: refusal.code, message: refusal.message} : null,
		examples: {form: exampleForm, fails: examples.fails, passes: examples.passes},
	};
}
