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
	const helper =
		flags.helper === 'own'
			? []
			: ['--helper', 'official', ...(flags.helperProgram ? ['--helper-program', shellWord(flags.helperProgram)] : [])];
	return ['anchorsmith configure', ...wordsOf(flags, NAMES), ...helper, '--replace'].join(' ');
}

/** What to type so that doctor looks at what these flags name, without a CLI profile. */
export function doctorCommand(flags: CliProfileFlags): string {
	return ['anchorsmith doctor', ...wordsOf(flags, NAMES.slice(1))].join(' ');
}

function wordsOf(flags: CliProfileFlags, names: readonly (typeof NAMES)[number][]): readonly string[] {
	return names.flatMap(([name, flag]) => {
		const value = flags[name];
		return value === undefined ? [] : [flag, shellWord(String(value))];
	});
}
