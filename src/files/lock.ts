import {readFile, rename, stat} from 'node:fs/promises';
import {hostname} from 'node:os';
import {setTimeout as delay} from 'node:timers/promises';
import {ExpectedError} from '../errors.ts';
import {printable} from '../printable.ts';
import {createFile} from './create.ts';
import {fileProblem, systemCode} from './problem.ts';
import {findTarget} from './target.ts';
import {clearAbandoned, discard, temporaryName, writeBeside} from './temporary.ts';

/** The last work queued on each lock by this very process, so that its own number in a lock file means an older life. */
const queues = new Map<string, Promise<unknown>>();

/** Milliseconds for which a holder on another machine, which cannot be asked, is believed to be alive. */
const FOREIGN_LIFETIME = 3_600_000;

/**
 * Does work while no other anchorsmith works on the same file, held off by `<file>.lock`. A lock whose
 * process is gone is taken over, and temporary files that it left beside the file are cleared away.
 * Work on one file within one process is done in turn; such work must not be nested.
 *
 * @param patience - Milliseconds to wait for another's lock.
 * @throws {ExpectedError} `FILE_LOCKED` when another still holds it then; `FILE_UNWRITABLE`; `FILE_MISSING` when
 * the folder is; and what `work` throws.
 */
export async function withLock<Value>(
	file: string,
	work: () => Promise<Value>,
	{patience = 10_000}: {readonly patience?: number} = {},
): Promise<Value> {
	const target = await findTarget(file);
	const turn = (queues.get(target) ?? Promise.resolve()).then(() => workLocked(target, work, patience));
	const settled = turn.catch(() => undefined);
	queues.set(target, settled);
	try {
		return await turn;
	} finally {
		if (queues.get(target) === settled) {
			queues.delete(target);
		}
	}
}

/**
 * Clears away what a killed process left beside a file, if it left its lock. For runs that find nothing to write.
 *
 * @throws {ExpectedError} as {@link withLock}.
 */
export async function clearAfterKilled(file: string): Promise<void> {
	const holder = await readHolder(`${await findTarget(file)}.lock`);
	if (holder !== undefined && isGone(holder)) {
		await withLock(file, async () => undefined);
	}
}

async function workLocked<Value>(target: string, work: () => Promise<Value>, patience: number): Promise<Value> {
	const lock = `${target}.lock`;
	await acquire(lock, target, patience);
	try {
		await clearAbandoned(target, isRunning);
		return await work();
	} finally {
		// A lock that cannot be removed names a process that is soon gone, so it holds nobody up.
		await discard(lock);
	}
}

async function acquire(lock: string, target: string, patience: number): Promise<void> {
	for (let waited = 0; !(await isTaken(lock)); waited += PAUSE) {
		const holder = await readHolder(lock);
		const isPatient = waited < patience;
		if (holder !== undefined && (isGone(holder) || (!isPatient && (await isForeignAndOld(holder, lock))))) {
			await takeAway(lock, holder);
		} else if (isPatient) {
			await delay(PAUSE);
		} else {
			throw new ExpectedError(
				'FILE_LOCKED',
				`Another anchorsmith (${printable(holder?.trim() ?? 'unknown')}) is working on ${printable(target)}.`,
				{next: ['Wait for it, then try again.', `If it is not running any more: rm ${printable(lock)}`]},
			);
		}
	}
}

/** Milliseconds between two looks at another's lock. */
const PAUSE = 50;

async function isTaken(lock: string): Promise<boolean> {
	try {
		await createFile(lock, `${process.pid} ${hostname()}\n`, {mode: 0o600});
		return true;
	} catch (error) {
		if (error instanceof ExpectedError && error.code === 'FILE_EXISTS') {
			return false;
		}

		throw error;
	}
}

async function readHolder(lock: string): Promise<string | undefined> {
	try {
		return await readFile(lock, 'utf8');
	} catch (error) {
		if (systemCode(error) === 'ENOENT') {
			return undefined;
		}

		throw fileProblem(error, lock, 'read');
	}
}

function parseHolder(holder: string): {pid: number; host: string} {
	const [, pid = '0', host = ''] = /^(\d{1,10}) (.+)\n$/.exec(holder) ?? [];
	return {pid: Number(pid), host};
}

function isGone(holder: string): boolean {
	const {pid, host} = parseHolder(holder);
	return host === hostname() && (pid === process.pid || !isRunning(pid));
}

/** Judged by the file system's own clock, which wrote both times. */
async function isForeignAndOld(holder: string, lock: string): Promise<boolean> {
	if (parseHolder(holder).host === hostname()) {
		return false;
	}

	const probe = await writeBeside(lock, '', {mode: 0o600});
	try {
		const [then, now] = [await stat(lock), await stat(probe)];
		return now.mtimeMs - then.mtimeMs > FOREIGN_LIFETIME;
	} catch (error) {
		throw fileProblem(error, lock, 'read');
	} finally {
		await discard(probe);
	}
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return systemCode(error) !== 'ESRCH';
	}
}

/** Marks the name that an abandoned lock is moved to, apart from those of new files. */
const ASIDE = 9999;

/** Moves the lock aside before looking again, so that of two that saw it abandoned only one removes it. */
async function takeAway(lock: string, seen: string): Promise<void> {
	const aside = temporaryName(lock, ASIDE);
	try {
		await rename(lock, aside);
	} catch (error) {
		if (systemCode(error) === 'ENOENT') {
			return;
		}

		throw fileProblem(error, lock, 'remove');
	}

	if ((await readHolder(aside)) === seen) {
		await discard(aside);
	} else {
		await rename(aside, lock);
	}
}
