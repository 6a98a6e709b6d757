import {readFile, realpath, stat} from 'node:fs/promises';
import {ExpectedError} from '../../errors.ts';
import {systemCode} from '../../files/problem.ts';
import {takeIn} from '../../pki/intake/intake.ts';
import {contentEvidence} from '../evidence/content.ts';
import type {ContentEvidence, FileEvidence} from '../evidence/files.ts';
import type {UserEvidence} from '../evidence/host.ts';
import {type Look, seen, unseen} from '../evidence/look.ts';
import {obstacleFor} from './access-for.ts';
import {readWhole} from './read-whole.ts';
import {unseenFile} from './unseen-file.ts';

/** Larger than anything that a helper is given. */
const LARGEST = 8 * 1024 * 1024;

/**
 * A file as a user finds it, and what is in it without anything private. What whoever runs this may not read has no
 * content; what is not there, or is no file, is unseen with the system's own name for that.
 *
 * @param passphrase - Opens encrypted keys and bundles.
 */
export async function lookAtFile(
	file: string,
	user: UserEvidence | undefined,
	passphrase?: string,
): Promise<Look<FileEvidence>> {
	return lookAt(file, user, async () => ({content: await readContent(file, passphrase)}));
}

/** The same of a file whose content is nobody's business. */
export async function lookAtSecret(
	file: string,
	user: UserEvidence | undefined,
): Promise<Look<Omit<FileEvidence, 'content'>>> {
	return lookAt(file, user, async () => ({}));
}

async function lookAt(
	file: string,
	user: UserEvidence | undefined,
	read: () => Promise<Pick<FileEvidence, 'content'>>,
): Promise<Look<FileEvidence>> {
	try {
		const obstacle = await obstacleFor(user, file, 'read');
		return seen({
			path: file,
			...(await unlessDenied(() => ownershipOf(file))),
			access: obstacle === undefined ? {isReadable: true} : {isReadable: false, obstacle},
			...(await unlessDenied(read)),
		});
	} catch (error) {
		return error instanceof ExpectedError ? unseen('failed', error.message, error.code) : unseenFile(error, file);
	}
}

type Ownership = Pick<FileEvidence, 'realPath' | 'isMounted' | 'mode' | 'owner' | 'group'>;

async function ownershipOf(file: string): Promise<Ownership> {
	const real = await realpath(file);
	const [stats, mounts] = await Promise.all([stat(real), readFile('/proc/self/mountinfo', 'utf8').catch(() => '')]);
	return {
		...(real !== file && {realPath: real}),
		...(isMountPoint(real, mounts) && {isMounted: true}),
		...(process.platform !== 'win32' && {mode: stats.mode & 0o7777, owner: stats.uid, group: stats.gid}),
	};
}

/** True for a path of its own in the list of mounts that Linux keeps (proc(5)), in which blanks are written in octal. */
export function isMountPoint(file: string, mounts: string): boolean {
	return mounts.split('\n').some(line => {
		const point = line.split(' ')[4] ?? ' ';
		return (
			point.replace(/\\([0-7]{3})/g, (_whole, octal: string) => String.fromCharCode(Number.parseInt(octal, 8))) === file
		);
	});
}

/** Nothing of what is closed to whoever runs this. */
async function unlessDenied<Value extends object>(look: () => Promise<Value>): Promise<Partial<Value>> {
	try {
		return await look();
	} catch (error) {
		if (systemCode(error) === 'EACCES' || systemCode(error) === 'EPERM') {
			return {};
		}

		throw error;
	}
}

async function readContent(file: string, passphrase: string | undefined): Promise<ContentEvidence> {
	const {bytes} = await readWhole(file, LARGEST);
	const intake = takeIn(bytes);
	const isClosed = intake.items.some(({kind}) => kind === 'pkcs12' || kind === 'kubernetes-secret');
	if (!isClosed) {
		return contentEvidence(intake, passphrase);
	}

	const {openContainers} = await import('../../pki/intake/open-container.ts');
	return contentEvidence(await openContainers(intake, passphrase), passphrase);
}
