import path from 'node:path';
import {readBytes} from '../files/read.ts';
import {loadSigningRequest, type SigningRequest} from '../pki/issuing/csr.ts';
import {certifyEndEntity} from '../pki/issuing/end-entity.ts';
import {
	endEntityFolder,
	keepEndEntities,
	type NewEndEntity,
	type StoredEndEntity,
} from '../pki/store/end-entity-store.ts';
import {isStoredName} from '../pki/store/stored-name.ts';
import {printable} from '../printable.ts';
import {issuingContext, lifetimeOf} from './certificate-flags.ts';
import type {CommandContext} from './context.ts';
import {openIssuer} from './issue-certificates.ts';

/** What `sign` was asked for. */
export interface SignFlags {
	readonly issuer: string;
	readonly days: number | undefined;
	readonly hours: number | undefined;
	readonly out: string | undefined;
	readonly passphraseFile: string | undefined;
	readonly passphraseEnv: string | undefined;
}

/** A request that was signed. */
export interface SignedRequest {
	readonly file: string;
	readonly notGranted: readonly string[];
	readonly stored: StoredEndEntity;
}

/**
 * Signs requests: all of them, or none. Says what each asks for.
 *
 * @throws {ExpectedError} `CSR_UNREADABLE`, `CSR_SIGNATURE_WRONG`, `RULE_BROKEN`, and what else is wrong with a request.
 */
export async function signRequests(
	files: readonly string[],
	flags: SignFlags,
	context: CommandContext,
): Promise<readonly SignedRequest[]> {
	const requests = await Promise.all(
		files.map(async file => {
			const absolute = path.resolve(context.workingDirectory, file);
			return {file: absolute, request: loadSigningRequest(await readBytes(absolute), file)};
		}),
	);
	for (const {file, request} of requests) {
		context.say(describe(file, request));
	}

	const issuer = await openIssuer(flags.issuer, flags, context);
	const issuing = await issuingContext(context);
	const made = requests.map(({file, request}): NewEndEntity => {
		const {subject, alternativeNames, publicKey} = request;
		const spec = {subject: subject.text, alternativeNames, lifetime: lifetimeOf(flags)};
		return {
			folder: folderFor(nameFor(request, file), {...flags, isOne: files.length === 1}, context),
			certificate: certifyEndEntity(spec, {spki: publicKey.der, bits: publicKey.keyBytes}, issuer, issuing),
			chain: issuer.chain,
		};
	});
	context.signal.throwIfAborted();
	const stored = await keepEndEntities(made, issuer, issuing.now);
	return requests.flatMap(({file, request: {notGranted}}, index) => {
		const kept = stored[index];
		return kept ? [{file, notGranted, stored: kept}] : [];
	});
}

function describe(file: string, {subject, publicKey, alternativeNames, notGranted}: SigningRequest): string {
	const names = Object.entries(alternativeNames).flatMap(([kind, values]) =>
		values.map((value: string) => `${kind} ${printable(value)}`),
	);
	const key = publicKey.rsa ? `RSA ${publicKey.rsa.modulusBits}` : `${publicKey.kind} ${publicKey.ec?.curve ?? ''}`;
	return [
		`${printable(file)} asks for`,
		`  subject      ${printable(subject.text) || '(none)'}`,
		`  names        ${names.join(', ') || '(none)'}`,
		`  key          ${key.trim()}`,
		...(notGranted.length > 0 ? [`  not granted  ${notGranted.join(', ')}`] : []),
	].join('\n');
}

/** The CN where it can be the name of a folder, else the name of the file, else something that can. */
function nameFor({subject}: SigningRequest, file: string): string {
	const candidates = [subject.first('CN') ?? '', path.parse(file).name];
	return candidates.find(isStoredName) ?? 'signed';
}

function folderFor(
	name: string,
	{out, isOne}: {readonly out: string | undefined; readonly isOne: boolean},
	context: CommandContext,
): string {
	if (out === undefined) {
		return endEntityFolder(context.stateDirectory(), name);
	}

	const folder = path.resolve(context.workingDirectory, out);
	return isOne ? folder : path.join(folder, name);
}
