import {printable} from '../../printable.ts';
import type {HostEvidence} from '../evidence/host.ts';
import {withoutUserInfo} from './redact-process.ts';

/** Variables beside those of AWS on which it depends whether credentials can be had. */
const OTHERS = new Set([
	'ALL_PROXY',
	'HTTPS_PROXY',
	'HTTP_PROXY',
	'NO_PROXY',
	'NODE_EXTRA_CA_CERTS',
	'NODE_OPTIONS',
	'NODE_TLS_REJECT_UNAUTHORIZED',
	'NODE_USE_ENV_PROXY',
	'NODE_USE_SYSTEM_CA',
	'REQUESTS_CA_BUNDLE',
	'SSL_CERT_DIR',
	'SSL_CERT_FILE',
	'ANCHORSMITH_HOME',
	'GODEBUG',
	'HOME',
	'LD_LIBRARY_PATH',
	'PATH',
	'TZ',
	'USERPROFILE',
]);

/** Variables of AWS that hold no secrets. */
const PLAIN_OF_AWS =
	/^AWS_(?:PROFILE|DEFAULT_PROFILE|REGION|DEFAULT_REGION|CONFIG_FILE|SHARED_CREDENTIALS_FILE|SDK_LOAD_CONFIG|CA_BUNDLE|ENDPOINT_URL(?:_\w+)?|IGNORE_CONFIGURED_ENDPOINT_URLS|USE_(?:FIPS|DUALSTACK)_ENDPOINT|STS_REGIONAL_ENDPOINTS|ROLE_ARN|ROLE_SESSION_NAME|WEB_IDENTITY_TOKEN_FILE|EC2_METADATA_\w+|METADATA_SERVICE_\w+|CONTAINER_CREDENTIALS_\w+|CONTAINER_AUTHORIZATION_TOKEN_FILE|MAX_ATTEMPTS|RETRY_MODE|DEFAULTS_MODE|EXECUTION_ENV|LAMBDA_FUNCTION_NAME|ACCOUNT_ID|PAGER)$/;

/** Sorts the environment into what may be shown and the names of what may not; everything else is nobody's business. */
export function sortVariables(
	env: Readonly<Record<string, string | undefined>>,
): Pick<HostEvidence, 'variables' | 'secretVariables'> {
	const set = Object.entries(env).flatMap(([name, value]) => (value ? [{name, value}] : []));
	const isPlain = (name: string): boolean => PLAIN_OF_AWS.test(name) || OTHERS.has(name.toUpperCase());
	return {
		variables: Object.fromEntries(
			set
				.filter(({name}) => isPlain(name))
				.map(({name, value}) => [name, printable(withoutUserInfo(withoutBareUserInfo(value)))])
				.toSorted(),
		),
		secretVariables: set
			.filter(({name}) => name.startsWith('AWS_') && !isPlain(name))
			.map(({name}) => name)
			.toSorted(),
	};
}

/** Some write proxies without a scheme. */
function withoutBareUserInfo(value: string): string {
	return value.replace(/^[^/\s@]*:[^/\s@]*@/, 'REDACTED@');
}
