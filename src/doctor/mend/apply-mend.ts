import {applyConfigFile} from './apply-config-file.ts';
import {applyConfigure} from './apply-configure.ts';
import {applyEncoding} from './apply-encoding.ts';
import {applyChain, applyConversion} from './apply-files.ts';
import {applyMode} from './apply-mode.ts';
import type {Mend} from './mend.ts';
import type {MendMeans} from './mend-means.ts';

/**
 * Does a mend: all of it or nothing. What is overwritten is kept as a backup; changes at AWS are journalled.
 *
 * @returns what was done and how to undo it, one sentence or command a line, fit to be shown
 * @throws {ExpectedError} when it cannot be done, or what it is about has changed since it was looked at.
 */
export async function applyMend(mend: Mend, means: MendMeans): Promise<readonly string[]> {
	switch (mend.kind) {
		case 'configure':
			return applyConfigure(mend.flags, means);
		case 'config-file':
			return applyConfigFile(mend, means);
		case 'encoding':
			return applyEncoding(mend.path, means);
		case 'mode':
			return applyMode(mend.path, mend.mode);
		case 'chain':
			return applyChain(mend, means);
		case 'convert':
			return applyConversion(mend, means);
		default: {
			const {applyAtAws} = await import('./apply-aws.ts');
			return applyAtAws(mend, means);
		}
	}
}
