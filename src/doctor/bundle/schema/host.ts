import * as z from 'zod/mini';
import type {HostEvidence, UserEvidence} from '../../evidence/host.ts';
import {count, look, maybe, text, texts} from './look.ts';
import type {Members} from './members.ts';

const user: z.ZodMiniType<UserEvidence> = z.object({
	name: maybe(text),
	uid: count,
	gids: z.readonly(z.array(count)),
	isSelf: z.boolean(),
} satisfies Members<UserEvidence>);

/** What a {@link HostEvidence} is when it comes from a file. */
export const host: z.ZodMiniType<HostEvidence> = z.object({
	platform: text,
	architecture: text,
	libc: maybe(text),
	nodeVersion: text,
	programVersion: text,
	workingDirectory: text,
	user: maybe(user),
	home: look(text),
	surroundings: texts,
	variables: z.record(text, text),
	secretVariables: texts,
} satisfies Members<HostEvidence>);
