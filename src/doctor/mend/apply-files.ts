import path from 'node:path';
import {ExpectedError} from '../../errors.ts';
import {createFile, createFolder} from '../../files/create.ts';
import {readBytes} from '../../files/read.ts';
import {applyRepair} from '../../lint/repair/apply-repair.ts';
import {planRepair} from '../../lint/repair/plan-repair.ts';
import {encodePem} from '../../pki/intake/pem.ts';
import {printable} from '../../printable.ts';
import {shellWord} from '../../shell-word.ts';
import {applyConfigure} from './apply-configure.ts';
import type {Mend} from './mend.ts';
import type {MendMeans} from './mend-means.ts';

/**
 * Writes certificates into a new file and names it in the CLI profile.
 *
 * @throws {ExpectedError} `FILE_EXISTS`; what writing files and a CLI profile throws.
 */
export async function applyChain(
	{path: file, certificates, flags}: Mend & {readonly kind: 'chain'},
	means: MendMeans,
): Promise<readonly string[]> {
	const pem = certificates.map(der => encodePem('CERTIFICATE', Buffer.from(der, 'base64'))).join('');
	await createFolder(path.dirname(file));
	await createFile(file, pem, {mode: 0o644});
	return [
		`Wrote ${certificates.length === 1 ? 'a certificate' : `${certificates.length} certificates`} to ${printable(file)}.`,
		...(await applyConfigure(flags, means)),
		`The new file is then of no use: rm ${shellWord(file)}`,
	];
}

/**
 * Writes what is in some files into a new folder as clients want it, and names that in the CLI profile.
 *
 * @throws {ExpectedError} `KEY_EXPECTED` or `CERTIFICATE_EXPECTED` when the CLI profile needs what was not in them;
 * what reading and writing files throws.
 */
export async function applyConversion(
	{paths, into, flags}: Mend & {readonly kind: 'convert'},
	means: MendMeans,
): Promise<readonly string[]> {
	const inputs = await Promise.all(paths.map(async file => ({path: file, bytes: await readBytes(file)})));
	const {passphrase} = means.options;
	const plan = await planRepair(inputs, {
		...(passphrase !== undefined && {passphrase}),
		random: count => means.randomBytes(count),
	});
	const names = plan.folders.flatMap(({name, files}) => files.map(file => path.join(into, name, file.name)));
	for (const [file, code] of [
		[flags.privateKey, 'KEY_EXPECTED'],
		[flags.certificate, 'CERTIFICATE_EXPECTED'],
	] as const) {
		if (file.startsWith(into) && !names.includes(file)) {
			throw new ExpectedError(
				code,
				`${paths.map(printable).join(' and ')} cannot be written anew: ${plan.left.map(({message}) => message).join(' ') || 'something is missing in them.'}`,
				{next: [`Look at them: anchorsmith lint ${paths.map(shellWord).join(' ')}`]},
			);
		}
	}

	const written = await applyRepair(plan, into);
	return [
		`Wrote ${written.map(printable).join(', ')}.`,
		...(await applyConfigure(flags, means)),
		`The new folder is then of no use: rm -r ${shellWord(into)}`,
	];
}
