import {readdir} from 'node:fs/promises';
import path from 'node:path';

/**
 * What the beginning of a path can only become: the whole name of the one file that begins so, or as much as all that
 * do have in common. Folders end in a separator. Undefined when nothing begins so or nothing can be added.
 */
export async function completePath(typed: string, workingDirectory: string): Promise<string | undefined> {
	const end = typed.lastIndexOf('/') + 1;
	const [folder, begun] = [typed.slice(0, end), typed.slice(end)];
	const names = await namesIn(path.resolve(workingDirectory, folder === '' ? '.' : folder));
	const matching = names.filter(name => name.startsWith(begun) && (begun !== '' || !name.startsWith('.')));
	const whole = matching.reduce((common, name) => commonStart(common, name), matching[0] ?? '');
	return whole.length > begun.length ? folder + whole : undefined;
}

async function namesIn(folder: string): Promise<readonly string[]> {
	try {
		const entries = await readdir(folder, {withFileTypes: true});
		return entries.map(entry => (entry.isDirectory() ? `${entry.name}/` : entry.name));
	} catch {
		return [];
	}
}

function commonStart(one: string, other: string): string {
	let length = 0;
	while (length < one.length && one[length] === other[length]) {
		length++;
	}

	return one.slice(0, length);
}
