import {printable} from '../printable.ts';
import type {RehearsalAccess} from './access.ts';
import {misleadingVariables, variablesFor} from './command-environment.ts';

/** What decides how to say it. */
export interface Surroundings {
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly platform: NodeJS.Platform;
	readonly stateDirectory: string | undefined;
}

/**
 * What to paste into another shell to use a rehearsal, and how to stop it. The text as a whole is
 * a script: of a POSIX shell, on Windows of PowerShell.
 */
export function howToUse(access: RehearsalAccess, {env, platform, stateDirectory}: Surroundings): string {
	const isWindows = platform === 'win32';
	const kept = stateDirectory === undefined ? 'in memory' : `kept in ${printable(stateDirectory)}`;
	const settings = Object.entries(variablesFor(access, env)).map(([name, value]) =>
		isWindows ? `$env:${name} = ${quoteForPowerShell(value)}` : `export ${name}=${quoteForShell(value)}`,
	);
	const removals = misleadingVariables(env).map(name => (isWindows ? `Remove-Item Env:${name}` : `unset ${name}`));
	return [
		`# The rehearsal answers at ${access.endpoint} as account ${access.accountId} in ${access.region}, ${kept}.`,
		'# In another shell:',
		...removals,
		...settings,
		'# AWS CLI before 2.13 needs the address each time: aws --endpoint-url "$AWS_ENDPOINT_URL" ...',
		'# Stop it with Ctrl-C.',
		'',
	].join('\n');
}

function quoteForShell(text: string): string {
	return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function quoteForPowerShell(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}
