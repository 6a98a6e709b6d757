import {parseArgs} from 'node:util';
import {ExpectedError} from '../errors.ts';
import {nearest} from '../nearest.ts';
import {printable} from '../printable.ts';
import type {RunnableCommand} from './command.ts';
import {type Flags, typedName} from './flag.ts';
import {sharedFlags} from './shared-flags.ts';

/** A command line sorted into its parts, nothing read yet. */
export interface TypedLine {
	readonly operands: readonly string[];
	/** Every value typed for each flag, by camelCase name; a toggle holds one empty string for each time it was given. */
	readonly raws: ReadonlyMap<string, readonly string[]>;
	readonly rest: readonly string[];
}

/**
 * Sorts the words after the verb.
 *
 * @throws {ExpectedError} `USAGE` for an unknown flag (naming the nearest one), a missing value, or too few or many operands.
 */
export function sortWords(words: readonly string[], command: RunnableCommand): TypedLine {
	const flags: Flags = {...sharedFlags, ...command.flags};
	const end = words.indexOf('--');
	const before = end === -1 ? words : words.slice(0, end);
	const rest = end === -1 ? [] : words.slice(end + 1);
	const {operands, raws} = sortFlags(before, flags, command);
	const all = command.passesOn === undefined ? [...operands, ...rest] : operands;
	const {minimum, maximum, placeholder} = command.operands;
	if (!raws.has('help') && (all.length < minimum || all.length > maximum)) {
		const amount =
			all.length < minimum
				? `needs ${placeholder.replace(/\.+$/, '')}`
				: `does not take "${printable(all[maximum] ?? '')}"`;
		throw new ExpectedError('USAGE', `anchorsmith ${command.name} ${amount}.`, {next: [askForHelp(command)]});
	}

	return {operands: all, raws, rest: command.passesOn === undefined ? [] : rest};
}

function sortFlags(words: readonly string[], flags: Flags, command: RunnableCommand) {
	const names = new Map([
		...Object.keys(flags).map((name): [string, string] => [typedName(name).slice(2), name]),
		['h', 'help'],
	]);
	const {tokens} = parseArgs({
		args: [...words],
		options: Object.fromEntries(
			[...names].map(([typed, name]) => [typed, {type: flags[name]?.takes === 'nothing' ? 'boolean' : 'string'}]),
		),
		strict: false,
		allowPositionals: true,
		tokens: true,
	});

	const operands: string[] = [];
	const raws = new Map<string, string[]>();
	for (const token of tokens) {
		if (token.kind === 'positional') {
			operands.push(token.value);
		} else if (token.kind === 'option') {
			const name = names.get(token.name);
			const flag = name === undefined ? undefined : flags[name];
			if (name === undefined || flag === undefined) {
				throw unknownFlag(token.rawName, [...names.keys()], command);
			}

			if ((flag.takes === 'nothing') !== (token.value === undefined)) {
				const fault =
					flag.takes === 'nothing' ? 'takes no value' : `needs a value: ${token.rawName} ${flag.placeholder}`;
				throw new ExpectedError('USAGE', `${printable(token.rawName)} ${fault}.`, {next: [askForHelp(command)]});
			}

			raws.set(name, [...(raws.get(name) ?? []), token.value ?? '']);
		}
	}

	return {operands, raws};
}

function unknownFlag(typed: string, known: readonly string[], command: RunnableCommand): ExpectedError {
	const suggestion = nearest(typed.replace(/^-+/, ''), known);
	return new ExpectedError('USAGE', `anchorsmith ${command.name} has no flag ${printable(typed)}.`, {
		next: suggestion === undefined ? [askForHelp(command)] : [`Did you mean --${suggestion}?`, askForHelp(command)],
	});
}

function askForHelp(command: RunnableCommand): string {
	return `anchorsmith ${command.name} --help`;
}
