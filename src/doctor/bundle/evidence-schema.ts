import * as z from 'zod/mini';
import type {RolesAnywhereProfileDetail, TrustAnchorDetail} from '../../aws/roles-anywhere-shapes.ts';
import type {FormNote, FormNoteKind, Intake, ItemKind, PemProblem} from '../../pki/intake/item.ts';
import type {KeyEncryption} from '../../pki/keys/key-encryption.ts';
import type {OpeningProblem} from '../../pki/pkcs12/rounds.ts';
import type {AccountEvidence, CrlEvidence, RoleEvidence, SubjectEvidence} from '../evidence/account.ts';
import type {LiveAnswer, RecordedError} from '../evidence/answer.ts';
import type {CommandEvidence, ProgramEvidence, ProgramRun} from '../evidence/command.ts';
import type {ConfigEvidence, ConfigText} from '../evidence/config.ts';
import {EVIDENCE_FORMAT, type Evidence} from '../evidence/evidence.ts';
import type {
	ContentEvidence,
	FileEvidence,
	FilesEvidence,
	IssuerEvidence,
	ItemEvidence,
	KeyEvidence,
} from '../evidence/files.ts';
import type {HostEvidence, UserEvidence} from '../evidence/host.ts';
import type {Look, Unseen} from '../evidence/look.ts';
import type {
	AuthoritiesEvidence,
	EndpointEvidence,
	HttpEvidence,
	NetworkEvidence,
	ProxyEvidence,
	TlsEvidence,
} from '../evidence/network.ts';
import {type Members, shown, shownTexts, type Words} from './members.ts';

const text = z.string();
const texts = z.readonly(z.array(text));
const base64 = z.string().check(z.regex(/^[A-Za-z0-9+/]*={0,2}$/));
const count = z.number();
const maybe = z.exactOptional;

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
function look<Value>(value: z.ZodMiniType<Value>): z.ZodMiniType<Look<Value>> {
	return z.discriminatedUnion('state', [
		z.object({state: z.literal('seen'), value}),
		z.object({state: z.literal('absent')}),
		z.object({state: z.literal('unseen'), why: z.enum(WHY), message: shown, code: maybe(text)}),
	]);
}

const user: z.ZodMiniType<UserEvidence> = z.object({
	name: maybe(text),
	uid: count,
	gids: z.readonly(z.array(count)),
	isSelf: z.boolean(),
} satisfies Members<UserEvidence>);

const host: z.ZodMiniType<HostEvidence> = z.object({
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

const configText: z.ZodMiniType<ConfigText> = z.object({
	path: text,
	text,
	mode: maybe(count),
	obstacle: maybe(text),
} satisfies Members<ConfigText>);

const config: z.ZodMiniType<ConfigEvidence> = z.object({
	config: look(configText),
	credentials: look(configText),
} satisfies Members<ConfigEvidence>);

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

const command: z.ZodMiniType<CommandEvidence> = z.object({
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

const content: z.ZodMiniType<ContentEvidence> = z.object({
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

const files: z.ZodMiniType<FilesEvidence> = z.object({
	certificate: look(file),
	privateKey: look(file),
	intermediates: look(file),
	passphraseFile: look<Omit<FileEvidence, 'content'>>(z.object(onDisk)),
	nearby: z.readonly(z.array(file)),
	issuers: z.readonly(z.array(issuer)),
} satisfies Members<FilesEvidence>);

const endpoint: z.ZodMiniType<EndpointEvidence> = z.object({
	url: text,
	origin: text,
	region: text,
	warnings: shownTexts,
} satisfies Members<EndpointEvidence>);

const proxy: z.ZodMiniType<ProxyEvidence> = z.object({
	url: text,
	hasPassword: z.boolean(),
	variable: text,
} satisfies Members<ProxyEvidence>);

const authorities: z.ZodMiniType<AuthoritiesEvidence> = z.object({
	variable: text,
	path: text,
	certificates: look(count),
} satisfies Members<AuthoritiesEvidence>);

const tls: z.ZodMiniType<TlsEvidence> = z.object({
	isTrusted: z.boolean(),
	problem: maybe(text),
	protocol: maybe(text),
	subjects: texts,
	issuer: maybe(text),
	last: maybe(base64),
	authorities: maybe(text),
} satisfies Members<TlsEvidence>);

const http: z.ZodMiniType<HttpEvidence> = z.object({
	status: count,
	headers: z.record(text, text),
	isService: z.boolean(),
	title: maybe(text),
	clockOffset: maybe(count),
} satisfies Members<HttpEvidence>);

const network: z.ZodMiniType<NetworkEvidence> = z.object({
	endpoint: look(endpoint),
	proxy: look(proxy),
	dns: look(z.object({host: text, addresses: texts})),
	tcp: look(z.object({address: text, port: count})),
	tunnel: look(z.object({status: count})),
	authorities: look(authorities),
	tls: look(tls),
	http: look(http),
} satisfies Members<NetworkEvidence>);

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

const account: z.ZodMiniType<AccountEvidence> = z.object({
	administrator: look(z.object({arn: text, accountId: text, cliProfile: maybe(text)})),
	trustAnchor: look(trustAnchor),
	trustAnchors: look(z.readonly(z.array(trustAnchor))),
	profile: look(profile),
	profiles: look(z.readonly(z.array(profile))),
	role: look(role),
	crls: look(z.readonly(z.array(crl))),
	subject: look(subject),
} satisfies Members<AccountEvidence>);

const live: z.ZodMiniType<LiveAnswer> = z.discriminatedUnion('outcome', [
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

const lastError: z.ZodMiniType<RecordedError> = z.object({
	at: text,
	code: text,
	message: text,
} satisfies Members<RecordedError>);

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
