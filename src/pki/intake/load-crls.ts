import {ExpectedError} from '../../errors.ts';
import {printable} from '../../printable.ts';
import {Crl} from '../crl/crl.ts';
import {takeIn} from './intake.ts';

/**
 * Every list of revoked certificates in a file, in its order: PEM with any number of blocks, or one in DER.
 *
 * @param path - Only names the file in messages.
 * @throws {ExpectedError} `CRL_EXPECTED` when there is none, `CRL_UNREADABLE` when one is damaged.
 */
export function loadCrls(bytes: Uint8Array, path: string): readonly [Crl, ...Crl[]] {
	const [first, ...rest] = takeIn(bytes)
		.items.filter(({kind}) => kind === 'crl')
		.map(({der}) => readOne(der, path));
	if (!first) {
		throw new ExpectedError('CRL_EXPECTED', `${printable(path)} holds no list of revoked certificates.`, {
			next: ['Give a PEM file with -----BEGIN X509 CRL----- in it, or a list in DER.'],
		});
	}

	return [first, ...rest];
}

function readOne(der: Uint8Array, path: string): Crl {
	const read = Crl.read(der);
	if (read.ok) {
		return read.value;
	}

	throw new ExpectedError('CRL_UNREADABLE', `${printable(path)} is damaged. ${read.problem.message}.`, {
		next: ['Get the list again from the issuer.'],
	});
}
