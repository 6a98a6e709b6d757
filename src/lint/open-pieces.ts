import {constants} from 'node:fs';
import {type FileHandle, open} from 'node:fs/promises';
import {setTimeout as wait} from 'node:timers/promises';
import {ExpectedError} from '../errors.ts';
import {fileProblem, systemCode} from '../files/problem.ts';
import {printable} from '../printable.ts';

const PIECE = 256 * 1024;
/** Between two looks at a pipe that has nothing to give, in milliseconds. */
const PAUSE = 20;
/** As many looks at a pipe that nobody writes into. */
const PATIENCE = 150;

/** A file opened to be read in pieces. */
export interface OpenedFile {
	/** Permission bits; absent where they mean nothing. */
	readonly mode?: number;
	/** May be gone through once; closes the file at its end. */
	readonly pieces: AsyncIterable<Uint8Array>;
}

/**
 * Opens a file or a named pipe. A pipe that nobody writes into is given up after a few seconds rather than waited for.
 *
 * @throws {ExpectedError} `FILE_MISSING`; `FILE_UNREADABLE`, also for devices and sockets.
 */
export async function openPieces(file: string, signal?: AbortSignal): Promise<OpenedFile> {
	try {
		// Without O_NONBLOCK, opening a pipe would wait for its writer in a thread that nothing can interrupt.
		const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
		const found = await handle.stat();
		if (!found.isFile() && !found.isFIFO()) {
			await handle.close();
			throw notAFile(file);
		}

		return {
			pieces: found.isFIFO() ? piecesOfPipe(handle, file, signal) : piecesOf(handle, file),
			...(found.isFile() && process.platform !== 'win32' && {mode: found.mode & 0o777}),
		};
	} catch (error) {
		throw systemCode(error) === 'ENXIO' ? notAFile(file) : fileProblem(error, file, 'read');
	}
}

async function* piecesOf(handle: FileHandle, file: string): AsyncGenerator<Uint8Array> {
	try {
		for (;;) {
			const {bytesRead, buffer} = await handle.read(Buffer.allocUnsafeSlow(PIECE), 0, PIECE, null);
			if (bytesRead === 0) {
				return;
			}

			yield buffer.subarray(0, bytesRead);
		}
	} catch (error) {
		throw fileProblem(error, file, 'read');
	} finally {
		await handle.close();
	}
}

async function* piecesOfPipe(handle: FileHandle, file: string, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
	let isWritten = false;
	let looks = 0;
	try {
		for (;;) {
			const bytes = await lookInto(handle);
			if (bytes === 'later') {
				isWritten = true;
				await wait(PAUSE, undefined, {...(signal && {signal})});
			} else if (bytes.length > 0) {
				isWritten = true;
				yield bytes;
			} else if (isWritten) {
				return;
			} else if (looks++ === PATIENCE) {
				throw nobodyWrites(file);
			} else {
				await wait(PAUSE, undefined, {...(signal && {signal})});
			}
		}
	} catch (error) {
		throw signal?.aborted ? interrupted(error) : fileProblem(error, file, 'read');
	} finally {
		await handle.close();
	}
}

/** What a pipe has to give: nothing when nobody has it open for writing, `later` when somebody does. */
async function lookInto(handle: FileHandle): Promise<Uint8Array | 'later'> {
	try {
		const {bytesRead, buffer} = await handle.read(Buffer.allocUnsafeSlow(PIECE), 0, PIECE, null);
		return buffer.subarray(0, bytesRead);
	} catch (error) {
		if (systemCode(error) === 'EAGAIN') {
			return 'later';
		}

		throw error;
	}
}

function notAFile(file: string): ExpectedError {
	return new ExpectedError('FILE_UNREADABLE', `Cannot read ${printable(file)}: it is a device or a socket.`, {
		next: ['Give a file, a folder, or - for standard input.'],
	});
}

function nobodyWrites(file: string): ExpectedError {
	return new ExpectedError('FILE_UNREADABLE', `Cannot read ${printable(file)}: nobody writes into this pipe.`, {
		next: ['Start what writes into it first, or give a file.'],
	});
}

function interrupted(cause: unknown): ExpectedError {
	return new ExpectedError('INTERRUPTED', 'Interrupted.', {next: ['Run it again when you are ready'], cause});
}
