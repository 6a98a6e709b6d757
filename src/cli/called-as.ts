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

/**
 * The same advice, its command lines (`anchorsmith VERB`) as they work where this program is called otherwise. Words in
 * single quotes, as `shellWord` writes them, are somebody else's and stay.
 */
export function asCalled(advice: string, call: string): string {
	if (call === 'anchorsmith') {
		return advice;
	}

	const verbs = [...commands.keys(), 'help'].join('|');
	const ours = String.raw`(?<![\w./-])anchorsmith (?=(?:${verbs}|--help)\b)`;
	const quotedOrOurs = new RegExp(String.raw`(?<!\w)'[^']*'|\\.|${ours}`, 'g');
	return advice.replaceAll(quotedOrOurs, found => (found === 'anchorsmith ' ? `${call} ` : found));
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
