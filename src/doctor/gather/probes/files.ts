import path from 'node:path';
import type {CommandEvidence} from '../../evidence/command.ts';
import type {FileEvidence, FilesEvidence} from '../../evidence/files.ts';
import type {UserEvidence} from '../../evidence/host.ts';
import {absent, type Look, unseen} from '../../evidence/look.ts';
import {findPassphrase} from '../find-passphrase.ts';
import {lookAtFile, lookAtSecret} from '../look-at-file.ts';
import {findIssuers, findNearby} from '../nearby.ts';
import {type Before, defineProbe} from '../probe.ts';
import type {Surroundings} from '../surroundings.ts';

/** The files that the command names, and what lies beside them. */
export const filesProbe = defineProbe({
	part: 'files',
	needs: ['command', 'host'],
	async gather(before: Before, surroundings: Surroundings): Promise<FilesEvidence> {
		const {issuers, certificates} = await findIssuers(surroundings);
		if (before.command?.state !== 'seen') {
			const nothing = unseen('nothing-to-look-at', 'No command says which files it is about.');
			const looks = {certificate: nothing, privateKey: nothing, intermediates: nothing, passphraseFile: nothing};
			return {...looks, nearby: certificates, issuers};
		}

		const user = before.host?.user;
		const named = namedFiles(before.command.value.order, surroundings);
		const [looks, nearby] = await Promise.all([
			lookAtNamed(named, user, await findPassphrase(before, surroundings)),
			findNearby(
				[named.certificate, named.privateKey, named.intermediates].flatMap(file => file?.path ?? []),
				user,
			),
		]);
		return {...looks, nearby: [...nearby, ...certificates], issuers};
	},
});

type Part = 'certificate' | 'privateKey' | 'intermediates' | 'passphraseFile';

/** A file, or what stands in the place of one. */
type NamedFile = {readonly path: string} | {readonly path?: never; readonly token: string};

type NamedFiles = Readonly<Partial<Record<Part, NamedFile>>>;

function namedFiles(order: CommandEvidence['order'], {workingDirectory}: Surroundings): NamedFiles {
	const parts: readonly Part[] = ['certificate', 'privateKey', 'intermediates', 'passphraseFile'];
	return Object.fromEntries(
		parts.flatMap(part => {
			const word = order[part];
			const [token] = /^(?:pkcs11|handle)(?=:)/.exec(word ?? '') ?? [];
			const file = token === undefined ? {path: path.resolve(workingDirectory, word ?? '')} : {token};
			return word === undefined ? [] : [[part, file] as const];
		}),
	);
}

async function lookAtNamed(
	named: NamedFiles,
	user: UserEvidence | undefined,
	passphrase: string | undefined,
): Promise<Pick<FilesEvidence, Part>> {
	const lookAt = async (file: NamedFile | undefined): Promise<Look<FileEvidence>> =>
		file === undefined
			? absent
			: file.path === undefined
				? inToken(file.token)
				: lookAtFile(file.path, user, passphrase);
	const [certificate, privateKey, intermediates, passphraseFile] = await Promise.all([
		lookAt(named.certificate),
		lookAt(named.privateKey),
		lookAt(named.intermediates),
		named.passphraseFile?.path === undefined ? absent : lookAtSecret(named.passphraseFile.path, user),
	]);
	return {certificate, privateKey, intermediates, passphraseFile};
}

function inToken(token: string): Look<never> {
	const device = token === 'handle' ? 'a TPM' : 'a PKCS#11 token';
	return unseen('not-possible', `It is kept in ${device}, which is not looked into.`);
}
