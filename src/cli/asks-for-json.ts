import type {RunnableCommand, TypedInvocation} from './command.ts';
import {typedName} from './flag.ts';
import {readFlags} from './read-flags.ts';
import {type SharedFlagValues, sharedFlags} from './shared-flags.ts';

/** Whether errors are to be told as JSON; to be known also where the words cannot be sorted. */
export function asksForJson(words: readonly string[], {formatFlag}: Pick<RunnableCommand, 'formatFlag'> = {}): boolean {
	const end = words.indexOf('--');
	const flags = end === -1 ? words : words.slice(0, end);
	return flags.includes('--json') || (formatFlag !== undefined && asksIn(flags, typedName(formatFlag)));
}

/** The flags that every verb takes; `json` is also true when the verb's own flag asks for it. */
export function readSharedFlags(
	raws: TypedInvocation['raws'],
	{formatFlag}: Pick<RunnableCommand, 'formatFlag'>,
): SharedFlagValues {
	const shared = readFlags(sharedFlags, raws);
	const isInFormat = formatFlag !== undefined && raws.get(formatFlag)?.includes('json') === true;
	return {...shared, json: shared.json || isInFormat};
}

function asksIn(flags: readonly string[], format: string): boolean {
	return flags.some((word, index) => word === `${format}=json` || (word === format && flags[index + 1] === 'json'));
}
