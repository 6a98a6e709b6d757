import * as z from 'zod/mini';
import type {LiveAnswer, RecordedError} from '../../evidence/answer.ts';
import {count, maybe, text} from './look.ts';
import type {Members} from './members.ts';

/** What a {@link LiveAnswer} is when it comes from a file. */
export const live: z.ZodMiniType<LiveAnswer> = z.discriminatedUnion('outcome', [
	z.object({outcome: z.literal('granted'), assumedRoleArn: text, expiration: text}),
	z.object({
		outcome: z.literal('refused'),
		status: count,
		code: maybe(text),
		message: text,
		requestId: maybe(text),
	} satisfies Members<Extract<LiveAnswer, {outcome: 'refused'}>>),
	z.object({outcome: z.literal('failed'), code: text, message: text}),
]);

/** What a {@link RecordedError} is when it comes from a file. */
export const lastError: z.ZodMiniType<RecordedError> = z.object({
	at: text,
	code: text,
	message: text,
} satisfies Members<RecordedError>);
