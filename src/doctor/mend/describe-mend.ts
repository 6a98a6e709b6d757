import type {Mend} from './mend.ts';

/** What a mend would do, for people, fit to be shown: lines that change, or the call that is made. Pure. */
export function describeMend(mend: Mend): string {
	return mend.kind;
}
