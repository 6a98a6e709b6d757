import {ExpectedError} from '../errors.ts';
import {printable} from '../printable.ts';

/**
 * One thing that can be typed after `--`. The key under which a command declares it gives the
 * name: `sessionDuration` is typed as `--session-duration`.
 */
export interface Flag<Value> {
	/** A switch takes no value, `one` takes one and the last wins, `many` may be repeated. */
	readonly takes: 'nothing' | 'one' | 'many';
	/** Stands for the value in help, such as `FILE`; empty for switches. */
	readonly placeholder: string;
	readonly description: string;
	/** A command with a required flag that was not given is refused, naming all that are missing. */
	readonly isRequired: boolean;
	/** @throws {ExpectedError} `USAGE` when what was typed is no such value. `raws` is empty when it was not given. */
	read(raws: readonly string[], name: string): Value;
}

/** The flags of a command by their camelCase names. */
export type Flags = Readonly<Record<string, Flag<unknown>>>;

/** What the flags of a command hold once read. */
export type FlagValues<Declared extends Flags> = {
	readonly [Name in keyof Declared]: Declared[Name] extends Flag<infer Value> ? Value : never;
};

interface Described {
	readonly placeholder: string;
	readonly description: string;
}

/** A piece of text; undefined when not given. */
function text({placeholder, description}: Described): Flag<string | undefined> {
	return {takes: 'one', placeholder, description, isRequired: false, read: raws => raws.at(-1)};
}

/** A path, never empty: an empty one would mean the working directory. Undefined when not given. */
function path({placeholder, description}: Described): Flag<string | undefined> {
	return {
		takes: 'one',
		placeholder,
		description,
		isRequired: false,
		read(raws, name) {
			const raw = raws.at(-1);
			return raw === undefined ? undefined : notEmpty(raw, name, placeholder);
		},
	};
}

/** A piece of text that must be given. */
function requiredText({placeholder, description}: Described): Flag<string> {
	return {
		takes: 'one',
		placeholder,
		description,
		isRequired: true,
		read(raws, name) {
			return notEmpty(raws.at(-1) ?? '', name, placeholder);
		},
	};
}

/** Text that may be given several times, in order. */
function texts({placeholder, description}: Described): Flag<readonly string[]> {
	return {takes: 'many', placeholder, description, isRequired: false, read: raws => raws};
}

/** True when given. */
function toggle({description}: {readonly description: string}): Flag<boolean> {
	return {takes: 'nothing', placeholder: '', description, isRequired: false, read: raws => raws.length > 0};
}

/** A whole number within bounds, both included; undefined when not given. */
function integer({
	placeholder,
	description,
	minimum,
	maximum,
}: Described & {readonly minimum: number; readonly maximum: number}): Flag<number | undefined> {
	return {
		takes: 'one',
		placeholder,
		description,
		isRequired: false,
		read(raws, name) {
			const raw = raws.at(-1);
			if (raw === undefined) {
				return undefined;
			}

			const value = Number(raw);
			if (!/^-?\d+$/.test(raw) || !Number.isSafeInteger(value) || value < minimum || value > maximum) {
				throw usage(
					`${name} takes a whole number from ${minimum} to ${maximum}, not "${printable(raw)}".`,
					`For example: ${name} ${minimum}`,
				);
			}

			return value;
		},
	};
}

/** One of a few words; undefined when not given. */
function choice<const Choice extends string>({
	choices,
	description,
}: {
	readonly choices: readonly Choice[];
	readonly description: string;
}): Flag<Choice | undefined> {
	return {
		takes: 'one',
		placeholder: choices.join('|'),
		description,
		isRequired: false,
		read(raws, name) {
			const raw = raws.at(-1);
			const chosen = choices.find(candidate => candidate === raw);
			if (raw !== undefined && chosen === undefined) {
				throw usage(
					`${name} is one of ${choices.join(', ')}, not "${printable(raw)}".`,
					`For example: ${name} ${choices[0] ?? ''}`,
				);
			}

			return chosen;
		},
	};
}

/** The kinds of flag that commands declare. */
export const flag = {text, requiredText, path, texts, toggle, integer, choice};

/** `sessionDuration` as it is typed: `--session-duration`. */
export function typedName(name: string): string {
	return `--${name.replace(/[A-Z]/g, capital => `-${capital.toLowerCase()}`)}`;
}

function notEmpty(raw: string, name: string, placeholder: string): string {
	if (raw === '') {
		throw usage(`${name} needs a value.`, `Give it as ${name} ${placeholder}`);
	}

	return raw;
}

function usage(message: string, next: string): ExpectedError {
	return new ExpectedError('USAGE', message, {next: [next]});
}
