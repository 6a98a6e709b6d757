import {ExpectedError} from '../errors.ts';
import {type Flags, type FlagValues, typedName} from './flag.ts';

/**
 * The values of declared flags from what was typed.
 *
 * @throws {ExpectedError} `USAGE` naming every required flag that is missing, or the first that holds no such value.
 */
export function readFlags<Declared extends Flags>(
	declared: Declared,
	raws: ReadonlyMap<string, readonly string[]>,
): FlagValues<Declared> {
	const missing = Object.entries(declared).filter(([name, {isRequired}]) => isRequired && !raws.has(name));
	if (missing.length > 0) {
		throw new ExpectedError('USAGE', `Missing: ${missing.map(([name]) => typedName(name)).join(', ')}.`, {
			next: [`Add ${missing.map(([name, {placeholder}]) => `${typedName(name)} ${placeholder}`).join(' ')}`],
		});
	}

	const values = Object.entries(declared).map(([name, flag]) => [
		name,
		flag.read(raws.get(name) ?? [], typedName(name)),
	]);
	return Object.fromEntries(values);
}
