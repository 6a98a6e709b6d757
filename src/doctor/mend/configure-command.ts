import {shellWord} from '../../shell-word.ts';
import type {CliProfileFlags} from './mend.ts';

const NAMES = [
	['cliProfile', '--cli-profile'],
	['certificate', '--certificate'],
	['privateKey', '--private-key'],
	['intermediates', '--intermediates'],
	['passphraseFile', '--passphrase-file'],
	['trustAnchorArn', '--trust-anchor-arn'],
	['profileArn', '--profile-arn'],
	['roleArn', '--role-arn'],
	['sessionDuration', '--session-duration'],
	['roleSessionName', '--role-session-name'],
	['region', '--region'],
	['endpoint', '--endpoint'],
	['home', '--home'],
] as const;

/** What to type so that `configure` writes a CLI profile, whatever credential process stands there. */
export function configureCommand(flags: CliProfileFlags): string {
	const words = NAMES.flatMap(([name, flag]) => {
		const value = flags[name];
		return value === undefined ? [] : [flag, shellWord(String(value))];
	});
	const helper =
		flags.helper === 'own'
			? []
			: ['--helper', 'official', ...(flags.helperProgram ? ['--helper-program', shellWord(flags.helperProgram)] : [])];
	return ['anchorsmith configure', ...words, ...helper, '--replace'].join(' ');
}
