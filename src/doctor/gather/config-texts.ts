import {configLocations} from '../../config-file/locations.ts';
import {decodeConfig, type TextFile} from '../../config-file/read-config-files.ts';
import {ExpectedError} from '../../errors.ts';
import {systemCode} from '../../files/problem.ts';
import {absent, type Look, seen, unseen} from '../evidence/look.ts';
import {readWhole} from './read-whole.ts';
import type {Surroundings} from './surroundings.ts';
import {unseenFile} from './unseen-file.ts';

/** A config file as it is, secrets and all. */
export interface RawConfig extends TextFile {
	/** Permission bits, on systems that have them. */
	readonly mode?: number;
}

/** The config file and the credentials file as they are, secrets and all: never to be kept. */
export async function readConfigTexts(
	surroundings: Surroundings,
): Promise<{readonly config: Look<RawConfig>; readonly credentials: Look<RawConfig>}> {
	const [config, credentials] = await Promise.all([
		readOne('config', surroundings),
		readOne('credentials', surroundings),
	]);
	return {config, credentials};
}

async function readOne(which: 'config' | 'credentials', surroundings: Surroundings): Promise<Look<RawConfig>> {
	let file: string;
	try {
		file = locationOf(which, surroundings);
	} catch (error) {
		if (error instanceof ExpectedError) {
			return unseen('nothing-to-look-at', error.message, error.code);
		}

		throw error;
	}

	try {
		const {bytes, stats} = await readWhole(file, LARGEST);
		const isWindows = surroundings.platform === 'win32';
		return seen({path: file, text: decodeConfig(bytes, file), ...(!isWindows && {mode: stats.mode & 0o7777})});
	} catch (error) {
		if (error instanceof ExpectedError) {
			return unseen('failed', error.message, error.code);
		}

		return systemCode(error) === 'ENOENT' ? absent : unseenFile(error, file);
	}
}

/** Each of the two by itself: where a variable names one of them, it needs no home folder. */
function locationOf(which: 'config' | 'credentials', surroundings: Surroundings): string {
	const other = which === 'config' ? 'AWS_SHARED_CREDENTIALS_FILE' : 'AWS_CONFIG_FILE';
	return configLocations({...surroundings, env: {...surroundings.env, [other]: surroundings.workingDirectory}})[which];
}

/** Nobody's config file is larger. */
const LARGEST = 8 * 1024 * 1024;
