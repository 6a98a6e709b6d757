import {ok, problem, type Result} from '../result.ts';
import type {BlockChange} from './cli-profile.ts';

/** One change to a config file, as a journal keeps it so that it can be undone. Holds nothing secret that the file did not. */
export interface ConfigChange {
	readonly version: 1;
	/** Absolute, as it was named: a symbolic link is followed anew each time. */
	readonly path: string;
	/** False when the file was made for this change. */
	readonly existed: boolean;
	/** False when its folder was, too. */
	readonly folderExisted: boolean;
	readonly block: BlockChange;
}

/** A change as read from a journal's JSON; the problem says what is wrong with it. */
export function parseConfigChange(value: unknown): Result<ConfigChange, string> {
	const {version, path, existed, folderExisted, block} = fields(value);
	const {cliProfile, before, after, joint, hadByteOrderMark} = fields(block);
	const {lineEnd, blank} = fields(joint);
	if (
		version !== 1 ||
		typeof path !== 'string' ||
		typeof existed !== 'boolean' ||
		typeof folderExisted !== 'boolean' ||
		typeof cliProfile !== 'string' ||
		!(before === null || typeof before === 'string') ||
		typeof after !== 'string' ||
		typeof lineEnd !== 'string' ||
		typeof blank !== 'string' ||
		typeof hadByteOrderMark !== 'boolean'
	) {
		return problem('is not the record of a change to a config file');
	}

	return ok({
		version,
		path,
		existed,
		folderExisted,
		block: {cliProfile, before, after, joint: {lineEnd, blank}, hadByteOrderMark},
	});
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null ? {...value} : {};
}
