import {ExpectedError} from '../../errors.ts';
import {type PassphraseSurroundings, readPassphrase} from '../../files/read-passphrase.ts';
import {judgeCertificate} from '../../rules/judge-certificate.ts';
import {openKeys} from '../../setup/keys.ts';
import type {Surroundings} from '../../setup/open-access.ts';
import {type PlaceSurroundings, type SetupPlace, within} from '../../setup/place.ts';
import type {KeyReader, KeyWriter} from '../../setup/world.ts';
import type {Answers} from '../answers.ts';
import type {Secrets} from '../secrets.ts';

/**
 * Opens the key store of a set-up. The passphrase is read at once, so that a wrong path is refused before
 * anything is planned.
 *
 * @param secrets - Holds a passphrase that was typed.
 * @throws {ExpectedError} `PASSPHRASE_EMPTY`, `PASSPHRASE_NEEDED`, and what reading it throws.
 */
export async function openSetupKeys(
	{base}: Pick<SetupPlace, 'base'>,
	{passphrase}: Pick<Answers, 'passphrase'>,
	surroundings: Surroundings & PlaceSurroundings & PassphraseSurroundings,
	secrets?: Secrets,
): Promise<{readonly reader: KeyReader; readonly writer: KeyWriter}> {
	const {now, randomBytes} = surroundings;
	return openKeys({
		base,
		...within(base, surroundings),
		passphrase: passphrase && (await passphraseFrom(passphrase, surroundings, secrets)),
		issuing: () => ({now: now(), random: randomBytes, judge: judgeCertificate}),
	});
}

async function passphraseFrom(
	source: NonNullable<Answers['passphrase']>,
	surroundings: PassphraseSurroundings,
	secrets: Secrets | undefined,
): Promise<string | undefined> {
	if (source.from === 'nowhere') {
		return undefined;
	}

	const passphrase =
		source.from === 'typed'
			? typed(secrets)
			: await readPassphrase(
					{
						passphraseFile: source.from === 'file' ? source.path : undefined,
						passphraseEnv: source.from === 'environment' ? source.variable : undefined,
					},
					surroundings,
				);
	if (passphrase === '') {
		throw new ExpectedError('PASSPHRASE_EMPTY', 'The passphrase of the authority’s key is empty.', {
			next: ['Put one into the file or variable that you named', 'Say --no-passphrase to store the key unencrypted'],
		});
	}

	return passphrase;
}

function typed(secrets: Secrets | undefined): string {
	const passphrase = secrets?.get('passphrase');
	if (passphrase === undefined) {
		throw new ExpectedError('PASSPHRASE_NEEDED', 'The passphrase that was typed is not kept; it is needed again.', {
			next: ['Type it again', 'Name a file whose first line it is: --passphrase-file FILE'],
		});
	}

	return passphrase;
}
