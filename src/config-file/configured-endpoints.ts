import {type AwsAccess, type AwsService, endpointsOf} from '../aws/access.ts';
import type {ConfigFiles, ConfigSection} from '../rules/config-files.ts';
import type {ConfigLocations} from './locations.ts';
import {readConfigFiles} from './read-config-files.ts';

/**
 * Where the requests of an AWS CLI profile go instead of to AWS, as AWS's own tools decide: the variable of the service,
 * the variable for all, the profile's `services` section, the profile's `endpoint_url`.
 *
 * @param cliProfile - Undefined for AWS_PROFILE or `default`.
 * @throws {ExpectedError} `FILE_UNREADABLE`; `CONFIG_FILE_BROKEN` for bytes that are no UTF-8.
 */
export async function configuredEndpoints(
	cliProfile: string | undefined,
	{
		locations,
		env,
	}: {
		readonly locations: Pick<ConfigLocations, 'config' | 'credentials'>;
		readonly env: Readonly<Record<string, string | undefined>>;
	},
): Promise<AwsAccess['endpoints']> {
	const name = cliProfile ?? (env['AWS_PROFILE'] || 'default');
	const files = await readConfigFiles(name, {locations, platform: 'posix', env});
	const isIgnored = [env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'], settingOf(files, 'ignore_configured_endpoint_urls')];
	return isIgnored.some(value => value?.toLowerCase() === 'true') ? {} : {...fromFiles(files), ...endpointsOf(env)};
}

function fromFiles(files: ConfigFiles): AwsAccess['endpoints'] {
	const services = ['rolesanywhere', 'iam', 'sts'] as const;
	const named = settingOf(files, 'services');
	const section = files.config?.sections.find(({header}) => words(header).join(' ') === `services ${named ?? ''}`);
	const forAll = settingOf(files, 'endpoint_url');
	return Object.fromEntries(
		services.flatMap(service => {
			const endpoint = (section && nestedEndpoint(section, service)) || forAll;
			return endpoint ? [[service, endpoint]] : [];
		}),
	);
}

/** `sts =` with `endpoint_url = URL` indented below it. */
function nestedEndpoint({keys}: ConfigSection, service: AwsService): string | undefined {
	const nested = keys.find(({written}) => written === service)?.value ?? '';
	return /^\s*endpoint_url\s*=\s*(\S+)\s*$/m.exec(nested)?.[1];
}

function settingOf({configSections}: ConfigFiles, name: string): string | undefined {
	return configSections.flatMap(({keys}) => keys).find(({written}) => written === name)?.value;
}

/** Of a header, without the quotes that some hold. */
function words(header: string): readonly string[] {
	return header
		.trim()
		.split(/\s+/)
		.map(word => word.replace(/^"(.*)"$|^'(.*)'$/, '$1$2'));
}
