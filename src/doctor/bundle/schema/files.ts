import * as z from 'zod/mini';
import type {FileEvidence, FilesEvidence, IssuerEvidence} from '../../evidence/files.ts';
import {content} from './content.ts';
import {base64, count, look, maybe, text} from './look.ts';
import {type Members, shown} from './members.ts';

const onDisk = {
	path: text,
	realPath: maybe(text),
	isMounted: maybe(z.literal(true)),
	mode: maybe(count),
	owner: maybe(count),
	group: maybe(count),
	access: z.discriminatedUnion('isReadable', [
		z.object({isReadable: z.literal(true)}),
		z.object({isReadable: z.literal(false), obstacle: shown}),
	]),
} satisfies Members<Omit<FileEvidence, 'content'>>;

const file: z.ZodMiniType<FileEvidence> = z.object({
	...onDisk,
	content: maybe(content),
} satisfies Members<FileEvidence>);

const issuer: z.ZodMiniType<IssuerEvidence> = z.object({
	name: text,
	certificate: base64,
	root: maybe(base64),
} satisfies Members<IssuerEvidence>);

/** What a {@link FilesEvidence} is when it comes from a file. */
export const files: z.ZodMiniType<FilesEvidence> = z.object({
	certificate: look(file),
	privateKey: look(file),
	intermediates: look(file),
	passphraseFile: look<Omit<FileEvidence, 'content'>>(z.object(onDisk)),
	nearby: z.readonly(z.array(file)),
	issuers: z.readonly(z.array(issuer)),
} satisfies Members<FilesEvidence>);
