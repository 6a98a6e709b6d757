import type {CertificateRole} from '../rules/certificate-in-role.ts';
import {lintFiles} from './lint-files.ts';
import type {LintResult} from './lint-result.ts';

/**
 * Judges everything in the bytes of one file by the rules of IAM Roles Anywhere, as the verb `lint` does.
 *
 * Synchronous, and pure but for the clock, which is asked only when `at` is not given. Never throws on any bytes: what
 * cannot be read is a finding. Containers that need a passphrase stay closed.
 *
 * @param options.as - What every certificate is for; told from its content unless given.
 * @param options.at - The moment of judgement; now unless given.
 * @param options.path - Names the file in the result and in commands; `-` unless given.
 */
export function lint(
	bytes: Uint8Array,
	options: {readonly as?: CertificateRole; readonly at?: Date; readonly path?: string} = {},
): LintResult {
	const {as, at = new Date(), path = '-'} = options;
	return lintFiles([{path, bytes}], {at, ...(as && {as})});
}
