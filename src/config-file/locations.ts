import path from 'node:path';

/** Where the two files of a person are. */
export interface ConfigLocations {
	readonly config: string;
	readonly credentials: string;
	/** The home folder, when the config file lies in it because no variable names another place. */
	readonly home: string | undefined;
}

/** What locations depend on. */
export interface ConfigSurroundings {
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly workingDirectory: string;
	/** @throws {ExpectedError} `HOME_MISSING`. Only asked when a path needs it. */
	userHome(): string;
}

/**
 * The paths of the config and the credentials file: AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE, in which
 * `~` and variables are expanded as botocore does, else `.aws/config` and `.aws/credentials` at home (CFG-01).
 *
 * @throws {ExpectedError} `HOME_MISSING` when home is needed and the system names none.
 */
export function configLocations(surroundings: ConfigSurroundings): ConfigLocations {
	const {env} = surroundings;
	const [config, credentials] = [env['AWS_CONFIG_FILE'], env['AWS_SHARED_CREDENTIALS_FILE']].map(value =>
		value ? expand(value, surroundings) : undefined,
	);
	return {
		config: config ?? path.join(surroundings.userHome(), '.aws', 'config'),
		credentials: credentials ?? path.join(surroundings.userHome(), '.aws', 'credentials'),
		home: config === undefined ? surroundings.userHome() : undefined,
	};
}

function expand(value: string, {env, userHome, workingDirectory}: ConfigSurroundings): string {
	const named = value.replace(
		/\$(?:\{([^}]+)\}|(\w+))/g,
		(whole, braced: string | undefined, plain: string | undefined) => {
			return env[braced ?? plain ?? ''] ?? whole;
		},
	);
	const file = /^~(?=$|[/\\])/.test(named) ? userHome() + named.slice(1) : named;
	return path.resolve(workingDirectory, file);
}
