import {DerError} from './der.ts';
import type {Note} from './der-values.ts';

/** For decoders whose every deviation counts: what others would note makes the value unreadable. */
export const strictNote: Note = ({fault, offset, message}) => {
	throw new DerError(fault, offset, message.replace(/, at byte \d+$/, ''));
};
