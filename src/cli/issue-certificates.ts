import path from 'node:path';
import {ExpectedError} from '../errors.ts';
import {readTextFile} from '../files/read.ts';
import type {IssuingContext} from '../pki/issuing/certify.ts';
import {issueEndEntity} from '../pki/issuing/end-entity.ts';
import type {KeyAlgorithm} from '../pki/keys/algorithm.ts';
import {
	endEntityFolder,
	keepEndEntities,
	type NewEndEntity,
	type StoredEndEntity,
} from '../pki/store/end-entity-store.ts';
import {IssuerStore, type OpenedIssuer} from '../pki/store/issuer-store.ts';
import {printable} from '../printable.ts';
import {alternativeNamesOf, issuingContext, lifetimeOf} from './certificate-flags.ts';
import type {CommandContext} from './context.ts';
import {type Host, parseHostsFile} from './hosts-file.ts';
import {readIssuerPassphrase} from './issuer-passphrase.ts';

/** What `issue` was asked for. */
export interface IssueFlags {
	readonly issuer: string;
	readonly name: string | undefined;
	readonly subject: string | undefined;
	readonly dns: readonly string[];
	readonly uri: readonly string[];
	readonly ip: readonly string[];
	readonly email: readonly string[];
	readonly algorithm: KeyAlgorithm | undefined;
	readonly days: number | undefined;
	readonly hours: number | undefined;
	readonly out: string | undefined;
	readonly from: string | undefined;
	readonly passphraseFile: string | undefined;
	readonly passphraseEnv: string | undefined;
}

/**
 * Issues one certificate, or one for each line of a hosts file: all of them, or none.
 *
 * @throws {ExpectedError} what is wrong with a name, a lifetime or a file; `HOSTS_FILE_INVALID` names the line.
 */
export async function issueCertificates(
	flags: IssueFlags,
	context: CommandContext,
): Promise<readonly StoredEndEntity[]> {
	const hosts = flags.from === undefined ? [oneHost(flags)] : await readHosts(flags.from, flags, context);
	const folders = hosts.map(({name}) => folderFor(name, flags, context));
	const issuer = await openIssuer(flags.issuer, flags, context);
	const issuing = await issuingContext(context);
	const made = await Promise.all(
		hosts.map(async (host, index): Promise<NewEndEntity> => {
			const {certificate, chain, key} = await issueFor(host, flags, issuer, issuing);
			return {folder: folders[index] ?? '', certificate, chain, pkcs8: key.pkcs8};
		}),
	);
	context.signal.throwIfAborted();
	return keepEndEntities(made, issuer, issuing.now);
}

/** Opens an issuer in the state folder, asking for its passphrase where it has one. */
export async function openIssuer(
	name: string,
	flags: Pick<IssueFlags, 'passphraseFile' | 'passphraseEnv'>,
	context: CommandContext,
): Promise<OpenedIssuer> {
	const store = new IssuerStore(context.stateDirectory());
	return store.open(name, () => readIssuerPassphrase(name, flags, context));
}

function oneHost(flags: IssueFlags): Host {
	const {name} = flags;
	if (name === undefined) {
		throw new ExpectedError('USAGE', 'Missing: --name.', {
			next: ['Add --name NAME, or --from FILE for many certificates at once'],
		});
	}

	return {line: 0, name, subject: flags.subject ?? `CN=${name}`, ...alternativeNamesOf(flags)};
}

async function readHosts(
	file: string,
	flags: IssueFlags,
	{workingDirectory}: CommandContext,
): Promise<readonly Host[]> {
	const {name, subject, dns, uri, ip, email} = flags;
	if (name !== undefined || subject !== undefined || [dns, uri, ip, email].some(({length}) => length > 0)) {
		throw new ExpectedError('USAGE', 'Names are given beside --from, whose file names everything.', {
			next: ['Leave --name, --subject, --dns, --uri, --ip and --email out'],
		});
	}

	return parseHostsFile(await readTextFile(path.resolve(workingDirectory, file)), file);
}

function folderFor(name: string, {out, from}: IssueFlags, context: CommandContext): string {
	if (out === undefined) {
		return endEntityFolder(context.stateDirectory(), name);
	}

	const folder = path.resolve(context.workingDirectory, out);
	return from === undefined ? folder : path.join(folder, name);
}

async function issueFor(host: Host, flags: IssueFlags, issuer: OpenedIssuer, context: IssuingContext) {
	const {subject, line} = host;
	const spec = {
		subject,
		alternativeNames: alternativeNamesOf(host),
		lifetime: lifetimeOf(flags),
		algorithm: flags.algorithm,
	};
	try {
		return await issueEndEntity(spec, issuer, context);
	} catch (error) {
		if (flags.from !== undefined && error instanceof ExpectedError) {
			const message = `Line ${line} of ${printable(flags.from)}: ${error.message} Nothing was made.`;
			throw new ExpectedError('HOSTS_FILE_INVALID', message, {next: error.next, cause: error});
		}

		throw error;
	}
}
