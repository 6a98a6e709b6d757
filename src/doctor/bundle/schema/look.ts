import * as z from 'zod/mini';
import type {Look, Unseen} from '../../evidence/look.ts';
import {shown, type Words} from './members.ts';

/** Any text. */
export const text = z.string();
/** Any texts. */
export const texts = z.readonly(z.array(text));
/** Bytes in base64. */
export const base64 = z.string().check(z.regex(/^[A-Za-z0-9+/]*={0,2}$/));
/** Any number. */
export const count = z.number();
/** Of a member that may be absent. */
export const maybe = z.exactOptional;

const WHY = {
	offline: 'offline',
	'nothing-to-look-at': 'nothing-to-look-at',
	'no-credentials': 'no-credentials',
	denied: 'denied',
	unreachable: 'unreachable',
	'not-possible': 'not-possible',
	failed: 'failed',
} as const satisfies Words<Unseen>;

/** A look at something of this schema. */
export function look<Value>(value: z.ZodMiniType<Value>): z.ZodMiniType<Look<Value>> {
	return z.discriminatedUnion('state', [
		z.object({state: z.literal('seen'), value}),
		z.object({state: z.literal('absent')}),
		z.object({state: z.literal('unseen'), why: z.enum(WHY), message: shown, code: maybe(text)}),
	]);
}
