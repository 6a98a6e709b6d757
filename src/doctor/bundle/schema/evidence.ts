import * as z from 'zod/mini';
import {EVIDENCE_FORMAT, type Evidence} from '../../evidence/evidence.ts';
import {account} from './account.ts';
import {lastError, live} from './answer.ts';
import {command} from './command.ts';
import {config} from './config.ts';
import {files} from './files.ts';
import {host} from './host.ts';
import {look, maybe, text} from './look.ts';
import type {Members} from './members.ts';
import {network} from './network.ts';

/** A moment as ISO 8601 has it. */
const moment = z.string().check(z.refine(written => !Number.isNaN(Date.parse(written))));

/** What evidence is when it comes from a file. */
export const evidenceSchema: z.ZodMiniType<Evidence> = z.object({
	format: z.literal(EVIDENCE_FORMAT),
	at: moment,
	cliProfile: z.object({name: text, chosenBy: z.enum(['flag', 'environment', 'only-one', 'usual'])}),
	told: maybe(text),
	host,
	config,
	command: look(command),
	files,
	network,
	account,
	live: look(live),
	lastError: look(lastError),
} satisfies Members<Evidence>);
