import path from 'node:path';
import {readDocument} from '../../config-file/document.ts';
import {nearest} from '../../nearest.ts';
import {shellWord} from '../../shell-word.ts';
import type {Evidence} from '../evidence/evidence.ts';
import {seenIn} from '../evidence/look.ts';
import type {Remedy, RemedyFor} from './remedy.ts';
import {settingIn} from './setting-in.ts';
import {configureRemedy} from './wanted-flags.ts';

/** Variables that lead clients elsewhere. Where a variable is set for good must be changed too; nobody can see that here. */
export const environment: readonly RemedyFor[] = [
	{rules: ['config-environment'], remedy: (_finding, evidence) => withoutKeys(evidence)},
	{rules: ['config-profile-found', 'config-process-present'], remedy: (_finding, evidence) => rightProfile(evidence)},
	{
		rules: ['config-profile-chosen'],
		remedy: (_finding, {cliProfile}) => ({
			what: 'Choose this CLI profile in the environment.',
			who: 'operator',
			commands: [`export AWS_PROFILE=${shellWord(cliProfile.name)}`, 'unset AWS_DEFAULT_PROFILE'],
		}),
	},
	{
		rules: ['config-load-config'],
		remedy: () => ({
			what: 'Have older SDKs read the config file.',
			who: 'operator',
			commands: ['export AWS_SDK_LOAD_CONFIG=1'],
		}),
	},
	{rules: ['host-home'], remedy: (_finding, evidence) => withHome(evidence)},
	{rules: ['host-metadata-address'], remedy: () => metadataAddress},
	{rules: ['config-location'], remedy: (_finding, evidence) => wholeLocations(evidence)},
	{rules: ['config-region-variables'], remedy: (_finding, evidence) => sameRegion(evidence)},
];

const metadataAddress: Remedy = {
	what: 'Name the address of the helper in the way that every client reads.',
	who: 'operator',
	commands: ['export AWS_EC2_METADATA_SERVICE_ENDPOINT=http://127.0.0.1:9911', 'unset AWS_EC2_METADATA_DISABLED'],
};

/** Of a user without a name the system knows no home folder either. */
function withHome({host}: Evidence): Remedy | undefined {
	const name = host.user?.name;
	return name === undefined || host.platform === 'win32'
		? undefined
		: {
				what: 'Name the home folder of the user, also where the service or the job is defined.',
				who: 'operator',
				commands: [`HOME=~${shellWord(name)}; export HOME`],
			};
}

const KEYS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_SECURITY_TOKEN'];

function withoutKeys({host}: Evidence): Remedy | undefined {
	const set = KEYS.filter(name => host.secretVariables.includes(name) || name in host.variables);
	return set.length === 0
		? undefined
		: {
				what: 'Take the keys out of the environment, and out of whatever sets them.',
				who: 'operator',
				commands: [`unset ${set.join(' ')}`],
			};
}

function rightProfile(evidence: Evidence): Remedy | undefined {
	const {host, config, cliProfile} = evidence;
	const located = ['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE'].filter(name => name in host.variables);
	if (config.config.state === 'absent' && located.includes('AWS_CONFIG_FILE')) {
		return {
			what: 'Let clients find the config file in its usual place: the one that AWS_CONFIG_FILE names is not there.',
			who: 'operator',
			commands: ['unset AWS_CONFIG_FILE'],
		};
	}

	const meant = otherProfile(evidence);
	if (meant !== undefined && cliProfile.chosenBy !== 'flag') {
		return {
			what: `Choose the CLI profile ${meant}, which has a credential process.`,
			who: 'operator',
			commands: [
				`export AWS_PROFILE=${shellWord(meant)}`,
				...('AWS_DEFAULT_PROFILE' in host.variables ? ['unset AWS_DEFAULT_PROFILE'] : []),
			],
		};
	}

	return configureRemedy('Write the CLI profile.', evidence) ?? setUp(evidence);
}

/** Where there is nothing yet that a CLI profile could be written from. */
function setUp({config, command}: Evidence): Remedy | undefined {
	return config.config.state === 'absent' && command.state !== 'seen'
		? {
				what: 'Set this machine up, or name a CLI profile that there is with --cli-profile. It asks for what it needs: anchorsmith setup',
				who: 'operator',
				commands: [],
			}
		: undefined;
}

/** The one CLI profile that has a credential process of Roles Anywhere, or the one of them whose name is nearest. */
function otherProfile({config, cliProfile}: Evidence): string | undefined {
	const file = seenIn(config.config);
	const names = (file === undefined ? [] : readDocument(file.text).sections).flatMap(section =>
		section.keys.some(({written, value}) => written === 'credential_process' && /--?trust-anchor-arn\b/.test(value))
			? (section.cliProfile ?? [])
			: [],
	);
	return names.length === 1 ? names[0] : nearest(cliProfile.name, names);
}

function wholeLocations({host}: Evidence): Remedy | undefined {
	const home = seenIn(host.home);
	const commands = ['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE'].flatMap(name => {
		const value = host.variables[name];
		const expanded = value?.replace(/^(?:~|\$HOME|\$\{HOME\})(?=\/|$)/, () => home ?? '~');
		return value === undefined || expanded === undefined || expanded.includes('$') || expanded.startsWith('~')
			? []
			: [`export ${name}=${shellWord(path.resolve(host.workingDirectory, expanded))}`];
	});
	return commands.length === 0 ? undefined : {what: 'Write the whole path.', who: 'operator', commands};
}

function sameRegion(evidence: Evidence): Remedy | undefined {
	const {variables} = evidence.host;
	const set = ['AWS_REGION', 'AWS_DEFAULT_REGION'].filter(name => name in variables);
	const own = settingIn(evidence, 'region');
	if (own !== undefined) {
		return {
			what: 'Leave the region to the CLI profile.',
			who: 'operator',
			commands: [`unset ${set.join(' ')}`],
		};
	}

	const region = set.map(name => variables[name]).find(value => value !== undefined);
	return region === undefined
		? undefined
		: {
				what: 'Say the region in both variables.',
				who: 'operator',
				commands: [`export AWS_REGION=${shellWord(region)} AWS_DEFAULT_REGION=${shellWord(region)}`],
			};
}
