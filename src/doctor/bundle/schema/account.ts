import * as z from 'zod/mini';
import type {RolesAnywhereProfileDetail, TrustAnchorDetail} from '../../../aws/roles-anywhere-shapes.ts';
import type {AccountEvidence, CrlEvidence, RoleEvidence, SubjectEvidence} from '../../evidence/account.ts';
import {base64, count, look, maybe, text, texts} from './look.ts';
import type {Members} from './members.ts';

const trustAnchor: z.ZodMiniType<TrustAnchorDetail> = z.object({
	id: text,
	arn: text,
	name: text,
	isEnabled: z.boolean(),
	sourceType: text,
	certificates: maybe(text),
	privateCaArn: maybe(text),
} satisfies Members<TrustAnchorDetail>);

const profile: z.ZodMiniType<RolesAnywhereProfileDetail> = z.object({
	id: text,
	arn: text,
	name: text,
	isEnabled: z.boolean(),
	roleArns: texts,
	durationSeconds: count,
	sessionPolicy: maybe(text),
	managedPolicyArns: texts,
	acceptsRoleSessionName: z.boolean(),
	attributeMappings: z.readonly(z.array(z.object({certificateField: text, specifiers: texts}))),
} satisfies Members<RolesAnywhereProfileDetail>);

const role: z.ZodMiniType<RoleEvidence> = z.object({
	arn: text,
	trustPolicy: text,
	maxSessionDuration: count,
	createdAt: maybe(text),
} satisfies Members<RoleEvidence>);

const crl: z.ZodMiniType<CrlEvidence> = z.object({
	id: text,
	arn: text,
	name: text,
	isEnabled: z.boolean(),
	trustAnchorArn: text,
	data: base64,
} satisfies Members<CrlEvidence>);

const subject: z.ZodMiniType<SubjectEvidence> = z.object({
	arn: text,
	subject: text,
	isEnabled: z.boolean(),
	credentials: z.readonly(
		z.array(
			z.object({
				serialNumber: text,
				isEnabled: z.boolean(),
				hasFailed: z.boolean(),
				seenAt: text,
			} satisfies Members<SubjectEvidence['credentials'][number]>),
		),
	),
} satisfies Members<SubjectEvidence>);

/** What an {@link AccountEvidence} is when it comes from a file. */
export const account: z.ZodMiniType<AccountEvidence> = z.object({
	administrator: look(z.object({arn: text, accountId: text, cliProfile: maybe(text)})),
	trustAnchor: look(trustAnchor),
	trustAnchors: look(z.readonly(z.array(trustAnchor))),
	profile: look(profile),
	profiles: look(z.readonly(z.array(profile))),
	role: look(role),
	crls: look(z.readonly(z.array(crl))),
	subject: look(subject),
} satisfies Members<AccountEvidence>);
