import {commandPlatform} from '../../config-file/quoting.ts';
import {configFiles} from '../../config-file/read-config-files.ts';
import type {ConfigFiles} from '../../rules/config-files.ts';
import type {Evidence} from '../evidence/evidence.ts';
import {seenIn} from '../evidence/look.ts';

/** The two config files and the environment as each client would resolve them for the CLI profile in question. */
export function configFilesOf({
	cliProfile,
	host,
	config,
}: Pick<Evidence, 'cliProfile' | 'host' | 'config'>): ConfigFiles {
	return configFiles({
		cliProfile: cliProfile.name,
		platform: commandPlatform(host.platform === 'win32' ? 'win32' : 'linux'),
		env: {...Object.fromEntries(host.secretVariables.map(name => [name, 'set'])), ...host.variables},
		config: seenIn(config.config),
		credentials: seenIn(config.credentials),
	});
}
