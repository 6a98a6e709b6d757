import type {ConfigKey} from '../config-files.ts';

/** Keys by which a CLI profile gets credentials in another way than from a process (CFG-07), `sso_…` aside. */
const OTHER_SOURCES = new Set([
	'role_arn',
	'source_profile',
	'credential_source',
	'web_identity_token_file',
	'login_session',
	'aws_access_key_id',
	'aws_secret_access_key',
	'aws_session_token',
	'aws_security_token',
]);

/** Keys that hold long-lived or temporary credentials themselves. */
const STATIC = new Set(['aws_access_key_id', 'aws_secret_access_key', 'aws_session_token', 'aws_security_token']);

/** Keys that must not share a CLI profile with `credential_process`. */
export function conflictingKeys(keys: readonly ConfigKey[]): readonly ConfigKey[] {
	return keys.filter(({written}) => {
		const name = written.toLowerCase();
		return OTHER_SOURCES.has(name) || name.startsWith('sso_');
	});
}

/** Those of the keys that are credentials. */
export function staticKeys(keys: readonly ConfigKey[]): readonly ConfigKey[] {
	return keys.filter(({written}) => STATIC.has(written.toLowerCase()));
}
