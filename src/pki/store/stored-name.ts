import {ExpectedError} from '../../errors.ts';
import {printable} from '../../printable.ts';

/** Names that Windows keeps for devices, with any ending. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const SAFE = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?$/;

/** True for a name that is a folder of its own on every system: letters, digits, `.`, `_` and `-`, up to 64. */
export function isStoredName(name: string): boolean {
	return SAFE.test(name) && !DEVICES.test(name);
}

/** @throws {ExpectedError} `NAME_UNSAFE` unless {@link isStoredName}. */
export function requireStoredName(name: string): void {
	if (!isStoredName(name)) {
		throw new ExpectedError('NAME_UNSAFE', `"${printable(name)}" cannot be the name of a folder everywhere.`, {
			next: ['Choose letters, digits, ".", "_" and "-", up to 64, such as build-hosts'],
		});
	}
}
