import {configFiles} from '../../config-file/read-config-files.ts';
import type {ConfigFiles} from '../../rules/config-files.ts';
import {REDACTED} from '../evidence/config.ts';
import type {Evidence} from '../evidence/evidence.ts';
import {seenIn} from '../evidence/look.ts';

/** The two config files and the environment as each client would resolve them for the CLI profile in question. */
export function configFilesOf({
	cliProfile,
	host: {platform, variables, secretVariables},
	config,
}: Pick<Evidence, 'cliProfile' | 'host' | 'config'>): ConfigFiles {
	return configFiles({
		cliProfile: cliProfile.name,
		platform: platform === 'win32' ? 'windows' : 'posix',
		env: {...variables, ...Object.fromEntries(secretVariables.map(name => [name, REDACTED]))},
		config: seenIn(config.config),
		credentials: seenIn(config.credentials),
	});
}
