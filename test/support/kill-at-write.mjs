// Kills a program at one of its file-system writes, or makes that write fail. Preload it with
// NODE_OPTIONS="--import file://…/kill-at-write.mjs" and set
//   KILL_AT_WRITE=N    the process gets SIGKILL instead of its Nth write; a write of contents is half done by then
//   FAIL_AT_WRITE=N    the Nth write fails, with the system error named by FAIL_WITH (ENOSPC unless given)
//   COUNT_WRITES=FILE  how many writes there were goes there when the process ends by itself
// Programs that it starts run undisturbed.
import fs from 'node:fs';
import promises from 'node:fs/promises';
import {syncBuiltinESMExports} from 'node:module';

const {KILL_AT_WRITE, FAIL_AT_WRITE, FAIL_WITH = 'ENOSPC', COUNT_WRITES} = process.env;
for (const name of ['KILL_AT_WRITE', 'FAIL_AT_WRITE', 'FAIL_WITH', 'COUNT_WRITES', 'NODE_OPTIONS']) {
	delete process.env[name];
}

const {writeFileSync, writeSync} = fs;
let writes = 0;

/** Functions of node:fs and node:fs/promises that change something, whatever they are given. */
const CHANGING = [
	'appendFile',
	'chmod',
	'chown',
	'copyFile',
	'cp',
	'fchmod',
	'fchown',
	'fdatasync',
	'fsync',
	'ftruncate',
	'futimes',
	'lchown',
	'link',
	'lutimes',
	'mkdir',
	'mkdtemp',
	'rename',
	'rm',
	'rmdir',
	'symlink',
	'truncate',
	'unlink',
	'utimes',
	'write',
	'writeFile',
	'writev',
];

/** Methods of file handles that change something. */
const HANDLE = [
	'appendFile',
	'chmod',
	'chown',
	'datasync',
	'sync',
	'truncate',
	'utimes',
	'write',
	'writeFile',
	'writev',
];

/** @param {(() => void) | undefined} doHalf */
function count(doHalf) {
	writes += 1;
	if (String(writes) === KILL_AT_WRITE) {
		doHalf?.();
		process.kill(process.pid, 'SIGKILL');
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
	}

	if (String(writes) === FAIL_AT_WRITE) {
		throw Object.assign(new Error(`${FAIL_WITH}: injected`), {code: FAIL_WITH, syscall: 'write'});
	}
}

/** @param {unknown} flags as given to open */
function mayWrite(flags) {
	return typeof flags === 'number'
		? (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR)) !== 0
		: /[wa+]/.test(String(flags ?? 'r'));
}

/**
 * @param {Record<string, unknown>} owner
 * @param {string} name
 * @param {'throw' | 'reject' | 'callback'} manner
 * @param {(args: unknown[]) => boolean} [isWrite]
 */
function patch(owner, name, manner, isWrite = () => true) {
	const original = owner[name];
	if (typeof original !== 'function') {
		return;
	}

	/** @this {unknown} @param {unknown[]} args */
	owner[name] = function (...args) {
		if (isWrite(args)) {
			try {
				count(halfOf(this, name, args));
			} catch (error) {
				const callback = args.at(-1);
				if (manner === 'reject') {
					return Promise.reject(error);
				}

				if (manner === 'throw' || typeof callback !== 'function') {
					throw error;
				}

				process.nextTick(callback, error);
				return undefined;
			}
		}

		return original.apply(this, args);
	};
}

/**
 * Writes the first half of what a file handle was about to write.
 *
 * @param {unknown} self
 * @param {string} name
 * @param {unknown[]} args
 */
function halfOf(self, name, args) {
	const [contents] = args;
	if (typeof self !== 'object' || self === null || !('fd' in self) || typeof self.fd !== 'number') {
		return undefined;
	}

	if (!/^write/.test(name) || (typeof contents !== 'string' && !(contents instanceof Uint8Array))) {
		return undefined;
	}

	const {fd} = self;
	const bytes = typeof contents === 'string' ? Buffer.from(contents) : contents;
	return () => void writeSync(fd, bytes.subarray(0, bytes.length >> 1));
}

const handle = await promises.open(import.meta.filename);
const prototype = Object.getPrototypeOf(handle);
await handle.close();

for (const name of CHANGING) {
	patch(fs, name, 'callback');
	patch(fs, `${name}Sync`, 'throw');
	patch(promises, name, 'reject');
}

for (const name of HANDLE) {
	patch(prototype, name, 'reject');
}

patch(fs, 'open', 'callback', ([, flags]) => typeof flags !== 'function' && mayWrite(flags));
patch(fs, 'openSync', 'throw', ([, flags]) => mayWrite(flags));
patch(promises, 'open', 'reject', ([, flags]) => mayWrite(flags));
syncBuiltinESMExports();

process.on('exit', () => {
	if (COUNT_WRITES) {
		writeFileSync(COUNT_WRITES, `${writes}\n`);
	}
});
