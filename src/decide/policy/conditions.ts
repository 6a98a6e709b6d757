import {printable} from '../../printable.ts';
import type {ContextKeys} from './context-keys.ts';
import {type Comparison, type ConditionOperator, parseOperator} from './operators.ts';
import {isObject, type Problems} from './problems.ts';
import {fillVariables, hasVariables} from './variables.ts';
import type {Piece} from './wildcard.ts';

/** One key of one operator's block: met when the request's values compare so with any of these. */
export interface Condition {
	readonly operator: ConditionOperator;
	readonly key: string;
	/** As written. */
	readonly values: readonly string[];
}

/** How a condition turned out, with what was compared. */
export interface ConditionVerdict {
	/** As written, such as `StringEqualsIfExists`. */
	readonly operator: string;
	readonly key: string;
	/** As written in the policy. */
	readonly expected: readonly string[];
	/** Undefined when the request does not have the key. */
	readonly actual: readonly string[] | undefined;
	readonly isMet: boolean;
}

/** Reads a Condition element; undefined means that there is none. */
export function parseConditions(raw: unknown, at: string, problems: Problems): readonly Condition[] {
	if (raw === undefined) {
		return [];
	}

	if (!isObject(raw)) {
		problems.add(at, 'Syntax errors in policy. Condition must be an object.');
		return [];
	}

	return Object.entries(raw).flatMap(([name, block]) => parseBlock(name, block, at, problems));
}

/** Compares a condition with a request. Variables are filled in only where the policy's version has them. */
export function judgeCondition(condition: Condition, keys: ContextKeys, hasVersion2012: boolean): ConditionVerdict {
	const {operator, key, values} = condition;
	const actual = keys.find(key);
	const isMet = operator.comparison
		? isComparisonMet(operator, operator.comparison, fill(condition, keys, hasVersion2012), actual)
		: values.some(value => (value.toLowerCase() === 'true') === (actual === undefined));
	return {operator: operator.name, key, expected: values, actual, isMet};
}

function parseBlock(name: string, block: unknown, at: string, problems: Problems): readonly Condition[] {
	const operator = parseOperator(name);
	if (!operator) {
		problems.add(at, `Syntax errors in policy. There is no condition operator ${printable(name)}.`);
		return [];
	}

	if (!isObject(block)) {
		problems.add(`${at}.${name}`, 'Syntax errors in policy. An operator takes an object of keys and values.');
		return [];
	}

	return Object.entries(block).flatMap(([key, raw]) => {
		const values = scalars(raw);
		if (!/^[A-Za-z0-9-]+:./.test(key)) {
			problems.add(`${at}.${name}`, 'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.');
		} else if (!values) {
			problems.add(`${at}.${name}`, `Syntax errors in policy. ${printable(key)} takes strings, numbers or booleans.`);
		} else {
			addValueProblems(operator, values, `${at}.${name}`, problems);
			return [{operator, key, values}];
		}

		return [];
	});
}

function addValueProblems(
	{comparison}: ConditionOperator,
	values: readonly string[],
	at: string,
	problems: Problems,
): void {
	for (const value of values) {
		const fault = comparison
			? comparison.problemWith(value)
			: /^(?:true|false)$/i.test(value)
				? undefined
				: 'is neither true nor false';
		if (fault && !(comparison?.takesVariables && hasVariables(value))) {
			problems.add(at, `Syntax errors in policy. Value ${printable(value)} ${fault}.`);
		}
	}
}

function scalars(raw: unknown): readonly string[] | undefined {
	const items: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
	return items.every(item => ['string', 'number', 'boolean'].includes(typeof item)) ? items.map(String) : undefined;
}

/** A value whose variable the request cannot fill is left out: it matches nothing. */
function fill({operator, values}: Condition, keys: ContextKeys, hasVersion2012: boolean) {
	const isFilled = hasVersion2012 && operator.comparison?.takesVariables;
	return values.flatMap(value => {
		const pieces = isFilled ? fillVariables(value, keys) : [{text: value, isLiteral: false}];
		return pieces ? [pieces] : [];
	});
}

function isComparisonMet(
	{quantifier, isIfExists}: ConditionOperator,
	{matches, isNegated}: Comparison,
	expected: readonly (readonly Piece[])[],
	actual: readonly string[] | undefined,
): boolean {
	const isOneMet = (value: string) => expected.some(pieces => matches(pieces, value)) !== isNegated;
	if (actual === undefined) {
		return isIfExists || quantifier === 'ForAllValues' || (quantifier === undefined && isNegated);
	}

	const isEachAsked = quantifier === 'ForAllValues' || (quantifier === undefined && isNegated);
	return isEachAsked ? actual.every(isOneMet) : actual.some(isOneMet);
}
