import {ExpectedError} from '../../errors.ts';
import {printable} from '../../printable.ts';
import type {Progress} from '../session.ts';
import {start as texts} from '../texts/en.ts';
import type {InkWorld} from './world.ts';

/** Answers of an earlier run. */
export interface Kept {
	readonly progress: Progress;
	readonly savedAt: Date;
}

/** What there is of an earlier run, and what to say of it: answers that cannot be read were set aside. */
export interface FoundAnswers {
	readonly kept?: Kept;
	readonly trouble?: string;
}

/** Looks for answers of an earlier run. Not being able to look keeps nobody from beginning anew. */
export async function findKept({surroundings}: Pick<InkWorld, 'surroundings'>): Promise<FoundAnswers> {
	const [{progressPlace}, {findProgress}] = await Promise.all([
		import('../interview.ts'),
		import('../saved-progress.ts'),
	]);
	try {
		const found = await findProgress(progressPlace(surroundings));
		switch (found.state) {
			case 'none':
				return {};
			case 'damaged':
				return {trouble: texts.damaged(printable(found.file))};
			case 'found':
				return {kept: found};
		}
	} catch (error) {
		if (error instanceof ExpectedError) {
			return {trouble: error.message};
		}

		throw error;
	}
}

/** `2026-11-22 06:30 UTC`. */
export function dayAndTime(at: Date): string {
	return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
