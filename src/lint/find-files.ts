import {opendir, stat} from 'node:fs/promises';
import path from 'node:path';
import {fileProblem, systemCode} from '../files/problem.ts';

/** A file that is to be judged. */
export interface FoundFile {
	/** Absolute. */
	readonly file: string;
	/** As it is to be called: beginning as the person typed it. */
	readonly path: string;
	/** False when it was met in a folder: what holds nothing that is known is no fault then. */
	readonly isNamed: boolean;
}

/** What was met in a folder and is not judged. */
export interface PassedOver {
	readonly path: string;
	readonly reason: string;
}

/** What the operands of a command come to. */
export interface FoundFiles {
	readonly files: readonly FoundFile[];
	readonly passedOver: readonly PassedOver[];
}

/**
 * The files that operands name: files as they are, folders with everything below them, in the order of their names.
 * Links are followed, each folder is entered once whatever links lead to it, and what is no file is passed over.
 *
 * @param signal - Ends it early, with what was found.
 * @throws {ExpectedError} `FILE_MISSING` or `FILE_UNREADABLE` for an operand.
 */
export async function findFiles(
	operands: readonly string[],
	workingDirectory: string,
	signal?: AbortSignal,
): Promise<FoundFiles> {
	const walk: Walk = {files: [], passedOver: [], entered: new Set(), signal};
	for (const operand of operands) {
		const file = path.resolve(workingDirectory, operand);
		try {
			const found = await stat(file);
			if (found.isDirectory()) {
				await enter(file, operand, `${found.dev}:${found.ino}`, walk);
			} else {
				walk.files.push({file, path: operand, isNamed: true});
			}
		} catch (error) {
			throw fileProblem(error, operand, 'read');
		}
	}

	return walk;
}

interface Walk {
	readonly files: FoundFile[];
	readonly passedOver: PassedOver[];
	/** Device and number of every folder that was entered. */
	readonly entered: Set<string>;
	readonly signal: AbortSignal | undefined;
}

async function enter(folder: string, shown: string, identity: string, walk: Walk): Promise<void> {
	if (walk.entered.has(identity) || walk.signal?.aborted) {
		return;
	}

	walk.entered.add(identity);
	for (const name of await namesIn(folder, shown, walk)) {
		await meet(path.join(folder, name), path.join(shown, name), walk);
	}
}

async function namesIn(folder: string, shown: string, walk: Walk): Promise<readonly string[]> {
	try {
		const names: string[] = [];
		for await (const {name} of await opendir(folder)) {
			names.push(name);
		}

		return names.toSorted();
	} catch (error) {
		walk.passedOver.push({path: shown, reason: reasonOf(error)});
		return [];
	}
}

async function meet(file: string, shown: string, walk: Walk): Promise<void> {
	try {
		const found = await stat(file);
		if (found.isDirectory()) {
			await enter(file, shown, `${found.dev}:${found.ino}`, walk);
		} else if (found.isFile()) {
			walk.files.push({file, path: shown, isNamed: false});
		} else {
			walk.passedOver.push({path: shown, reason: 'it is no file'});
		}
	} catch (error) {
		walk.passedOver.push({path: shown, reason: reasonOf(error)});
	}
}

const REASONS: Readonly<Record<string, string>> = {
	EACCES: 'permission denied',
	EPERM: 'permission denied',
	ENOENT: 'the link leads nowhere',
	ELOOP: 'the links lead in a circle',
};

/** Why something in a folder cannot be looked at, in a few words. */
export function reasonOf(error: unknown): string {
	const code = systemCode(error);
	if (code === undefined) {
		throw error;
	}

	return REASONS[code] ?? `it cannot be read (${code})`;
}
