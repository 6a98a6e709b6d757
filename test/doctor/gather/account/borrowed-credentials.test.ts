import {expect, test} from 'vitest';
import {absent, seen} from '../../../../src/doctor/evidence/look.ts';
import {borrowedCliProfile, borrowedMessage} from '../../../../src/doctor/gather/account/borrowed-credentials.ts';
import type {GatherOptions} from '../../../../src/doctor/gather/surroundings.ts';
import {surroundingsForTest} from '../../../support/doctor-surroundings.ts';
import {changed, evidenceForTest} from '../../../support/predictions/evidence.ts';

interface Asked {
	/** Whose credentials are in question; `test` unless said. */
	readonly cliProfile?: string;
	readonly config?: string;
	readonly env?: Readonly<Record<string, string>>;
	readonly options?: Partial<GatherOptions>;
	readonly origin?: 'config' | 'flags';
}

const KEYS = {AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'hidden'};

async function borrowedWhere({cliProfile = 'test', config = '', env = {}, options = {}, origin = 'config'}: Asked) {
	const evidence = await evidenceForTest();
	return borrowedCliProfile(
		{
			...evidence,
			cliProfile: {name: cliProfile, chosenBy: 'flag'},
			command: changed(evidence.command, {origin}),
			config: {config: seen({path: '/home/one/.aws/config', text: config}), credentials: absent},
		},
		surroundingsForTest({env, options: {isOffline: false, ...options}}),
	);
}

test.each<[string, Asked, string | undefined]>([
	['another CLI profile that is named', {options: {adminProfile: 'admin'}}, undefined],
	['the one in question, named', {options: {adminProfile: 'test'}}, 'test'],
	['the one in question, by AWS_PROFILE', {env: {AWS_PROFILE: 'test'}}, 'test'],
	['AWS_PROFILE, which wins over keys in variables', {env: {AWS_PROFILE: 'test', ...KEYS}}, 'test'],
	['keys in variables', {cliProfile: 'default', env: KEYS}, undefined],
	['the default one, which is in question', {cliProfile: 'default'}, 'default'],
	['the default one, which is not in question', {}, undefined],
	[
		'one that assumes a role with the one in question',
		{
			options: {adminProfile: 'admin'},
			config:
				'[profile admin]\nrole_arn = a\nsource_profile = between\n[profile between]\nrole_arn = b\nsource_profile = test',
		},
		'test',
	],
	[
		'one that names a source and assumes no role',
		{options: {adminProfile: 'admin'}, config: '[profile admin]\nsource_profile = test'},
		undefined,
	],
	[
		'two that name each other',
		{
			options: {adminProfile: 'one'},
			config: '[profile one]\nrole_arn = a\nsource_profile = two\n[profile two]\nrole_arn = b\nsource_profile = one',
		},
		undefined,
	],
	['the default one, while flags say what is in question', {cliProfile: 'default', origin: 'flags'}, undefined],
])('where credentials come from %s', async (_title, asked, expected) => {
	expect(await borrowedWhere(asked)).toBe(expected);
});

test.each([
	[{options: {isOffline: false, adminProfile: 'a\u{1b}'}}, '--admin-profile a\\u{1b} leads to the CLI profile test'],
	[{env: {AWS_PROFILE: 'test'}}, 'AWS_PROFILE=test leads to the CLI profile test'],
	[{}, 'Without another choice, credentials come from the CLI profile test'],
])('says how they are come by', (differsBy, expected) => {
	expect(borrowedMessage('test', surroundingsForTest(differsBy))).toBe(
		`${expected}, whose credentials are in question. Name one that administers the account with --admin-profile.`,
	);
});
