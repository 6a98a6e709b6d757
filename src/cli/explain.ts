import {ExpectedError} from '../errors.ts';
import {causesOf} from '../messages/causes-of.ts';
import type {FoundMessage} from '../messages/message.ts';
import {passedBefore} from '../messages/passed.ts';
import {nearest} from '../nearest.ts';
import {printable} from '../printable.ts';
import {findingSource} from '../report/lint-json.ts';
import {messagesText} from '../report/message-text.ts';
import {ruleText} from '../report/rule-page.ts';
import {everyRule, folderOf, type RuleFolder} from '../rules/folders.ts';
import type {RuleText} from '../rules/rule.ts';
import type {Json, Outcome} from './command.ts';
import {exit} from './exit-codes.ts';

/**
 * Explains a rule by its id, or the messages of errors that stand in a text.
 *
 * @throws {ExpectedError} `RULE_UNKNOWN` for what looks like an id, with the nearest; `MESSAGE_UNKNOWN` for any other text
 * of which nothing is known.
 */
export function explain(typed: string): Outcome {
	const rule = everyRule.find(({id}) => id === typed.trim());
	if (rule) {
		const folder = folderOf(rule);
		const result = {rules: [ruleJson(rule, folder)], messages: []};
		return {exit: exit.done, result, text: asTyped => ruleText(rule, folder, asTyped)};
	}

	const {messages, stage} = causesOf(isOwnCode(typed) ? `"code": "${typed.trim()}"` : typed);
	const [first, ...others] = messages;
	if (!first) {
		throw looksLikeId(typed) ? unknownRule(typed, id => `anchorsmith explain ${id}`) : unknownMessage(typed);
	}

	const before = passedBefore(stage);
	return {
		exit: exit.done,
		result: {
			rules: rulesBehind(first).map(found => ruleJson(found, folderOf(found))),
			messages: [messageJson(first, before), ...others.map(other => messageJson(other, []))],
		},
		text: asTyped => messagesText([first, ...others], {before}, asTyped),
	};
}

/** Rules that find the causes of a message, most likely first. */
function rulesBehind({message}: FoundMessage): readonly RuleText[] {
	const ids = new Set(message.causes.flatMap(({rules}) => rules));
	return [...ids].flatMap(id => everyRule.find(rule => rule.id === id) ?? []);
}

/** An id that no rule has; each suggestion becomes what `typedAs` makes of it. */
export function unknownRule(typed: string, typedAs: (id: string) => string): ExpectedError {
	const [first = 'Give the id of a rule as findings show it in brackets', ...others] =
		suggestionsFor(typed).map(typedAs);
	return new ExpectedError('RULE_UNKNOWN', `There is no rule "${printable(typed)}".`, {next: [first, ...others]});
}

/** An ErrorCode of this program, as `--json` gives it. */
function isOwnCode(typed: string): boolean {
	return /^\s*[A-Z]+(?:_[A-Z]+)+\s*$/.test(typed);
}

/** One word in lowercase with hyphens, as ids are. */
function looksLikeId(typed: string): boolean {
	return /^\P{Lu}*$/u.test(typed) && !/\s/.test(typed.trim()) && /[a-z]/.test(typed);
}

/** How much of a text is repeated in saying that it is unknown. */
const SHOWN = 100;

function unknownMessage(typed: string): ExpectedError {
	const text = typed.trim().replace(/\s+/g, ' ');
	const shown = printable(text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
	return isBare(text)
		? new ExpectedError('MESSAGE_UNKNOWN', `"${shown}" alone is too little: many messages come with it.`, {
				next: ['Give the whole message, as it stands there', 'Look for the cause on this machine: anchorsmith doctor'],
			})
		: new ExpectedError('MESSAGE_UNKNOWN', `Nothing is known of this message: "${shown}".`, {
				next: [
					'Look for the cause on this machine: anchorsmith doctor',
					'If the message was cut off, or stands for another one, give what comes before and after it',
				],
			});
}

/** A status, the name of an error without its message, or the number of a row. */
function isBare(text: string): boolean {
	return /^(?:HTTP )?\d{3}\b[\w ]*$|^\w*(?:Exception|Error|Denied)[:.]?$|^[A-Z]{2,4}-\d+$/.test(text);
}

/** Ids that are nearly what was typed, and those that hold it. */
function suggestionsFor(typed: string): readonly string[] {
	const ids = everyRule.map(({id}) => id);
	const word = typed.trim().toLowerCase();
	const near = nearest(word, ids);
	const holding = word.length < 3 ? [] : ids.filter(id => id.includes(word));
	return [...new Set([...(near === undefined ? [] : [near]), ...holding])].slice(0, 5);
}

function messageJson({message, quoted}: FoundMessage, passed: readonly string[]): Json {
	const {id, fact, speaker, says, meaning, causes, isOurs = false} = message;
	return {
		id,
		fact,
		speaker,
		quoted,
		says,
		meaning,
		isRecorded: !isOurs,
		passed,
		causes: causes.map(({rules, what, next}) => ({rules, what, next})),
	};
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
