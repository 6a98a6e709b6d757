import {rm, rmdir} from 'node:fs/promises';
import path from 'node:path';
import {fileProblem, systemCode} from '../files/problem.ts';
import {readBytes} from '../files/read.ts';
import {loadPrivateKey, requireMatchingKey} from '../pki/intake/load.ts';
import type {IssuingContext} from '../pki/issuing/certify.ts';
import {certifyEndEntity, issueEndEntity} from '../pki/issuing/end-entity.ts';
import type {KeyAlgorithm} from '../pki/keys/algorithm.ts';
import {type GeneratedKey, generateKey} from '../pki/keys/key-generation.ts';
import {issuingSubjectOf} from '../pki/names/subject.ts';
import {
	endEntityFiles,
	endEntityFolder,
	filesOfNewEndEntity,
	findEndEntity,
	keepEndEntities,
} from '../pki/store/end-entity-store.ts';
import {filesOfNewIssuer, IssuerStore, issuerFiles, type OpenedIssuer} from '../pki/store/issuer-store.ts';
import {readRegister} from '../pki/store/register.ts';
import type {IssuerGoal, NewEndEntity, SignedEndEntity} from './specification.ts';
import {findRequest, makeRequest, requestFiles} from './stored-request.ts';
import type {KeyReader, KeyWriter, StoredEndEntity, StoredIssuer} from './world.ts';

/** What the key store of a set-up is opened with. */
export interface KeyPlace {
	/** Issuers and certificates lie in it. Absolute. */
	readonly base: string;
	/** A folder that must exist before anything is made, such as the person's home. */
	readonly within?: string;
	/** Of issuers; undefined leaves new ones unencrypted. Never kept anywhere. */
	readonly passphrase: string | undefined;
	readonly issuing: () => IssuingContext;
}

/** The key store as planning and applying use it. */
export function openKeys(place: KeyPlace): {readonly reader: KeyReader; readonly writer: KeyWriter} {
	const store = new IssuerStore(place.base, {within: place.within});
	const folderOf = (name: string) => endEntityFolder(place.base, name);
	const findIssuer = (name: string) => findStoredIssuer(store, name);
	let started: {readonly algorithm: KeyAlgorithm; readonly key: Promise<GeneratedKey>} | undefined;
	return {
		reader: {
			findIssuer,
			issuersOf: async subject => (await store.findBySubject(subject)).map(({name}) => name),
			findEndEntity: name => findEndEntity(folderOf(name)),
			async requireKeyOf(issuer) {
				if (issuer.source === 'existing' || (await store.find(issuer.name))) {
					await openIssuer(store, issuer, place);
				}
			},
			filesOfIssuer: (name, withIssuing) => inFolder(store.folderOf(name), filesOfNewIssuer(withIssuing)),
			findRequest: name => findRequest(folderOf(name)),
			filesOfEndEntity: (name, which) => inFolder(folderOf(name), filesOfNewEndEntity(which)),
			filesOfRequest: name => inFolder(folderOf(name), requestFiles),
		},
		writer: {
			createIssuer: goal => createIssuer(store, goal, place),
			startKey(algorithm) {
				if (algorithm.startsWith('rsa')) {
					started = {algorithm, key: generateKey(algorithm)};
					// Whoever issues with it is told what went wrong.
					started.key.catch(() => undefined);
				}
			},
			issue: (goal, issuer) =>
				issue(store, {goal, issuer, key: started?.algorithm === goal.algorithm ? started.key : undefined}, place),
			sign: (goal, issuer) => signRequest(store, {goal, issuer}, place),
			request: ({name, subject, algorithm, dns, uri, ip, email}) =>
				makeRequest({subject, algorithm, alternativeNames: {dns, uri, ip, email}}, folderOf(name)),
			async removeIssuer(name) {
				// The certificate goes last: while it is there, a run that died finds what is left.
				const {rootKey, privateKey, root, register, certificate} = issuerFiles;
				await removeFiles(store.folderOf(name), [rootKey, privateKey, root, register, certificate]);
			},
			async removeEndEntity(name, {keepsKey}) {
				const {privateKey, chain, certificate} = endEntityFiles;
				await removeFiles(folderOf(name), [...(keepsKey ? [] : [privateKey]), chain, certificate]);
			},
			async removeRequest(name) {
				await removeFiles(folderOf(name), [endEntityFiles.privateKey, endEntityFiles.request]);
			},
		},
	};
}

async function findStoredIssuer(store: IssuerStore, name: string): Promise<StoredIssuer | undefined> {
	const found = await store.find(name);
	if (!found) {
		return undefined;
	}

	const {folder, certificate} = found;
	const entries = await readRegister(path.join(folder, issuerFiles.register));
	return {
		...storedIssuer(found),
		issuedTo: entries.filter(({fingerprint}) => fingerprint !== certificate.fingerprint).map(({subject}) => subject),
	};
}

function storedIssuer({
	folder,
	certificate,
	root,
}: NonNullable<Awaited<ReturnType<IssuerStore['find']>>>): Omit<StoredIssuer, 'issuedTo'> {
	return {
		folder,
		anchor: root ?? certificate,
		anchorFile: path.join(folder, root ? issuerFiles.root : issuerFiles.certificate),
		signer: certificate,
	};
}

async function createIssuer(
	store: IssuerStore,
	{name, subject, algorithm, days, withIssuing}: IssuerGoal & {readonly source: 'new'},
	{passphrase, issuing}: KeyPlace,
): Promise<StoredIssuer> {
	const spec = {
		subject,
		algorithm,
		lifetime: {days},
		...(withIssuing && {issuing: {subject: issuingSubjectOf(subject)}}),
	};
	return {...storedIssuer(await store.create(name, spec, passphrase, issuing())), issuedTo: []};
}

async function issue(
	store: IssuerStore,
	{
		goal: {name, subject, algorithm, days, dns, uri, ip, email},
		issuer,
		key: started,
	}: {
		readonly goal: NewEndEntity;
		readonly issuer: IssuerGoal;
		readonly key: Promise<GeneratedKey> | undefined;
	},
	place: KeyPlace,
): Promise<StoredEndEntity> {
	const opened = await openIssuer(store, issuer, place);
	const context = place.issuing();
	const spec = {subject, algorithm, lifetime: {days}, alternativeNames: {dns, uri, ip, email}, key: started};
	const {certificate, chain, key} = await issueEndEntity(spec, opened, context);
	const folder = endEntityFolder(place.base, name);
	await keepEndEntities([{folder, certificate, chain, pkcs8: key.pkcs8}], opened, context.now);
	return justWritten(await findEndEntity(folder), folder);
}

async function signRequest(
	store: IssuerStore,
	{goal: {name, request, days}, issuer}: {readonly goal: SignedEndEntity; readonly issuer: IssuerGoal},
	place: KeyPlace,
): Promise<StoredEndEntity> {
	const opened = await openIssuer(store, issuer, place);
	const context = place.issuing();
	const {subject, alternativeNames, publicKey} = request;
	const spec = {subject: subject.text, alternativeNames, lifetime: {days}};
	const certificate = certifyEndEntity(spec, {spki: publicKey.der, bits: publicKey.keyBytes}, opened, context);
	const folder = endEntityFolder(place.base, name);
	await keepEndEntities([{folder, certificate, chain: opened.chain}], opened, context.now);
	return justWritten(await findEndEntity(folder), folder);
}

function justWritten<Value>(found: Value | undefined, folder: string): Value {
	if (found === undefined) {
		throw new Error(`${folder} was just written and is not there`);
	}

	return found;
}

/** The issuer with its key; one from outside notes what it issues beside the certificates. */
async function openIssuer(
	store: IssuerStore,
	issuer: IssuerGoal,
	{base, passphrase}: KeyPlace,
): Promise<Pick<OpenedIssuer, 'certificate' | 'privateKey' | 'chain' | 'registerFile'>> {
	if (issuer.source === 'new') {
		return store.open(issuer.name, async () => passphrase ?? '');
	}

	const {file, certificates, privateKeyFile = ''} = issuer;
	const [certificate] = certificates;
	const privateKey = loadPrivateKey(await readBytes(privateKeyFile), privateKeyFile, passphrase);
	requireMatchingKey(privateKey, privateKeyFile, certificate, file);
	return {certificate, privateKey, chain: [], registerFile: path.join(base, 'certificates', 'register.jsonl')};
}

function inFolder(folder: string, files: readonly {readonly name: string; readonly mode: number}[]) {
	return files.map(({name, mode}) => ({path: path.join(folder, name), mode}));
}

/** Removes files in this order, and the folder if nothing else is in it. */
async function removeFiles(folder: string, names: readonly string[]): Promise<void> {
	try {
		for (const name of names) {
			await rm(path.join(folder, name), {force: true});
		}

		await rmdir(folder);
	} catch (error) {
		if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(systemCode(error) ?? '')) {
			throw fileProblem(error, folder, 'remove');
		}
	}
}
