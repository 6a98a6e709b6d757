import {createFile} from '../../files/create.ts';
import type {Diagnosis} from '../diagnose/diagnosis.ts';
import type {Evidence} from '../evidence/evidence.ts';
import {BUNDLE_FORMAT, type Bundle} from './bundle.ts';
import {mask} from './mask.ts';

/**
 * Writes evidence into a new file that only its owner can read: JSON, without anything secret, as evidence never holds any.
 *
 * @param options.isMasked - Account numbers and names are replaced by others, certificates are left out, and the diagnosis is kept
 * instead of what it was made from.
 * @throws {ExpectedError} `FILE_EXISTS`; `FILE_MISSING` for its folder; `FILE_UNWRITABLE`; `DISK_FULL`.
 */
export async function writeBundle(
	file: string,
	{evidence, diagnosis}: {readonly evidence: Evidence; readonly diagnosis: Diagnosis},
	{isMasked}: {readonly isMasked: boolean},
): Promise<void> {
	const bundle: Bundle = isMasked ? mask({evidence, diagnosis}) : {format: BUNDLE_FORMAT, evidence};
	await createFile(file, `${JSON.stringify(bundle, null, '\t')}\n`, {mode: 0o600});
}
