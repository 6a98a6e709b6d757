import {createPrivateKey, sign} from 'node:crypto';
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import type {AwsAccess} from '../../../src/aws/access.ts';
import {exchange} from '../../../src/aws/exchange.ts';
import {EVIDENCE_FORMAT, type Evidence} from '../../../src/doctor/evidence/evidence.ts';
import {absent, seen, unseen} from '../../../src/doctor/evidence/look.ts';
import {parseWords} from '../../../src/doctor/gather/parse-words.ts';
import type {Before} from '../../../src/doctor/gather/probe.ts';
import {accountProbe} from '../../../src/doctor/gather/probes/account.ts';
import {filesProbe} from '../../../src/doctor/gather/probes/files.ts';
import {networkProbe} from '../../../src/doctor/gather/probes/network.ts';
import type {Surroundings} from '../../../src/doctor/gather/surroundings.ts';
import {Certificate} from '../../../src/pki/certificate/certificate.ts';
import {keyMatchesCertificate, loadCertificates} from '../../../src/pki/intake/load.ts';
import {readPem} from '../../../src/pki/intake/pem.ts';
import {createRehearsal, type Rehearsal} from '../../../src/rehearsal/create-rehearsal.ts';
import {writeState} from '../../../src/rehearsal/state-file.ts';
import {canonicalRequest, encodeQuery, type Header, sha256Hex} from '../../../src/session/canonical-request.ts';
import {chainOf} from '../../../src/session/chain.ts';
import {type CredentialSession, readSession} from '../../../src/session/credential-session.ts';
import {readServiceAnswer} from '../../../src/session/service-error.ts';
import {
	amzDate,
	MAXIMUM_CHAIN,
	type SigningIdentity,
	scopeOf,
	signRequest,
	stringToSign,
} from '../../../src/session/sign.ts';
import {signingAlgorithmOf} from '../../../src/session/signing-algorithm.ts';
import {OTHER_REGION, type RandomWorld} from './random-world.ts';

/** What the rehearsal answered to a request that was really signed and sent. */
export type WorldAnswer =
	| {readonly state: 'granted'; readonly assumedRoleArn: string; readonly durationSeconds: number}
	| {readonly state: 'refused'; readonly code: string; readonly message: string};

/** A world that is up: somebody can look at it and ask it. */
export interface OpenWorld {
	/** As doctor's own looks gather it, the account's over HTTP. */
	gather(): Promise<Evidence>;
	/** As the helper of the world would. */
	ask(): Promise<WorldAnswer>;
	close(): Promise<void>;
}

/**
 * Sets a world up in rehearsals of this process, one for each region, and files in a folder.
 *
 * @param folder - Emptied first.
 * @param at - The clock of the service, for good.
 */
export async function openWorld(world: RandomWorld, folder: string, at: Date): Promise<OpenWorld> {
	rmSync(folder, {recursive: true, force: true});
	mkdirSync(folder, {recursive: true});
	const stateDirectory = path.join(folder, 'state');
	mkdirSync(stateDirectory);
	const files = writeFiles(world.files, folder);
	await writeState(stateDirectory, world.state, at);
	const now = () => at;
	const here = await createRehearsal({stateDirectory, now});
	const isElsewhere = Object.values(world.order).some(value => String(value).includes(OTHER_REGION));
	const elsewhere = isElsewhere ? await createRehearsal({region: OTHER_REGION, now}) : undefined;
	const rehearsalOf = (region: string) => (region === OTHER_REGION && elsewhere ? elsewhere : here);
	const anchorRegion = world.order.trustAnchorArn.split(':')[3] ?? '';
	const asked = {world, files, endpoint: rehearsalOf(anchorRegion).endpoint, region: anchorRegion, at};
	return {
		gather: () => gather(asked, surroundingsOf(asked, folder, rehearsalOf)),
		ask: () => ask(asked),
		close: async () => void (await Promise.all([here.close(), elsewhere?.close()])),
	};
}

type Files = RandomWorld['files'];

interface Asked {
	readonly world: RandomWorld;
	/** Paths. */
	readonly files: Files;
	readonly endpoint: string;
	readonly region: string;
	readonly at: Date;
}

function writeFiles(texts: Files, folder: string): Files {
	const put = (name: string, text: string) => {
		const file = path.join(folder, name);
		writeFileSync(file, text);
		return file;
	};
	return {
		certificate: put('certificate.pem', texts.certificate),
		privateKey: put('key.pem', texts.privateKey),
		...(texts.intermediates !== undefined && {intermediates: put('chain.pem', texts.intermediates)}),
	};
}

/** This machine's clock. */
function localTime({world: {clockOffset}, at}: Asked): Date {
	return new Date(at.getTime() - clockOffset);
}

function surroundingsOf(asked: Asked, folder: string, rehearsalOf: (region: string) => Rehearsal): Surroundings {
	const now = () => localTime(asked);
	const signal = new AbortController().signal;
	const sleep = async () => undefined;
	return {
		options: {isOffline: false},
		env: {AWS_CONFIG_FILE: path.join(folder, 'config'), AWS_SHARED_CREDENTIALS_FILE: path.join(folder, 'credentials')},
		platform: process.platform,
		architecture: process.arch,
		workingDirectory: folder,
		program: [process.execPath, path.join(folder, 'main.js')],
		userHome: () => folder,
		stateDirectory: () => path.join(folder, 'home'),
		now,
		randomBytes: count => crypto.getRandomValues(new Uint8Array(count)),
		sleep,
		signal,
		administer: region => administer(rehearsalOf(region), region, {now, sleep, signal}),
	};
}

function administer(
	{endpoint, adminCredentials}: Rehearsal,
	region: string,
	means: Pick<AwsAccess, 'now' | 'sleep' | 'signal'>,
): AwsAccess {
	return {
		region,
		credentials: async () => adminCredentials,
		endpoints: {rolesanywhere: endpoint, iam: endpoint, sts: endpoint},
		env: {},
		...means,
	};
}

function wordsOf({world: {helper, order}, files, endpoint}: Asked): readonly string[] {
	const program =
		helper === 'own' ? ['/opt/anchorsmith', 'credentials'] : ['/opt/aws_signing_helper', 'credential-process'];
	const flags: readonly (readonly [string, string | undefined])[] = [
		['--certificate', files.certificate],
		['--private-key', files.privateKey],
		['--intermediates', files.intermediates],
		['--trust-anchor-arn', order.trustAnchorArn],
		['--profile-arn', order.profileArn],
		['--role-arn', order.roleArn],
		['--session-duration', order.sessionDuration?.toString()],
		['--role-session-name', order.roleSessionName],
		['--endpoint', endpoint],
	];
	return [...program, ...flags.flatMap(([name, value]) => (value === undefined ? [] : [name, value]))];
}

/** Only the program itself is not looked at: there is none. */
async function gather(asked: Asked, surroundings: Surroundings): Promise<Evidence> {
	const words = wordsOf(asked);
	const {order, unknownFlags, maker} = parseWords(words);
	const none = unseen('nothing-to-look-at', 'Not for this test.');
	const before: Before = {
		format: EVIDENCE_FORMAT,
		at: localTime(asked).toISOString(),
		cliProfile: {name: 'world', chosenBy: 'flag'},
		host: {
			platform: process.platform,
			architecture: process.arch,
			nodeVersion: process.versions.node,
			programVersion: '0.0.0',
			workingDirectory: surroundings.workingDirectory,
			home: none,
			surroundings: [],
			variables: {},
			secretVariables: [],
		},
		config: {config: absent, credentials: absent},
		command: seen({
			origin: 'config',
			words,
			order,
			unknownFlags,
			program: seen({path: words[0] ?? '', maker, mayBeExecuted: true, format: 'script'}),
			run: none,
		}),
	};
	const files = await filesProbe.gather(before, surroundings);
	const [network, account] = await Promise.all([
		networkProbe.gather(before, surroundings),
		accountProbe.gather({...before, files}, surroundings),
	]);
	const {host, config, command} = before;
	if (!host || !config || !command) {
		throw new Error('the evidence of the world is not whole');
	}

	return {...before, host, config, command, files, network, account, live: none, lastError: none};
}

/** Signs and sends once, as the helper would, checking nothing before. */
async function ask(asked: Asked): Promise<WorldAnswer> {
	const {world, endpoint, at} = asked;
	const identity = world.helper === 'own' ? identityOfOwn(world.files) : identityOfOfficial(world.files);
	const {trustAnchorArn, profileArn, roleArn, roleSessionName} = world.order;
	const durationSeconds = world.order.sessionDuration ?? (world.helper === 'official' ? 3600 : undefined);
	const url = new URL('/sessions', endpoint);
	const rawQuery = encodeQuery({trustAnchorArn, profileArn, roleArn});
	const body = Buffer.from(JSON.stringify({durationSeconds, roleSessionName}));
	const headers = headersOf({host: url.host, rawQuery, body, asked, identity});
	url.search = rawQuery;
	const answer = await exchange({url, method: 'POST', headers, body}, line);
	const session = readSession(answer.body);
	const refusal = readServiceAnswer(answer);
	return session
		? granted(session, at)
		: {state: 'refused', code: refusal?.serviceCode ?? '', message: refusal?.serviceMessage ?? ''};
}

function granted({assumedRoleArn, expiration}: CredentialSession, at: Date): WorldAnswer {
	return {
		state: 'granted',
		assumedRoleArn: assumedRoleArn ?? '',
		durationSeconds: (expiration.getTime() - at.getTime()) / 1000,
	};
}

function identityOfOwn({certificate: text, privateKey: keyText, intermediates = ''}: Files): SigningIdentity {
	const privateKey = createPrivateKey(keyText);
	const certificates = loadCertificates(Buffer.from(text), 'certificate.pem');
	const others = intermediates === '' ? [] : loadCertificates(Buffer.from(intermediates), 'chain.pem');
	const certificate = certificates.find(one => keyMatchesCertificate(privateKey, one)) ?? certificates[0];
	const chain = chainOf(certificate, [...certificates, ...others]).map(({der}) => der);
	return {certificate: certificate.der, serial: certificate.serial.decimal, chain, privateKey};
}

function identityOfOfficial({certificate: text, privateKey, intermediates = ''}: Files): SigningIdentity {
	const [first] = readPem(text).blocks;
	const der = first?.der ?? new Uint8Array();
	const read = Certificate.read(der);
	return {
		certificate: der,
		serial: read.ok ? read.value.serial.decimal : '0',
		chain: readPem(intermediates).blocks.map(block => block.der),
		privateKey: createPrivateKey(privateKey),
	};
}

const line = {env: {}, signal: new AbortController().signal, connectWithin: 5000, answerWithin: 15_000};

interface ToSign {
	readonly host: string;
	readonly rawQuery: string;
	readonly body: Uint8Array;
	readonly asked: Asked;
	readonly identity: SigningIdentity;
}

/** By our own signer, but for what it would not sign. */
function headersOf(toSign: ToSign): readonly Header[] {
	const {asked, identity, ...request} = toSign;
	const canSign = identity.chain.length <= MAXIMUM_CHAIN && signingAlgorithmOf(identity.privateKey) !== undefined;
	const isOurs = asked.world.helper === 'own' && canSign;
	const unsigned = {...request, method: 'POST', path: '/sessions', region: asked.region};
	return isOurs ? signRequest(unsigned, identity, localTime(asked)) : otherHeaders(toSign);
}

function otherHeaders({host, rawQuery, body, asked, identity}: ToSign): readonly Header[] {
	const {certificate, chain, serial, privateKey} = identity;
	const base64 = (der: Uint8Array) => Buffer.from(der).toString('base64');
	const date = amzDate(localTime(asked));
	const headers: readonly Header[] = [
		['content-type', 'application/json'],
		['host', host],
		['x-amz-date', date],
		['x-amz-x509', base64(certificate)],
		...(chain.length === 0 ? [] : [['x-amz-x509-chain', chain.map(base64).join(',')] as const]),
	];
	const names = headers.map(([name]) => name);
	const type = privateKey.asymmetricKeyType ?? '';
	const token = type.startsWith('rsa') ? 'AWS4-X509-RSA-SHA256' : 'AWS4-X509-ECDSA-SHA256';
	const scope = scopeOf(date, asked.region);
	const canonical = canonicalRequest({
		method: 'POST',
		path: '/sessions',
		rawQuery,
		headers,
		signedHeaders: names,
		payloadHash: sha256Hex(body),
	});
	const toSign = stringToSign({token, date, scope, canonicalRequest: canonical});
	const signature = sign(type === 'ed25519' ? null : 'sha256', Buffer.from(toSign), privateKey).toString('hex');
	const credential = `Credential=${serial}/${scope}`;
	return [
		...headers,
		['authorization', `${token} ${credential}, SignedHeaders=${names.join(';')}, Signature=${signature}`],
	];
}
