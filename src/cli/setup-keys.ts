import {ExpectedError} from '../errors.ts';
import {judgeCertificate} from '../rules/judge-certificate.ts';
import {openKeys} from '../setup/keys.ts';
import type {KeyReader, KeyWriter} from '../setup/world.ts';
import type {SecretSource} from '../wizard/field.ts';
import type {CommandContext} from './context.ts';
import {readPassphrase} from './read-passphrase.ts';
import {type SetupPlace, within} from './setup-place.ts';

/**
 * Opens the key store of a set-up. The passphrase is read at once, so that a wrong path is refused before
 * anything is planned.
 *
 * @throws {ExpectedError} `PASSPHRASE_EMPTY`, and what reading it throws.
 */
export async function setupKeys(
	{base}: Pick<SetupPlace, 'base'>,
	source: SecretSource | undefined,
	context: CommandContext,
): Promise<{readonly reader: KeyReader; readonly writer: KeyWriter}> {
	return openKeys({
		base,
		...within(base, context),
		passphrase: source && (await passphraseFrom(source, context)),
		issuing: () => ({now: context.now(), random: context.randomBytes, judge: judgeCertificate}),
	});
}

async function passphraseFrom(source: SecretSource, context: CommandContext): Promise<string | undefined> {
	const passphrase = await readPassphrase(
		{
			passphraseFile: source.from === 'file' ? source.path : undefined,
			passphraseEnv: source.from === 'environment' ? source.variable : undefined,
		},
		context,
	);
	if (passphrase === '') {
		throw new ExpectedError('PASSPHRASE_EMPTY', 'The passphrase of the authority’s key is empty.', {
			next: ['Put one into the file or variable that you named', 'Or say --no-passphrase to store the key unencrypted'],
		});
	}

	return passphrase;
}
