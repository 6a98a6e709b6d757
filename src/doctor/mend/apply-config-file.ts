import {readConfigText} from '../../config-file/read-config-files.ts';
import {repairConfig} from '../../config-file/repair.ts';
import {ExpectedError} from '../../errors.ts';
import {withLock} from '../../files/lock.ts';
import {replaceFile} from '../../files/replace.ts';
import {printable} from '../../printable.ts';
import {redactConfig} from '../gather/redact-config.ts';
import type {Mend} from './mend.ts';
import type {MendMeans} from './mend-means.ts';
import {restoreCommand} from './restore-command.ts';

/**
 * Repairs a config file, keeping a backup.
 *
 * @throws {ExpectedError} `FILE_CHANGED` when it is not as it was seen; `UNQUOTABLE_ARGUMENT`; what replacing a file throws.
 */
export async function applyConfigFile(
	mend: Mend & {readonly kind: 'config-file'},
	means: MendMeans,
): Promise<readonly string[]> {
	const {path, context, repairs, seen} = mend;
	const replaced = await withLock(path, async () => {
		const {text, digest} = await readConfigText(path);
		if (redactConfig(text) !== seen) {
			throw new ExpectedError('FILE_CHANGED', `${printable(path)} was changed since it was looked at.`, {
				next: ['Nothing was written. Look again: anchorsmith doctor'],
			});
		}

		const repaired = repairConfig(text, repairs, context);
		return repaired === text
			? undefined
			: replaceFile(path, repaired, {basedOn: digest, backup: true, mode: 0o600, now: means.now()});
	});
	return replaced === undefined
		? [`${printable(path)} needs no repair; nothing was changed.`]
		: [
				`Repaired ${printable(replaced.path)}.`,
				...(replaced.backup === undefined ? [] : [`Undo it: ${restoreCommand(replaced.backup, replaced.path)}`]),
			];
}
