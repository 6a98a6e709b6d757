import * as z from 'zod/mini';
import type {FormNote, FormNoteKind, Intake, ItemKind, PemProblem} from '../../../pki/intake/item.ts';
import type {KeyEncryption} from '../../../pki/keys/key-encryption.ts';
import type {OpeningProblem} from '../../../pki/pkcs12/rounds.ts';
import type {ContentEvidence, ItemEvidence, KeyEvidence} from '../../evidence/files.ts';
import {base64, count, maybe, text, texts} from './look.ts';
import {type Members, shown, type Words} from './members.ts';

const NOTES = {
	empty: 'empty',
	unrecognised: 'unrecognised',
	foreign: 'foreign',
	'utf-16': 'utf-16',
	'byte-order-mark': 'byte-order-mark',
	'carriage-returns': 'carriage-returns',
	'text-around': 'text-around',
	'broken-lines': 'broken-lines',
	indented: 'indented',
	'no-armour': 'no-armour',
	'encoded-twice': 'encoded-twice',
	binary: 'binary',
	'kubernetes-secret': 'kubernetes-secret',
	'acm-export': 'acm-export',
	json: 'json',
	damaged: 'damaged',
	'careless-block': 'careless-block',
	'legacy-label': 'legacy-label',
	'wrong-label': 'wrong-label',
	'trust-settings': 'trust-settings',
	'trailing-bytes': 'trailing-bytes',
	headers: 'headers',
	ber: 'ber',
	bundle: 'bundle',
	unopened: 'unopened',
	'too-much': 'too-much',
} as const satisfies Words<FormNoteKind>;

const note: z.ZodMiniType<FormNote> = z.object({
	kind: z.enum(NOTES),
	line: maybe(count),
	message: shown,
	command: maybe(shown),
} satisfies Members<FormNote>);

const problem: z.ZodMiniType<PemProblem> = z.object({
	kind: z.enum({
		'no-end': 'no-end',
		'wrong-end': 'wrong-end',
		'bad-base64': 'bad-base64',
		'broken-boundary': 'broken-boundary',
		'broken-lines': 'broken-lines',
		indented: 'indented',
	} as const satisfies Words<PemProblem['kind']>),
	line: count,
	message: shown,
} satisfies Members<PemProblem>);

const encryption: z.ZodMiniType<KeyEncryption> = z.object({
	scheme: z.enum(['PBES2', 'PBES1', 'other']),
	cipher: text,
	derivation: maybe(z.enum(['PBKDF2', 'scrypt', 'other'])),
	hash: maybe(text),
	rounds: maybe(count),
} satisfies Members<KeyEncryption>);

const opening: z.ZodMiniType<OpeningProblem> = z.object({
	kind: z.enum({
		'passphrase-needed': 'passphrase-needed',
		'passphrase-wrong': 'passphrase-wrong',
		unsupported: 'unsupported',
		'too-costly': 'too-costly',
		damaged: 'damaged',
	} as const satisfies Words<OpeningProblem['kind']>),
	message: shown,
} satisfies Members<OpeningProblem>);

const key: z.ZodMiniType<KeyEvidence> = z.discriminatedUnion('state', [
	z.object({
		state: z.literal('read'),
		type: text,
		modulusBits: maybe(count),
		publicExponent: maybe(z.string().check(z.regex(/^\d{1,5000}$/))),
		curve: maybe(text),
		publicKey: base64,
		encryption: maybe(encryption),
		opensshType: maybe(text),
	} satisfies Members<Extract<KeyEvidence, {state: 'read'}>>),
	z.object({
		state: z.literal('closed'),
		problem: opening,
		publicKey: maybe(base64),
		encryption: maybe(encryption),
		opensshType: maybe(text),
	} satisfies Members<Extract<KeyEvidence, {state: 'closed'}>>),
]);

const KINDS = {
	certificate: 'certificate',
	'private-key': 'private-key',
	'encrypted-private-key': 'encrypted-private-key',
	'legacy-encrypted-private-key': 'legacy-encrypted-private-key',
	'openssh-private-key': 'openssh-private-key',
	'tpm-private-key': 'tpm-private-key',
	'public-key': 'public-key',
	'certificate-request': 'certificate-request',
	crl: 'crl',
	pkcs7: 'pkcs7',
	pkcs12: 'pkcs12',
	'kubernetes-secret': 'kubernetes-secret',
	'ec-parameters': 'ec-parameters',
	damaged: 'damaged',
	unknown: 'unknown',
} as const satisfies Words<ItemKind>;

const item: z.ZodMiniType<ItemEvidence> = z.object({
	kind: z.enum(KINDS),
	der: maybe(base64),
	key: maybe(key),
	keyFormat: maybe(z.enum(['pkcs8', 'pkcs1', 'sec1'])),
	label: maybe(text),
	line: maybe(count),
	offset: count,
	source: texts,
	isPlain: z.boolean(),
	notes: z.readonly(z.array(note)),
} satisfies Members<ItemEvidence>);

/** What a {@link ContentEvidence} is when it comes from a file. */
export const content: z.ZodMiniType<ContentEvidence> = z.object({
	form: z.enum({
		pem: 'pem',
		der: 'der',
		empty: 'empty',
		'utf-16': 'utf-16',
		base64: 'base64',
		json: 'json',
		yaml: 'yaml',
		unknown: 'unknown',
	} as const satisfies Words<Intake['form']>),
	notes: z.readonly(z.array(note)),
	problems: z.readonly(z.array(problem)),
	items: z.readonly(z.array(item)),
} satisfies Members<ContentEvidence>);
