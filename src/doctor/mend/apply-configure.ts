import {parseArn} from '../../aws/arn.ts';
import {recordChange} from '../../config-file/change-store.ts';
import {applyCliProfile, planCliProfile} from '../../config-file/configure.ts';
import {credentialProcessArguments} from '../../config-file/credential-process.ts';
import {findHelper} from '../../config-file/find-program.ts';
import {configLocations} from '../../config-file/locations.ts';
import {commandPlatform} from '../../config-file/quoting.ts';
import {printable} from '../../printable.ts';
import type {CliProfileFlags} from './mend.ts';
import type {MendMeans} from './mend-means.ts';
import {restoreCommand} from './restore-command.ts';

/**
 * Writes a CLI profile as `configure` does, recorded so that `configure --undo` knows of it.
 *
 * @throws {ExpectedError} what planning and applying a CLI profile throw.
 */
export async function applyConfigure(flags: CliProfileFlags, means: MendMeans): Promise<readonly string[]> {
	const place = {locations: configLocations(means), platform: commandPlatform(means.platform), env: means.env};
	const {program} = await findHelper(flags.helper, flags.helperProgram, means);
	const anchor = parseArn(flags.trustAnchorArn);
	const plan = await planCliProfile(
		{
			cliProfile: flags.cliProfile,
			command: credentialProcessArguments({...flags, program, region: undefined}),
			region: flags.region ?? (anchor.ok ? anchor.value.region : undefined),
			endpoint: flags.endpoint,
			mayReplaceProcess: true,
		},
		place,
	);
	const file = place.locations.config;
	if (!plan.record) {
		return [`The CLI profile ${flags.cliProfile} is already so in ${printable(file)}; nothing was changed.`];
	}

	const now = means.now();
	const key = {stateDirectory: means.stateDirectory(), configFile: file, cliProfile: flags.cliProfile};
	await recordChange(key, plan.record, now);
	const {path, backup} = await applyCliProfile(plan, {now});
	return [
		`Wrote the CLI profile ${flags.cliProfile} to ${printable(path)}.`,
		...(backup === undefined ? [] : [`Undo it: ${restoreCommand(backup, path)}`]),
	];
}
