import {realpathSync} from 'node:fs';
import path from 'node:path';
import {shellWord} from '../shell-word.ts';
import {commands} from './commands.generated.ts';
import type {CommandContext} from './context.ts';

/**
 * What to type in the same shell to start this program again: its name where PATH or npx leads to it,
 * else Node with its file.
 */
export function findCall({
	env,
	workingDirectory,
	program: [, entry],
	platform,
}: Pick<CommandContext, 'env' | 'workingDirectory' | 'program' | 'platform'>): string {
	if (env['npm_command'] === 'exec') {
		return 'npx anchorsmith';
	}

	if (platform === 'win32' || isInPath(entry, env['PATH'] ?? '')) {
		return 'anchorsmith';
	}

	const relative = path.relative(workingDirectory, entry);
	return `node ${shellWord(relative.startsWith('..') ? entry : relative)}`;
}

/** The same text, its command lines (`anchorsmith VERB`) as they work where this program is called otherwise. */
export function asCalled(text: string, call: string): string {
	const verbs = [...commands.keys(), 'help'].join('|');
	return call === 'anchorsmith'
		? text
		: text.replaceAll(new RegExp(String.raw`(?<![\w./-])anchorsmith (?=(?:${verbs}|--help)\b)`, 'g'), () => `${call} `);
}

function isInPath(entry: string, folders: string): boolean {
	return folders.split(path.delimiter).some(folder => {
		try {
			return path.isAbsolute(folder) && realpathSync(path.join(folder, 'anchorsmith')) === entry;
		} catch {
			return false;
		}
	});
}
