import path from 'node:path';
import type {FileEvidence, FilesEvidence} from '../../evidence/files.ts';
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
			return {
				certificate: nothing,
				privateKey: nothing,
				intermediates: nothing,
				passphraseFile: nothing,
				nearby: certificates,
				issuers,
			};
		}

		const user = before.host?.user;
		const {order} = before.command.value;
		const [certificateFile, keyFile, intermediatesFile, passphraseFile] = [
			order.certificate,
			order.privateKey,
			order.intermediates,
			order.passphraseFile,
		].map(word => (word === undefined ? undefined : toFile(word, surroundings)));
		const passphrase = await findPassphrase(before, surroundings);
		const lookAt = async (file: NamedFile | undefined): Promise<Look<FileEvidence>> =>
			file === undefined ? absent : 'token' in file ? inToken(file.token) : lookAtFile(file.path, user, passphrase);
		const [certificate, privateKey, intermediates, secret] = await Promise.all([
			lookAt(certificateFile),
			lookAt(keyFile),
			lookAt(intermediatesFile),
			passphraseFile && 'path' in passphraseFile ? lookAtSecret(passphraseFile.path, user) : absent,
		]);
		const named = [certificateFile, keyFile, intermediatesFile].flatMap(file =>
			file && 'path' in file ? [file.path] : [],
		);
		return {
			certificate,
			privateKey,
			intermediates,
			passphraseFile: secret,
			nearby: [...(await findNearby(named, user)), ...certificates],
			issuers,
		};
	},
});

type NamedFile = {readonly path: string} | {readonly token: string};

function toFile(word: string, {workingDirectory}: Surroundings): NamedFile {
	const [token] = /^(?:pkcs11|handle)(?=:)/.exec(word) ?? [];
	return token === undefined ? {path: path.resolve(workingDirectory, word)} : {token};
}

function inToken(token: string): Look<never> {
	const device = token === 'handle' ? 'a TPM' : 'a PKCS#11 token';
	return unseen('not-possible', `It is kept in ${device}, which is not looked into.`);
}
