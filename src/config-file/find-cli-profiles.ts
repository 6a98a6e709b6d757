import {ExpectedError} from '../errors.ts';
import type {ConfigFile, ConfigKey} from '../rules/config-files.ts';
import {type ConfigLocations, type ConfigSurroundings, configLocations} from './locations.ts';
import {configFiles, readConfigText, type TextFile} from './read-config-files.ts';

/** How somebody's credentials come about, as the official credential chain decides it. */
export type CredentialKind =
	| 'keys'
	| 'role'
	| 'web identity'
	| 'process'
	| 'single sign-on'
	| 'console sign-in'
	/** Settings without credentials. */
	| 'nothing';

/** Somebody that the machine knows credentials of: an AWS CLI profile, or what the environment holds. */
export interface KnownCliProfile {
	/** Of the AWS CLI profile, as it is written; undefined for the keys in the environment. */
	readonly cliProfile: string | undefined;
	readonly kind: CredentialKind;
	/** Its own region, if it names one. */
	readonly region?: string;
	/** The AWS CLI profile whose credentials a role is assumed with. */
	readonly sourceProfile?: string;
	/** Set where a credential process is that asks Roles Anywhere, even where other settings win over it. */
	readonly asksRolesAnywhere?: true;
}

/** The settings that make a profile of a kind, in the order in which the official chain looks for them. */
const KINDS: readonly (readonly [CredentialKind, (has: (name: string) => boolean) => boolean])[] = [
	['role', has => has('role_arn') && (has('source_profile') || has('credential_source'))],
	['keys', has => has('aws_access_key_id') && has('aws_secret_access_key')],
	['web identity', has => has('role_arn') && has('web_identity_token_file')],
	['process', has => has('credential_process')],
	['single sign-on', has => has('sso_session') || has('sso_start_url') || has('sso_account_id')],
	['console sign-in', has => has('login_session')],
];

/**
 * Everybody whose credentials this machine knows: what the environment holds first, then the AWS CLI profiles of
 * both files in the order of the files, those without credentials last. Files that cannot be read count as empty.
 */
export async function findCliProfiles(surroundings: ConfigSurroundings): Promise<readonly KnownCliProfile[]> {
	const [config, credentials] = await readBoth(surroundings);
	const profiles = cliProfilesIn({config, credentials, env: surroundings.env});
	return [...inEnvironment(surroundings.env), ...profiles];
}

/** The same from the texts of the two files; pure. */
export function cliProfilesIn(files: {
	readonly config: TextFile | undefined;
	readonly credentials: TextFile | undefined;
	readonly env: ConfigSurroundings['env'];
}): readonly KnownCliProfile[] {
	const whole = configFiles({...files, cliProfile: 'default', platform: 'posix'});
	const names = new Set([...namesInConfig(whole.config), ...namesInCredentials(whole.credentials)]);
	const found = [...names].map(name => knownAs(name, settingsOf(name, whole)));
	return [...found.filter(({kind}) => kind !== 'nothing'), ...found.filter(({kind}) => kind === 'nothing')];
}

/** The chain leaves these alone when AWS_PROFILE is set. */
function inEnvironment(env: ConfigSurroundings['env']): readonly KnownCliProfile[] {
	return env['AWS_ACCESS_KEY_ID'] && env['AWS_SECRET_ACCESS_KEY'] && !env['AWS_PROFILE']
		? [{cliProfile: undefined, kind: 'keys'}]
		: [];
}

function knownAs(cliProfile: string, settings: ReadonlyMap<string, string>): KnownCliProfile {
	const has = (name: string) => (settings.get(name) ?? '') !== '';
	const [region, sourceProfile] = [settings.get('region'), settings.get('source_profile')];
	const kind = KINDS.find(([, isOfIt]) => isOfIt(has))?.[0] ?? 'nothing';
	return {
		cliProfile,
		kind,
		...(region && {region}),
		...(kind === 'role' && sourceProfile && {sourceProfile}),
		...(asksRolesAnywhere(settings.get('credential_process') ?? '') && {asksRolesAnywhere: true as const}),
	};
}

/** True for the words of a credential process that name a trust anchor, or the official helper. */
export function asksRolesAnywhere(words: string): boolean {
	return /--?trust-anchor-arn\b|aws_signing_helper/.test(words);
}

function namesInConfig(file: ConfigFile | undefined): readonly string[] {
	return (file?.sections ?? []).flatMap(({cliProfile}) => cliProfile ?? []);
}

function namesInCredentials(file: ConfigFile | undefined): readonly string[] {
	return (file?.sections ?? []).map(({header}) => header);
}

/** The credentials file wins for its own settings. */
function settingsOf(
	name: string,
	{config, credentials}: {readonly config: ConfigFile | undefined; readonly credentials: ConfigFile | undefined},
): ReadonlyMap<string, string> {
	const keys: readonly ConfigKey[] = [
		...(config?.sections ?? []).filter(({cliProfile}) => cliProfile === name),
		...(credentials?.sections ?? []).filter(({header}) => header === name),
	].flatMap(section => section.keys);
	return new Map(keys.map(({written, value}) => [written.toLowerCase(), value]));
}

async function readBoth(surroundings: ConfigSurroundings): Promise<readonly (TextFile | undefined)[]> {
	const locations = whereabouts(surroundings);
	return locations ? Promise.all([readOne(locations.config), readOne(locations.credentials)]) : [];
}

function whereabouts(surroundings: ConfigSurroundings): ConfigLocations | undefined {
	return unlessExpected(() => configLocations(surroundings));
}

async function readOne(path: string): Promise<TextFile | undefined> {
	try {
		const {text, existed} = await readConfigText(path);
		return existed ? {path, text} : undefined;
	} catch (error) {
		return unlessExpected(() => {
			throw error;
		});
	}
}

/** Undefined for what the person could mend: then nothing is found. */
function unlessExpected<Value>(work: () => Value): Value | undefined {
	try {
		return work();
	} catch (error) {
		if (error instanceof ExpectedError) {
			return undefined;
		}

		throw error;
	}
}
