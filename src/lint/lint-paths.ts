import type {Readable} from 'node:stream';
import {ExpectedError} from '../errors.ts';
import type {Intake} from '../pki/intake/intake.ts';
import {takeIn} from '../pki/intake/intake.ts';
import {type FoundFile, findFiles, type PassedOver, reasonOf} from './find-files.ts';
import {lintFiles, resultOf} from './lint-files.ts';
import type {LintedFile, LintInput, LintOptions, LintResult} from './lint-result.ts';
import {lintStream} from './lint-stream.ts';
import {openPieces} from './open-pieces.ts';

/** A larger file is judged as it is read, each thing by itself. */
const LARGEST_WHOLE = 8 * 1024 * 1024;
/** So much is held to be judged together. */
const LARGEST_TOGETHER = 64 * 1024 * 1024;

/** What judging operands needs of the world. */
export interface LintSurroundings {
	readonly workingDirectory: string;
	readonly stdin: Readable;
	readonly signal?: AbortSignal;
	/** Opens what needs a passphrase; leaves everything as it is unless given. */
	readonly open?: (intake: Intake, path: string) => Promise<Intake>;
	/** Told every now and then how many things were judged. */
	readonly onProgress?: (things: number) => void;
}

/** What operands come to. */
export interface LintedPaths {
	readonly result: LintResult;
	/** The files that were judged together, for whoever repairs them. */
	readonly inputs: readonly LintInput[];
	/** Things in folders that were not judged, and why. */
	readonly passedOver: readonly PassedOver[];
	/** Files in folders that hold nothing known here. */
	readonly others: number;
}

/**
 * Judges what operands name: files, folders, and `-` for standard input. What is too large to be held is judged in a
 * stream.
 *
 * @throws {ExpectedError} `FILE_MISSING` or `FILE_UNREADABLE` for an operand; `INTERRUPTED`.
 */
export async function lintPaths(
	operands: readonly string[],
	options: LintOptions,
	surroundings: LintSurroundings,
): Promise<LintedPaths> {
	const {workingDirectory, signal} = surroundings;
	const found = await findFiles(
		operands.filter(operand => operand !== '-'),
		workingDirectory,
		signal,
	);
	const reader = new Reader(options, surroundings, [...found.passedOver]);
	if (operands.includes('-')) {
		await reader.take(standardInput, piecesOfStdin(surroundings.stdin));
	}

	for (const file of found.files) {
		await reader.open(file);
	}

	return reader.finish();
}

const standardInput: FoundFile = {file: '-', path: '-', isNamed: true};

async function* piecesOfStdin(stdin: Readable): AsyncGenerator<Uint8Array> {
	for await (const piece of stdin) {
		yield typeof piece === 'string' ? Buffer.from(piece) : piece;
	}
}

/** Files that look like what is judged here: in a folder, these are judged even when nothing in them is known. */
const TELLING_NAME = /\.(?:pem|crt|cer|der|key|p12|pfx|p7b|p7c|csr|crl)$/i;

class Reader {
	readonly #options: LintOptions;
	readonly #surroundings: LintSurroundings;
	readonly #passedOver: PassedOver[];
	#held: LintInput[] = [];
	#heldBytes = 0;
	#others = 0;
	/** Judged already: in streams, or because too much was held. */
	readonly #judged: LintedFile[] = [];

	constructor(options: LintOptions, surroundings: LintSurroundings, passedOver: PassedOver[]) {
		this.#options = options;
		this.#surroundings = surroundings;
		this.#passedOver = passedOver;
	}

	async open(found: FoundFile): Promise<void> {
		this.#stopIfInterrupted();
		try {
			const {pieces, mode} = await openPieces(found.file, this.#surroundings.signal);
			await this.take(found, pieces, mode);
		} catch (error) {
			if (found.isNamed || (error instanceof ExpectedError && error.code === 'INTERRUPTED')) {
				throw error;
			}

			const cause = error instanceof ExpectedError ? error.cause : error;
			this.#passedOver.push({path: found.path, reason: reasonOf(cause)});
		}
	}

	async take({path, isNamed}: FoundFile, pieces: AsyncIterable<Uint8Array>, mode?: number): Promise<void> {
		const begun = await readUpTo(pieces, LARGEST_WHOLE);
		if (begun.rest) {
			this.#judged.push(await lintStream(path, begun.rest, this.#options, this.#progress));
			return;
		}

		const bytes = Buffer.concat(begun.pieces);
		const intake = await this.#opened(takeIn(bytes), path);
		if (!isNamed && intake.items.length === 0 && !TELLING_NAME.test(path)) {
			this.#others++;
			return;
		}

		if (this.#heldBytes + bytes.length > LARGEST_TOGETHER) {
			this.#judgeHeld();
		}

		this.#held.push({path, bytes, intake, ...(mode !== undefined && {mode})});
		this.#heldBytes += bytes.length;
	}

	finish(): LintedPaths {
		const isSplit = this.#judged.length > 0;
		const last = lintFiles(this.#held, this.#options);
		return {
			result: isSplit ? resultOf([...this.#judged, ...last.files], false) : last,
			inputs: this.#held,
			passedOver: this.#passedOver,
			others: this.#others,
		};
	}

	#judgeHeld(): void {
		this.#judged.push(...lintFiles(this.#held, this.#options).files);
		this.#held = [];
		this.#heldBytes = 0;
	}

	async #opened(intake: Intake, path: string): Promise<Intake> {
		return (await this.#surroundings.open?.(intake, path)) ?? intake;
	}

	readonly #progress = (things: number) => {
		this.#stopIfInterrupted();
		this.#surroundings.onProgress?.(things);
	};

	#stopIfInterrupted(): void {
		if (this.#surroundings.signal?.aborted) {
			throw new ExpectedError('INTERRUPTED', 'Interrupted.', {next: ['Run it again when you are ready']});
		}
	}
}

interface Begun {
	/** Everything, when there is no rest. */
	readonly pieces: readonly Uint8Array[];
	/** What was read already and what comes, when there is more than the limit. */
	readonly rest?: AsyncIterable<Uint8Array>;
}

async function readUpTo(source: AsyncIterable<Uint8Array>, limit: number): Promise<Begun> {
	const iterator = source[Symbol.asyncIterator]();
	const pieces: Uint8Array[] = [];
	let length = 0;
	for (;;) {
		const next = await iterator.next();
		if (next.done) {
			return {pieces};
		}

		pieces.push(next.value);
		length += next.value.length;
		if (length > limit) {
			return {pieces, rest: joined(pieces, iterator)};
		}
	}
}

async function* joined(pieces: Uint8Array[], iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
	// Taken off one by one, so that what was judged need not be held.
	for (let piece = pieces.shift(); piece; piece = pieces.shift()) {
		yield piece;
	}

	for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
		yield next.value;
	}
}
