import {rm} from 'node:fs/promises';
import path from 'node:path';
import {ExpectedError} from '../errors.ts';
import {type AttemptedOrder, failureFile, keepFailure} from '../session/last-failure.ts';
import type {CommandContext} from './context.ts';
import type {CredentialsFlags} from './provide-credentials.ts';

/** Keeps why there were no credentials, for doctor to tell; clients of the AWS SDKs hide it. Never fails. */
export async function noteFailure(error: unknown, flags: CredentialsFlags, context: CommandContext): Promise<void> {
	if (!(error instanceof ExpectedError) || error.code === 'INTERRUPTED' || context.signal.aborted) {
		return;
	}

	const now = context.now();
	const {code, message} = error;
	await quietly(async () => {
		const home = context.userHome();
		const file = fileFor(flags, context);
		const isUnderHome = file.startsWith(`${home}${path.sep}`);
		const failure = {at: now.toISOString(), code, message};
		await keepFailure(file, failure, {now, ...(isUnderHome && {within: home})});
	});
}

/** Lets go of what was kept, once there are credentials. Never fails. */
export async function forgetFailure(flags: CredentialsFlags, context: CommandContext): Promise<void> {
	await quietly(() => rm(fileFor(flags, context), {force: true}));
}

function fileFor(flags: CredentialsFlags, context: CommandContext): string {
	const absolute = (file: string): string => path.resolve(context.workingDirectory, file);
	const order: AttemptedOrder = {
		...flags,
		durationSeconds: flags.sessionDuration,
		certificate: absolute(flags.certificate),
		privateKey: absolute(flags.privateKey),
		intermediates: flags.intermediates === undefined ? undefined : absolute(flags.intermediates),
	};
	return failureFile(context.stateDirectory(), order);
}

/** What is only noted for later is no reason to fail now, whatever became of it. */
async function quietly(work: () => Promise<void>): Promise<void> {
	try {
		await work();
	} catch {}
}
