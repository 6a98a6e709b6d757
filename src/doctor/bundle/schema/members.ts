import * as z from 'zod/mini';
import {printable} from '../../../printable.ts';

/** A schema for each member of a type, those that may be absent included: forgetting one does not compile. */
export type Members<Type> = {readonly [Name in keyof Type]-?: z.ZodMiniType};

/** The words of a union, each once: forgetting one does not compile. */
export type Words<Union extends string> = {readonly [Word in Union]: Word};

/** Text that is shown as it stands: nothing in it can move a cursor. */
export const shown = z.pipe(z.string(), z.transform(printable));

/** Texts that are shown as they stand. */
export const shownTexts = z.readonly(z.array(shown));
