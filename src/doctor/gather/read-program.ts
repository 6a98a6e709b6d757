import {readSync} from 'node:fs';
import {type FileHandle, open, readFile, realpath, stat} from 'node:fs/promises';
import path from 'node:path';
import {systemCode} from '../../files/problem.ts';
import type {ProgramEvidence} from '../evidence/command.ts';
import type {UserEvidence} from '../evidence/host.ts';
import {absent, type Look, seen, unseen} from '../evidence/look.ts';
import {obstacleFor} from './access-for.ts';
import {askVersion} from './ask-version.ts';
import {findInPath, type PathSurroundings} from './find-in-path.ts';
import {nameOf, type ParsedWords} from './parse-words.ts';
import {type ProgramFormat, programFormat} from './program-format.ts';
import type {ReadAt} from './read-elf.ts';
import type {Surroundings} from './surroundings.ts';
import {unseenFile} from './unseen-file.ts';

/** What looking at a program needs of the world. */
export type ProgramSurroundings = PathSurroundings & Pick<Surroundings, 'program' | 'signal'>;

/**
 * The program of a credential process as it lies on the disk. It is only run to be asked for its version, and only where
 * it is the official helper, or Node.
 *
 * @param program - As it stands in the words.
 * @param parsed - What else the words say: whose command it is.
 */
export async function readProgram(
	program: string,
	parsed: Pick<ParsedWords, 'maker' | 'entry'>,
	user: UserEvidence | undefined,
	surroundings: ProgramSurroundings,
): Promise<Look<ProgramEvidence>> {
	const named = await findInPath(program, user, surroundings);
	if (named === undefined) {
		return absent;
	}

	try {
		const file = await realpath(named);
		if ((await stat(file)).isDirectory()) {
			return unseen('failed', `${named} is a folder.`, 'EISDIR');
		}

		const format = await formatOf(file);
		const mayBeExecuted = (await obstacleFor(user, named, 'execute')) === undefined;
		return seen({
			path: file,
			maker: parsed.maker,
			mayBeExecuted,
			format: format.format,
			...(format.isClosed && {isClosed: true}),
			...(format.architecture !== undefined && {architecture: format.architecture}),
			...(format.glibc !== undefined && {glibc: format.glibc}),
			...(await loaderOf(format, user, surroundings)),
			...(await versionsOf(file, format, {...parsed, name: nameOf(program), mayBeExecuted}, surroundings)),
		});
	} catch (error) {
		return systemCode(error) === 'ENOENT' ? absent : unseenFile(error, named);
	}
}

/** Unknown where the file may be executed and not read. */
async function formatOf(file: string): Promise<ProgramFormat> {
	try {
		const handle = await open(file);
		try {
			const {buffer, bytesRead} = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
			return programFormat(buffer.subarray(0, bytesRead), pagesOf(handle));
		} finally {
			await handle.close();
		}
	} catch (error) {
		if (systemCode(error) === 'EACCES') {
			return {format: 'unknown', isClosed: true};
		}

		throw error;
	}
}

const PAGE = 65_536;

/** What is told of an executable stands in a few places of a file that may be large: only those are read, in pages. */
function pagesOf({fd}: FileHandle): ReadAt {
	const pages = new Map<number, Buffer>();
	const pageAt = (start: number): Buffer => {
		const known = pages.get(start);
		const page = known ?? Buffer.alloc(PAGE);
		const whole = known ?? page.subarray(0, readSync(fd, page, 0, PAGE, start));
		pages.set(start, whole);
		return whole;
	};
	return (offset, length) => {
		const start = Math.floor(offset / PAGE) * PAGE;
		const isWithin = offset + length <= start + PAGE;
		const bytes = isWithin ? pageAt(start) : Buffer.concat([pageAt(start), pageAt(start + PAGE)]);
		if (!(offset >= 0 && offset - start + length <= bytes.length)) {
			throw new RangeError('behind the end of the file');
		}

		return new DataView(bytes.buffer, bytes.byteOffset + offset - start, length);
	};
}

async function loaderOf(
	{loader, interpreter}: ProgramFormat,
	user: UserEvidence | undefined,
	surroundings: PathSurroundings,
): Promise<Pick<ProgramEvidence, 'loader'>> {
	const [shell, argument] = interpreter ?? [];
	if (loader === undefined && shell === undefined) {
		return {};
	}

	// env looks in PATH itself.
	const wanted = loader ?? (shell?.endsWith('/env') && argument ? argument : shell) ?? '';
	const found = await findInPath(wanted, user, surroundings);
	const isThere = found !== undefined && (await isFile(found));
	return {loader: isThere ? seen(found) : unseen('failed', `${wanted} is not there.`, 'ENOENT')};
}

async function isFile(file: string): Promise<boolean> {
	return stat(file).then(
		found => found.isFile(),
		() => false,
	);
}

interface Named extends Pick<ParsedWords, 'maker' | 'entry'> {
	readonly name: string;
	readonly mayBeExecuted: boolean;
}

async function versionsOf(
	file: string,
	{format}: ProgramFormat,
	{maker, entry, name, mayBeExecuted}: Named,
	surroundings: ProgramSurroundings,
): Promise<Pick<ProgramEvidence, 'version' | 'entry' | 'nodeVersion'>> {
	const canAnswer = mayBeExecuted && !['xml', 'empty'].includes(format);
	if (name === 'aws_signing_helper') {
		const answer = canAnswer ? await askVersion(file, 'version', surroundings) : undefined;
		return answer === undefined ? {} : {version: answer};
	}

	if (maker !== 'own') {
		return {};
	}

	const main = entry === undefined ? file : path.resolve(surroundings.workingDirectory, entry);
	const [real, node] = await Promise.all([
		realpath(main).catch(() => undefined),
		entry === undefined || !canAnswer ? undefined : nodeVersionOf(file, surroundings),
	]);
	const version = real === undefined ? undefined : await versionBeside(real);
	return {
		...(version !== undefined && {version}),
		...(entry !== undefined && {
			entry: real === undefined ? unseen('failed', `${main} is not there.`, 'ENOENT') : seen(real),
		}),
		...(node !== undefined && {nodeVersion: `v${node}`}),
	};
}

async function nodeVersionOf(file: string, surroundings: ProgramSurroundings): Promise<string | undefined> {
	const own = await realpath(surroundings.program[0]).catch(() => undefined);
	return own === file ? process.version.slice(1) : askVersion(file, '--version', surroundings);
}

/** Of the package that a main file belongs to, when it is this one. */
async function versionBeside(main: string): Promise<string | undefined> {
	try {
		const text = await readFile(path.join(path.dirname(main), '..', 'package.json'), 'utf8');
		const members = new Map(Object.entries(JSON.parse(text)));
		const version: unknown = members.get('version');
		return members.get('name') === 'anchorsmith' && typeof version === 'string' ? version : undefined;
	} catch {
		return undefined;
	}
}
