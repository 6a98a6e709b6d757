import {BlockList, isIP} from 'node:net';
import {matchesArn, matchesPattern, type Piece, patternOf} from './wildcard.ts';

/** How one value of a policy is compared with one value of the request. */
export interface Comparison {
	readonly matches: (expected: readonly Piece[], actual: string) => boolean;
	/** True for operators that hold when nothing matches, such as `StringNotEquals`. */
	readonly isNegated: boolean;
	/** What is wrong with a value written in a policy; undefined when it can be compared. */
	readonly problemWith: (value: string) => string | undefined;
	/** True when values may hold policy variables. */
	readonly takesVariables: boolean;
}

/** A condition operator as written, such as `ForAllValues:StringLikeIfExists`, taken apart. */
export interface ConditionOperator {
	readonly name: string;
	readonly quantifier: 'ForAllValues' | 'ForAnyValue' | undefined;
	/** True when a request without the key meets the condition. */
	readonly isIfExists: boolean;
	/** Undefined for `Null`, which asks about the key itself. */
	readonly comparison: Comparison | undefined;
}

/** Takes the name of a condition operator apart; undefined when IAM has no such operator. */
export function parseOperator(name: string): ConditionOperator | undefined {
	const match = /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/.exec(name);
	const [, quantifier, base = '', ifExists] = match ?? [];
	const isNull = name === 'Null';
	const comparison = COMPARISONS.get(base);
	if (!match || (!isNull && !comparison)) {
		return undefined;
	}

	return {
		name,
		quantifier: quantifier === 'ForAllValues' || quantifier === 'ForAnyValue' ? quantifier : undefined,
		isIfExists: ifExists !== undefined,
		comparison,
	};
}

const plain = (pieces: readonly Piece[]) => pieces.map(({text}) => text).join('');
const noProblem = () => undefined;

const text = (matches: Comparison['matches']) => ({matches, problemWith: noProblem, takesVariables: true});
const equals = text((expected, actual) => plain(expected) === actual);
const equalsIgnoringCase = text((expected, actual) => plain(expected).toLowerCase() === actual.toLowerCase());
const like = text((expected, actual) => matchesPattern(patternOf(expected), actual));
const arn = text((expected, actual) => matchesArn(patternOf(expected), actual));

const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;
const readNumber = (value: string) => (NUMBER.test(value) ? Number(value) : undefined);
const number = (holds: (actual: number, expected: number) => boolean) => ordered(readNumber, 'is not a number', holds);

const DATE = /^\d{4}-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?)?$/;
/** Milliseconds; takes ISO 8601 or seconds since 1970. */
function readDate(value: string): number | undefined {
	const seconds = readNumber(value);
	const date = DATE.test(value) ? Date.parse(value) : Number.NaN;
	return seconds === undefined ? (Number.isNaN(date) ? undefined : date) : seconds * 1000;
}
const date = (holds: (actual: number, expected: number) => boolean) =>
	ordered(readDate, 'is neither an ISO 8601 date nor seconds since 1970', holds);

const bool = {
	matches: (expected: readonly Piece[], actual: string) => plain(expected).toLowerCase() === actual.toLowerCase(),
	problemWith: (value: string) => (/^(?:true|false)$/i.test(value) ? undefined : 'is neither true nor false'),
	takesVariables: true,
};
const binary = {
	matches: (expected: readonly Piece[], actual: string) =>
		Buffer.from(plain(expected), 'base64').equals(Buffer.from(actual, 'base64')),
	problemWith: (value: string) => (/^[A-Za-z0-9+/]*={0,2}$/.test(value) ? undefined : 'is not base64'),
	takesVariables: false,
};
const ipAddress = {
	matches: (expected: readonly Piece[], actual: string) => isWithin(plain(expected), actual),
	problemWith: (value: string) => (readRange(value) ? undefined : 'is not an IP address or a CIDR range'),
	takesVariables: false,
};

type Kind = Omit<Comparison, 'isNegated'>;
const both = (positive: string, negative: string, kind: Kind): [string, Comparison][] => [
	[positive, {...kind, isNegated: false}],
	[negative, {...kind, isNegated: true}],
];
const one = (name: string, kind: Kind): [string, Comparison] => [name, {...kind, isNegated: false}];

/** By name without `ForAllValues:` and `IfExists` (IAM user guide, condition operators). */
const COMPARISONS: ReadonlyMap<string, Comparison> = new Map([
	...both('StringEquals', 'StringNotEquals', equals),
	...both('StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', equalsIgnoringCase),
	...both('StringLike', 'StringNotLike', like),
	...both('ArnEquals', 'ArnNotEquals', arn),
	...both('ArnLike', 'ArnNotLike', arn),
	...both(
		'NumericEquals',
		'NumericNotEquals',
		number((actual, expected) => actual === expected),
	),
	one(
		'NumericLessThan',
		number((actual, expected) => actual < expected),
	),
	one(
		'NumericLessThanEquals',
		number((actual, expected) => actual <= expected),
	),
	one(
		'NumericGreaterThan',
		number((actual, expected) => actual > expected),
	),
	one(
		'NumericGreaterThanEquals',
		number((actual, expected) => actual >= expected),
	),
	...both(
		'DateEquals',
		'DateNotEquals',
		date((actual, expected) => actual === expected),
	),
	one(
		'DateLessThan',
		date((actual, expected) => actual < expected),
	),
	one(
		'DateLessThanEquals',
		date((actual, expected) => actual <= expected),
	),
	one(
		'DateGreaterThan',
		date((actual, expected) => actual > expected),
	),
	one(
		'DateGreaterThanEquals',
		date((actual, expected) => actual >= expected),
	),
	one('Bool', bool),
	one('BinaryEquals', binary),
	...both('IpAddress', 'NotIpAddress', ipAddress),
]);

function ordered(
	read: (value: string) => number | undefined,
	fault: string,
	holds: (actual: number, expected: number) => boolean,
): Kind {
	return {
		matches(expected, actual) {
			const [wanted, had] = [read(plain(expected)), read(actual)];
			return wanted !== undefined && had !== undefined && holds(had, wanted);
		},
		problemWith: value => (read(value) === undefined ? fault : undefined),
		takesVariables: true,
	};
}

function readRange(value: string): {address: string; prefix: number; family: 'ipv4' | 'ipv6'} | undefined {
	const [, address = '', length] = /^([0-9a-fA-F.:]+)(?:\/(\d{1,3}))?$/.exec(value) ?? [];
	const version = isIP(address);
	const bits = version === 4 ? 32 : 128;
	const prefix = length === undefined ? bits : Number(length);
	return version === 0 || prefix > bits ? undefined : {address, prefix, family: version === 4 ? 'ipv4' : 'ipv6'};
}

function isWithin(range: string, address: string): boolean {
	const wanted = readRange(range);
	const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
	if (!wanted || isIP(address) === 0 || wanted.family !== family) {
		return false;
	}

	const addresses = new BlockList();
	addresses.addSubnet(wanted.address, wanted.prefix, wanted.family);
	return addresses.check(address, family);
}
