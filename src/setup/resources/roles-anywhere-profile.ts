import type {RolesAnywhereProfileInput} from '../../aws/roles-anywhere.ts';
import type {RolesAnywhereProfileDetail} from '../../aws/roles-anywhere-shapes.ts';
import {ExpectedError} from '../../errors.ts';
import {printable} from '../../printable.ts';
import {type Change, type Detail, KNOWN_AFTER_APPLY} from '../change.ts';
import type {Facts} from '../journal.ts';
import {must} from '../known.ts';
import {canonicalPolicy, isSamePolicy} from '../policy-json.ts';
import {defineResource, gone, keep, type PlanContext} from '../resource.ts';
import type {Specification} from '../specification.ts';
import {isTagged} from '../tags.ts';
import type {Writer} from '../world.ts';

const KIND = 'Roles Anywhere profile';

/** Stands for no session policy on a profile that had one: the service cannot take one away (fact sheet, API-07). */
const ALLOW_ALL = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}';

export default defineResource({
	kind: KIND,

	async plan(context) {
		const {specification, reader, journal, known} = context;
		const {name} = specification.rolesAnywhereProfile;
		const profiles = await reader.rolesAnywhere.listProfiles();
		const mine = profiles.find(({arn}) => arn === journal.find(KIND, name)?.after['arn']);
		if (!mine) {
			return {
				changes: [creation(context)],
				warnings: profiles.some(profile => profile.name === name)
					? [`Another Roles Anywhere profile is called "${name}" too; it is left alone.`]
					: [],
			};
		}

		const differences = differencesOf(mine, context);
		const changes = [
			...(differences.length === 0 ? [] : [replacement(mine, differences, context)]),
			...(mine.isEnabled ? [] : [enabling(mine)]),
		];
		return {
			changes,
			unchanged: changes.length === 0 ? [{kind: KIND, name, note: 'already there'}] : [],
			known: {...known, rolesAnywhereProfileArn: mine.arn},
		};
	},

	async recover(intent, {reader, journal}) {
		const profiles = await reader.rolesAnywhere.listProfiles();
		if (intent.action !== 'create') {
			const profile = profiles.find(({arn}) => arn === intent.goal['arn']);
			const isDone = profile && (intent.goal['enabled'] === undefined ? isAs(profile, intent.goal) : profile.isEnabled);
			return isDone ? factsOf(profile) : undefined;
		}

		for (const profile of profiles) {
			if (profile.name === intent.name && (await isTagged(profile.arn, {reader, journal}))) {
				return factsOf(profile);
			}
		}

		return undefined;
	},

	async planUndo({after}, {reader}) {
		const profile = (await reader.rolesAnywhere.listProfiles()).find(({arn}) => arn === after['arn']);
		if (!profile) {
			return gone();
		}

		if (!isAs(profile, after)) {
			return keep('its roles or session policy were changed since');
		}

		return {
			action: 'delete',
			note: profile.arn,
			calls: ['rolesanywhere:DeleteProfile'],
			async apply(writer) {
				await writer.rolesAnywhere.deleteProfile(profile.id);
			},
		};
	},
});

function creation({specification, known: {roleArn}}: PlanContext): Change {
	const {name, durationSeconds, sessionPolicy} = specification.rolesAnywhereProfile;
	return {
		kind: KIND,
		name,
		action: 'create',
		details: [
			{what: 'role', after: roleArn ?? KNOWN_AFTER_APPLY},
			{what: 'longest session', after: `${durationSeconds} s`},
			{what: 'session policy', after: sessionPolicy === undefined ? 'none' : printable(canonicalPolicy(sessionPolicy))},
			{what: 'enabled', after: 'yes'},
		],
		calls: ['rolesanywhere:CreateProfile'],
		files: [],
		goal: () => ({}),
		async apply(writer, known) {
			const input = inputOf(specification, must(known, 'roleArn'));
			const profile = await enabled(await writer.rolesAnywhere.createProfile(input, writer.tags), writer);
			return {known: {...known, rolesAnywhereProfileArn: profile.arn}, facts: factsOf(profile)};
		},
	};
}

function replacement(
	profile: RolesAnywhereProfileDetail,
	details: readonly Detail[],
	{specification}: PlanContext,
): Change {
	const sessionPolicy =
		specification.rolesAnywhereProfile.sessionPolicy ?? (profile.sessionPolicy === undefined ? undefined : ALLOW_ALL);
	return {
		kind: KIND,
		name: profile.name,
		action: 'update',
		details,
		calls: ['rolesanywhere:UpdateProfile'],
		files: [],
		before: factsOf(profile),
		goal: known => ({
			arn: profile.arn,
			roles: must(known, 'roleArn'),
			sessionPolicy: sessionPolicy ?? '',
			durationSeconds: String(specification.rolesAnywhereProfile.durationSeconds),
		}),
		async apply(writer, known) {
			const input = inputOf(specification, must(known, 'roleArn'));
			const updated = await writer.rolesAnywhere.updateProfile(profile.id, {
				...input,
				...(sessionPolicy !== undefined && {sessionPolicy}),
			});
			return {known: {...known, rolesAnywhereProfileArn: updated.arn}, facts: factsOf(updated)};
		},
	};
}

function enabling(profile: RolesAnywhereProfileDetail): Change {
	return {
		kind: KIND,
		name: profile.name,
		action: 'update',
		details: [{what: 'enabled', before: 'no', after: 'yes'}],
		calls: ['rolesanywhere:EnableProfile'],
		files: [],
		before: factsOf(profile),
		goal: () => ({arn: profile.arn, enabled: 'yes'}),
		async apply(writer, known) {
			const updated = await enabled(profile, writer);
			return {known: {...known, rolesAnywhereProfileArn: updated.arn}, facts: factsOf(updated)};
		},
	};
}

/** The service does not document what it makes of `enabled`, so its answer is believed, not the request (API-10). */
async function enabled(profile: RolesAnywhereProfileDetail, writer: Writer): Promise<RolesAnywhereProfileDetail> {
	if (profile.isEnabled) {
		return profile;
	}

	const again = await writer.rolesAnywhere.enableProfile(profile.id);
	if (!again.isEnabled) {
		throw new ExpectedError('AWS_REFUSED', `The Roles Anywhere profile ${profile.arn} stays disabled.`, {
			next: ['Enable it in the console, then run the same command again'],
		});
	}

	return again;
}

function inputOf({rolesAnywhereProfile}: Specification, roleArn: string): RolesAnywhereProfileInput {
	const {name, durationSeconds, sessionPolicy} = rolesAnywhereProfile;
	return {name, roleArns: [roleArn], durationSeconds, ...(sessionPolicy !== undefined && {sessionPolicy})};
}

function differencesOf(profile: RolesAnywhereProfileDetail, {specification, known}: PlanContext): readonly Detail[] {
	const {durationSeconds, sessionPolicy = ALLOW_ALL} = specification.rolesAnywhereProfile;
	const [roles, wantedRole] = [profile.roleArns.join(' '), known.roleArn ?? KNOWN_AFTER_APPLY];
	const policy = profile.sessionPolicy ?? ALLOW_ALL;
	return [
		...(roles === wantedRole ? [] : [{what: 'role', before: printable(roles) || 'none', after: wantedRole}]),
		...(profile.durationSeconds === durationSeconds
			? []
			: [{what: 'longest session', before: `${profile.durationSeconds} s`, after: `${durationSeconds} s`}]),
		...(isSamePolicy(policy, sessionPolicy)
			? []
			: [
					{
						what: 'session policy',
						before: printable(canonicalPolicy(policy)),
						after: printable(canonicalPolicy(sessionPolicy)),
					},
				]),
	];
}

function factsOf({arn, roleArns, sessionPolicy, durationSeconds}: RolesAnywhereProfileDetail): Facts {
	return {
		arn,
		roles: roleArns.join(' '),
		sessionPolicy: sessionPolicy ?? '',
		durationSeconds: String(durationSeconds),
	};
}

function isAs(profile: RolesAnywhereProfileDetail, facts: Facts): boolean {
	const now = factsOf(profile);
	return (
		now['roles'] === facts['roles'] &&
		now['durationSeconds'] === facts['durationSeconds'] &&
		isSamePolicy(now['sessionPolicy'] ?? '', facts['sessionPolicy'] ?? '')
	);
}
