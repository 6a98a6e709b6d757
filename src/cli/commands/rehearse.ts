import path from 'node:path';
import {ExpectedError} from '../../errors.ts';
import type {RehearsalAccess} from '../../rehearsal/access.ts';
import {defineCommand, type Json, noOperands} from '../command.ts';
import type {CommandContext} from '../context.ts';
import {envelope} from '../envelope.ts';
import {flag} from '../flag.ts';

export default defineCommand({
	name: 'rehearse',
	summary: 'Serves a local Roles Anywhere, IAM and STS to try things on.',
	description:
		'Answers on this machine alone as AWS would: every Roles Anywhere operation, the IAM calls that a setup needs, and STS GetCallerIdentity. Certificates, signatures and trust policies are judged for real; imported revocation lists are kept but not yet enforced, and request rates are not limited. Stays in the foreground until Ctrl-C, or for as long as the command after -- runs.',
	operands: noOperands,
	flags: {
		port: flag.integer({
			placeholder: 'N',
			description: 'Port to answer at, instead of the one used before or any free one.',
			minimum: 0,
			maximum: 65_535,
		}),
		state: flag.text({
			placeholder: 'DIR',
			description: 'Keep the account and the port in this folder, instead of in memory.',
		}),
	},
	passesOn: 'CMD...',
	examples: [
		'rehearse',
		'rehearse --state ./rehearsal --port 4599',
		'rehearse -- aws rolesanywhere list-trust-anchors',
	],
	async run({flags, shared, rest}, context) {
		const {createRehearsal, findRunningRehearsal} = await import('../../rehearsal/create-rehearsal.ts');
		const stateDirectory = flags.state === undefined ? undefined : path.resolve(context.workingDirectory, flags.state);
		const [program, ...words] = rest;
		const running =
			program !== undefined && stateDirectory !== undefined && (await findRunningRehearsal(stateDirectory));
		if (program !== undefined && running) {
			return runAgainst(running, [program, ...words], shared.json, context);
		}

		const rehearsal = await createRehearsal({
			port: flags.port,
			region: shared.region,
			stateDirectory,
			now: context.now,
			random: context.randomBytes,
		});
		try {
			return program === undefined
				? await stayInForeground(rehearsal, {stateDirectory, isJson: shared.json}, context)
				: await runAgainst(rehearsal, [program, ...words], shared.json, context);
		} finally {
			await rehearsal.close();
		}
	},
});

async function runAgainst(
	access: RehearsalAccess,
	command: readonly [string, ...string[]],
	isJson: boolean,
	context: CommandContext,
) {
	const [{runCommand}, {commandEnvironment}] = await Promise.all([
		import('../../rehearsal/run-command.ts'),
		import('../../rehearsal/command-environment.ts'),
	]);
	const code = await runCommand(command, {
		environment: commandEnvironment(access, context.env),
		workingDirectory: context.workingDirectory,
		signal: context.signal,
		output: isJson ? 'standard error' : 'standard output',
	});
	return {exit: code, result: {...described(access), command, exitCode: code}, text: ''};
}

/** Says how to use the rehearsal, then waits. Only an interruption ends it, so it has no other result than this. */
async function stayInForeground(
	access: RehearsalAccess,
	{stateDirectory, isJson}: {readonly stateDirectory: string | undefined; readonly isJson: boolean},
	{stdout, signal, env, platform}: CommandContext,
): Promise<never> {
	const {howToUse} = await import('../../rehearsal/how-to-use.ts');
	stdout.write(
		isJson
			? envelope('rehearse', {ok: true, result: {...described(access), environment: access.environment}})
			: howToUse(access, {env, platform, stateDirectory}),
	);
	if (!signal.aborted) {
		await new Promise(resolve => signal.addEventListener('abort', resolve, {once: true}));
	}

	throw new ExpectedError('INTERRUPTED', 'The rehearsal was stopped.', {next: ['anchorsmith rehearse']});
}

function described({endpoint, port, region, accountId}: RehearsalAccess): Record<string, Json> {
	return {endpoint, port, region, accountId};
}
