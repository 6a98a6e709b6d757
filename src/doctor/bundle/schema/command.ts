import * as z from 'zod/mini';
import type {CommandEvidence, ProgramEvidence, ProgramRun} from '../../evidence/command.ts';
import {count, look, maybe, text, texts} from './look.ts';
import {type Members, shown, type Words} from './members.ts';

const program: z.ZodMiniType<ProgramEvidence> = z.object({
	path: text,
	maker: z.enum(['own', 'official-helper', 'other']),
	version: maybe(text),
	mayBeExecuted: z.boolean(),
	format: z.enum({
		elf: 'elf',
		'mach-o': 'mach-o',
		pe: 'pe',
		script: 'script',
		xml: 'xml',
		empty: 'empty',
		unknown: 'unknown',
	} as const satisfies Words<ProgramEvidence['format']>),
	isClosed: maybe(z.literal(true)),
	architecture: maybe(text),
	loader: maybe(look(text)),
	entry: maybe(look(text)),
	nodeVersion: maybe(text),
	glibc: maybe(text),
} satisfies Members<ProgramEvidence>);

const run: z.ZodMiniType<ProgramRun> = z.object({
	exit: maybe(count),
	isTimeout: z.boolean(),
	stderr: shown,
	output: z.discriminatedUnion('kind', [
		z.object({kind: z.literal('empty')}),
		z.object({kind: z.literal('not-json'), beginning: shown}),
		z.object({kind: z.literal('json'), members: texts, version: maybe(text), expiration: maybe(text)}),
	]),
} satisfies Members<ProgramRun>);

/** What a {@link CommandEvidence} is when it comes from a file. */
export const command: z.ZodMiniType<CommandEvidence> = z.object({
	origin: z.enum(['config', 'credentials', 'flags']),
	words: texts,
	order: z.object({
		certificate: maybe(text),
		privateKey: maybe(text),
		intermediates: maybe(text),
		passphraseFile: maybe(text),
		trustAnchorArn: maybe(text),
		profileArn: maybe(text),
		roleArn: maybe(text),
		sessionDuration: maybe(text),
		roleSessionName: maybe(text),
		region: maybe(text),
		endpoint: maybe(text),
	} satisfies Members<CommandEvidence['order']>),
	unknownFlags: texts,
	missingVariables: maybe(texts),
	program: look(program),
	run: look(run),
} satisfies Members<CommandEvidence>);
