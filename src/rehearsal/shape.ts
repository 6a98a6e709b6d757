import {ok, problem, type Result} from '../result.ts';

/**
 * Reads an unknown value as a typed one, or says every constraint that it misses, in the words that
 * AWS services use. `at` is the member's path, such as `source.sourceData`.
 */
export type Shape<Value> = (value: unknown, at: string) => Result<Value, readonly string[]>;

/** What a shape reads. */
export type ValueOf<Read> = Read extends Shape<infer Value> ? Value : never;

type Members = Readonly<Record<string, Shape<unknown>>>;

type Structure<Required extends Members, Optional extends Members> = {
	readonly [Name in keyof Required]: ValueOf<Required[Name]>;
} & {readonly [Name in keyof Optional]?: ValueOf<Optional[Name]>};

interface TextLimits {
	/** In UTF-16 units, as AWS counts. */
	readonly min?: number;
	readonly max?: number;
	/** Must match the whole text; not tried on a text that is too long, which could take very long. */
	readonly pattern?: RegExp;
	/** Keeps the value out of the message. */
	readonly isSensitive?: boolean;
}

/** The longest part of a refused value that a message repeats. */
const SHOWN = 200;

/** A string within limits. */
export function text({min, max, pattern, isSensitive = false}: TextLimits = {}): Shape<string> {
	return (value, at) => {
		if (typeof value !== 'string') {
			return problem([unmet(at, value === undefined ? 'Member must not be null' : 'Member must be a string')]);
		}

		const shown = isSensitive ? undefined : value;
		const isTooLong = max !== undefined && value.length > max;
		const problems = [
			...(min !== undefined && value.length < min
				? [unmet(at, `Member must have length greater than or equal to ${min}`, shown)]
				: []),
			...(isTooLong ? [unmet(at, `Member must have length less than or equal to ${max}`, shown)] : []),
			...(pattern && !isTooLong && !matchesWhole(pattern, value)
				? [unmet(at, `Member must satisfy regular expression pattern: ${pattern.source}`, shown)]
				: []),
		];
		return problems.length === 0 ? ok(value) : problem(problems);
	};
}

/** One of a few words. */
export function choice<const Choice extends string>(...choices: readonly Choice[]): Shape<Choice> {
	return (value, at) => {
		const chosen = choices.find(candidate => candidate === value);
		return chosen === undefined
			? problem([
					value === undefined
						? unmet(at, 'Member must not be null')
						: unmet(at, `Member must satisfy enum value set: [${choices.join(', ')}]`, String(value)),
				])
			: ok(chosen);
	};
}

/** A whole number; as text too, because queries and forms have nothing else. */
export function integer({min, max}: {readonly min?: number; readonly max?: number} = {}): Shape<number> {
	return (value, at) => {
		const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
		if (typeof number !== 'number' || !Number.isSafeInteger(number)) {
			return problem([unmet(at, value === undefined ? 'Member must not be null' : 'Member must be an integer')]);
		}

		if (min !== undefined && number < min) {
			return problem([unmet(at, `Member must have value greater than or equal to ${min}`, String(number))]);
		}

		return max !== undefined && number > max
			? problem([unmet(at, `Member must have value less than or equal to ${max}`, String(number))])
			: ok(number);
	};
}

/** True or false. */
export const toggle: Shape<boolean> = (value, at) =>
	typeof value === 'boolean'
		? ok(value)
		: problem([unmet(at, value === undefined ? 'Member must not be null' : 'Member must be a boolean')]);

/** Standard base64 of a limited number of bytes; read as the bytes. */
export function blob({min, max}: {readonly min: number; readonly max: number}): Shape<Uint8Array> {
	return (value, at) => {
		if (typeof value !== 'string') {
			return problem([unmet(at, value === undefined ? 'Member must not be null' : 'Member must be a base64 string')]);
		}

		const bytes = Buffer.from(value, 'base64');
		if (bytes.toString('base64') !== value) {
			return problem([unmet(at, 'Member must be standard base64 with padding')]);
		}

		if (bytes.length < min) {
			return problem([unmet(at, `Member must have length greater than or equal to ${min}`)]);
		}

		return bytes.length > max
			? problem([unmet(at, `Member must have length less than or equal to ${max}`)])
			: ok(new Uint8Array(bytes));
	};
}

/** A list of values of one shape. */
export function list<Item>(item: Shape<Item>, {max = Infinity}: {readonly max?: number} = {}): Shape<readonly Item[]> {
	return (value, at) => {
		if (!Array.isArray(value)) {
			return problem([unmet(at, value === undefined ? 'Member must not be null' : 'Member must be a list')]);
		}

		if (value.length > max) {
			return problem([unmet(at, `Member must have length less than or equal to ${max}`)]);
		}

		const items: Item[] = [];
		const problems: string[] = [];
		for (const [index, element] of value.entries()) {
			const read = item(element ?? undefined, `${at}.${index + 1}.member`);
			if (read.ok) {
				items.push(read.value);
			} else {
				problems.push(...read.problem);
			}
		}

		return problems.length === 0 ? ok(items) : problem(problems);
	};
}

/** Text values by text keys. */
export function textMap(): Shape<Readonly<Record<string, string>>> {
	return (value, at) => {
		if (!isRecord(value) || Object.values(value).some(member => typeof member !== 'string')) {
			return problem([unmet(at, 'Member must be a map of strings')]);
		}

		return ok(Object.fromEntries(Object.entries(value).map(([key, member]) => [key, String(member)])));
	};
}

/** Named members; null counts as absent, unknown members are left out. */
export function structure<Required extends Members, Optional extends Members>(
	required: Required,
	optional: Optional,
): Shape<Structure<Required, Optional>> {
	return (value, at) => {
		if (!isRecord(value)) {
			return problem([unmet(at, value === undefined ? 'Member must not be null' : 'Member must be a structure')]);
		}

		const members: (readonly unknown[])[] = [];
		const problems: string[] = [];
		for (const [name, shape] of [...Object.entries(required), ...Object.entries(optional)]) {
			const member = Object.hasOwn(value, name) ? (value[name] ?? undefined) : undefined;
			if (member === undefined && !Object.hasOwn(required, name)) {
				continue;
			}

			const read = shape(member, at === '' ? name : `${at}.${name}`);
			if (read.ok) {
				members.push([name, read.value]);
			} else {
				problems.push(...read.problem);
			}
		}

		return problems.length === 0 ? ok(Object.fromEntries(members)) : problem(problems);
	};
}

/** Several unmet constraints as one message of a service. */
export function validationMessage(problems: readonly string[]): string {
	const errors = problems.length === 1 ? 'error' : 'errors';
	return `${problems.length} validation ${errors} detected: ${problems.join('; ')}`;
}

/** True for a plain object, as JSON has it. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unmet(at: string, constraint: string, shown?: string): string {
	const value = shown === undefined ? '' : ` '${shown.length > SHOWN ? `${shown.slice(0, SHOWN)}...` : shown}'`;
	return `Value${value} at '${at}' failed to satisfy constraint: ${constraint}`;
}

function matchesWhole(pattern: RegExp, value: string): boolean {
	return new RegExp(`^(?:${pattern.source})$`, pattern.flags).test(value);
}
