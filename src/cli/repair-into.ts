import path from 'node:path';
import type {LintInput} from '../lint/lint-result.ts';
import {applyRepair} from '../lint/repair/apply-repair.ts';
import {planRepair} from '../lint/repair/plan-repair.ts';
import {printable} from '../printable.ts';
import type {CertificateRole} from '../rules/certificate-in-role.ts';
import type {Json} from './command.ts';
import type {CommandContext} from './context.ts';

/** How a set is repaired. */
export interface RepairRequest {
	readonly as: 'auto' | CertificateRole | undefined;
	readonly passphrase: string | undefined;
	readonly decrypt: boolean;
}

/** What was written, for people and for programs. */
export interface Repaired {
	readonly text: string;
	readonly json: Json;
}

/**
 * Writes the repaired set of files into a folder, and tells what it is and what is not in it.
 *
 * @throws {ExpectedError} `FILE_EXISTS` when the folder holds anything; `FILE_UNWRITABLE`; `DISK_FULL`.
 */
export async function repairInto(
	into: string,
	inputs: readonly LintInput[],
	{as = 'auto', passphrase, decrypt}: RepairRequest,
	context: CommandContext,
): Promise<Repaired> {
	const plan = await planRepair(inputs, {
		...(as !== 'auto' && {as}),
		...(passphrase !== undefined && {passphrase}),
		decrypt,
		random: count => context.randomBytes(count),
	});
	const isEmpty = plan.folders.every(({files}) => files.length === 0);
	if (!isEmpty) {
		await applyRepair(plan, path.resolve(context.workingDirectory, into));
	}

	const files = plan.folders.flatMap(({name, files: inside}) =>
		inside.map(file => ({path: path.join(into, name, file.name), what: file.what})),
	);
	const left = plan.left.map(({message}) => message);
	return {text: tell(files, left), json: {files, left}};
}

function tell(files: readonly {readonly path: string; readonly what: string}[], left: readonly string[]): string {
	const written = files.map(({path: file, what}) => `  ${printable(file)}\n      ${what}`);
	return [
		...(files.length === 0 ? ['There is nothing to write.'] : ['Written:', ...written]),
		...(left.length === 0 ? [] : ['Left out:', ...left.map(message => `  ${message}`)]),
		'',
	].join('\n');
}
