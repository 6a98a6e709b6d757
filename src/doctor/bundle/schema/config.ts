import * as z from 'zod/mini';
import type {ConfigEvidence, ConfigText} from '../../evidence/config.ts';
import {count, look, maybe, text} from './look.ts';
import type {Members} from './members.ts';

const configText: z.ZodMiniType<ConfigText> = z.object({
	path: text,
	text,
	mode: maybe(count),
	obstacle: maybe(text),
} satisfies Members<ConfigText>);

/** What a {@link ConfigEvidence} is when it comes from a file. */
export const config: z.ZodMiniType<ConfigEvidence> = z.object({
	config: look(configText),
	credentials: look(configText),
} satisfies Members<ConfigEvidence>);
