import type {RolesAnywhereProfileInput} from '../aws/roles-anywhere.ts';
import type {RolesAnywhereProfileDetail} from '../aws/roles-anywhere-shapes.ts';
import {ExpectedError} from '../errors.ts';
import {printable} from '../printable.ts';
import {type Change, type Detail, KNOWN_AFTER_APPLY} from './change.ts';
import type {Facts} from './journal.ts';
import {must} from './known.ts';
import {canonicalPolicy, isSamePolicy} from './policy-json.ts';
import type {PlanContext} from './resource.ts';
import {awsGoalOf, type Specification} from './specification.ts';
import type {Writer} from './world.ts';

const KIND = 'Roles Anywhere profile';

/** Stands for no session policy on a profile that had one: the service cannot take one away (fact sheet, API-07). */
const ALLOW_ALL = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}';

/** Makes a Roles Anywhere profile, enabled and tagged. */
export function creation({specification, known: {roleArn}}: PlanContext): Change {
	const {name, durationSeconds, sessionPolicy} = awsGoalOf(specification).rolesAnywhereProfile;
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
			return {known: {...known, rolesAnywhereProfileArn: profile.arn}, facts: profileFacts(profile)};
		},
	};
}

/** Gives a Roles Anywhere profile of this set-up what it should have. */
export function replacement(
	profile: RolesAnywhereProfileDetail,
	details: readonly Detail[],
	{specification}: PlanContext,
): Change {
	const wanted = awsGoalOf(specification).rolesAnywhereProfile;
	const sessionPolicy = wanted.sessionPolicy ?? (profile.sessionPolicy === undefined ? undefined : ALLOW_ALL);
	return {
		kind: KIND,
		name: profile.name,
		action: 'update',
		details,
		calls: ['rolesanywhere:UpdateProfile'],
		files: [],
		before: profileFacts(profile),
		goal: known => ({
			arn: profile.arn,
			roles: must(known, 'roleArn'),
			sessionPolicy: sessionPolicy ?? '',
			durationSeconds: String(wanted.durationSeconds),
		}),
		async apply(writer, known) {
			const input = inputOf(specification, must(known, 'roleArn'));
			const updated = await writer.rolesAnywhere.updateProfile(profile.id, {
				...input,
				...(sessionPolicy !== undefined && {sessionPolicy}),
			});
			return {known: {...known, rolesAnywhereProfileArn: updated.arn}, facts: profileFacts(updated)};
		},
	};
}

/** Enables a Roles Anywhere profile. */
export function enabling(profile: RolesAnywhereProfileDetail): Change {
	return {
		kind: KIND,
		name: profile.name,
		action: 'update',
		details: [{what: 'enabled', before: 'no', after: 'yes'}],
		calls: ['rolesanywhere:EnableProfile'],
		files: [],
		before: profileFacts(profile),
		goal: () => ({arn: profile.arn, enabled: 'yes'}),
		async apply(writer, known) {
			const updated = await enabled(profile, writer);
			return {known: {...known, rolesAnywhereProfileArn: updated.arn}, facts: profileFacts(updated)};
		},
	};
}

/** In what a Roles Anywhere profile is not as it should be. */
export function differencesOf(
	profile: RolesAnywhereProfileDetail,
	{specification, known}: PlanContext,
): readonly Detail[] {
	const {durationSeconds, sessionPolicy = ALLOW_ALL} = awsGoalOf(specification).rolesAnywhereProfile;
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

/** How a Roles Anywhere profile is now, for the journal. */
export function profileFacts({arn, roleArns, sessionPolicy, durationSeconds}: RolesAnywhereProfileDetail): Facts {
	return {
		arn,
		roles: roleArns.join(' '),
		sessionPolicy: sessionPolicy ?? '',
		durationSeconds: String(durationSeconds),
	};
}

/** True when a Roles Anywhere profile is as the journal has it. */
export function isAs(profile: RolesAnywhereProfileDetail, facts: Facts): boolean {
	const now = profileFacts(profile);
	return (
		now['roles'] === facts['roles'] &&
		now['durationSeconds'] === facts['durationSeconds'] &&
		isSamePolicy(now['sessionPolicy'] ?? '', facts['sessionPolicy'] ?? '')
	);
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

function inputOf(specification: Specification, roleArn: string): RolesAnywhereProfileInput {
	const {name, durationSeconds, sessionPolicy} = awsGoalOf(specification).rolesAnywhereProfile;
	return {name, roleArns: [roleArn], durationSeconds, ...(sessionPolicy !== undefined && {sessionPolicy})};
}
