import type {LintInput} from '../../lint/lint-result.ts';
import {intakeOf, keyFacts} from './content.ts';
import type {FileEvidence, FilesEvidence} from './files.ts';
import {seenIn} from './look.ts';

/**
 * The files of some evidence as `lintFiles` takes them: certificate, private key and intermediates, each file once. What it
 * finds in them is what it finds in the files themselves. Files that could not be read are left out; of those that could,
 * there are no bytes, so they cannot be judged as what is registered as a trust anchor.
 */
export function restoreFiles({certificate, privateKey, intermediates}: FilesEvidence): readonly LintInput[] {
	const files = [certificate, privateKey, intermediates].flatMap(look => seenIn(look) ?? []);
	const once = [...new Map(files.map(file => [file.path, file])).values()];
	return once.flatMap(file => restoreFile(file) ?? []);
}

/** One file as `lintFiles` takes it; undefined when its content was not seen. */
export function restoreFile({path, mode, content}: FileEvidence): LintInput | undefined {
	if (!content) {
		return undefined;
	}

	const intake = intakeOf(content);
	const keys = new Map(
		intake.items.flatMap((item, index) => {
			const key = content.items[index]?.key;
			return key ? [[item, keyFacts(key)] as const] : [];
		}),
	);
	return {path, bytes: new Uint8Array(), ...(mode !== undefined && {mode: mode & 0o777}), intake, keys};
}
