import {constants, type Stats} from 'node:fs';
import {open} from 'node:fs/promises';
import {ExpectedError} from '../../errors.ts';
import {printable} from '../../printable.ts';

/** A file's bytes and what the system knows of it; both of the very same file. */
export interface WholeFile {
	readonly bytes: Uint8Array;
	readonly stats: Stats;
}

/**
 * Reads a file, links followed; never waits for a pipe.
 *
 * @param most - In bytes; a larger file is not read.
 * @throws {ExpectedError} `FILE_UNREADABLE` for what is no file, or too large; the system's error for everything else.
 */
export async function readWhole(file: string, most: number): Promise<WholeFile> {
	const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
	try {
		const stats = await handle.stat();
		const obstacle = stats.isDirectory()
			? 'it is a folder'
			: !stats.isFile()
				? 'it is no file'
				: stats.size > most
					? `it has ${stats.size} bytes, more than are looked at`
					: undefined;
		if (obstacle !== undefined) {
			throw new ExpectedError('FILE_UNREADABLE', `Cannot read ${printable(file)}: ${obstacle}.`, {
				next: [`Look at it: ls -ld ${printable(file)}`],
			});
		}

		return {bytes: await handle.readFile(), stats};
	} finally {
		await handle.close();
	}
}
