import {DEFAULT_MAPPINGS} from '../../decide/identity.ts';
import type {JsonValue} from '../reply.ts';
import {integer, list, structure, text, toggle} from '../shape.ts';
import type {RehearsalState, StoredProfile} from '../state.ts';
import {type Change, resourceArn, type World} from '../store.ts';
import {listRequest, resourceName, roleArnMember, tags, uuid} from './members.ts';
import {defineOperation, invalid, type RunnableOperation} from './operation.ts';
import {mergeTags, newResource, pageOf, requireRecord, withoutRecord, withRecord} from './records.ts';

/** Quota per region and account (fact sheet, section 4.3). */
const MAXIMUM = 250;
/** What the guide and STS allow; the model's 50 would only fail later (fact sheet, API-06). */
const MAXIMUM_MANAGED_POLICIES = 10;

const byId = structure({profileId: uuid}, {});
const settings = {
	roleArns: list(roleArnMember, {max: 250}),
	managedPolicyArns: list(text({min: 1, max: 200}), {max: MAXIMUM_MANAGED_POLICIES}),
	durationSeconds: integer({min: 900, max: 43_200}),
	acceptRoleSessionName: toggle,
};

/** The operations on Roles Anywhere profiles. */
export const profileOperations: readonly RunnableOperation[] = [
	defineOperation({
		name: 'CreateProfile',
		method: 'POST',
		path: '/profiles',
		status: 201,
		input: structure(
			{name: resourceName, roleArns: settings.roleArns},
			{...settings, sessionPolicy: text(), enabled: toggle, tags, requireInstanceProperties: toggle},
		),
		run: create,
	}),
	defineOperation({
		name: 'GetProfile',
		method: 'GET',
		path: '/profile/{profileId}',
		input: byId,
		run: ({profileId}, state) => ({value: shown(state, requireProfile(state, profileId))}),
	}),
	defineOperation({
		name: 'UpdateProfile',
		method: 'PATCH',
		path: '/profile/{profileId}',
		input: structure(
			{profileId: uuid},
			{...settings, name: resourceName, sessionPolicy: text({min: 1, max: 100_000, isSensitive: true})},
		),
		run: ({profileId, ...changes}, state, world) =>
			keepProfile(state, {...requireProfile(state, profileId), ...changes}, world),
	}),
	enabling('EnableProfile', 'enable', true),
	enabling('DisableProfile', 'disable', false),
	defineOperation({
		name: 'DeleteProfile',
		method: 'DELETE',
		path: '/profile/{profileId}',
		input: byId,
		run({profileId}, state) {
			const gone = requireProfile(state, profileId);
			return {state: {...state, profiles: withoutRecord(state.profiles, gone)}, value: shown(state, gone)};
		},
	}),
	defineOperation({
		name: 'ListProfiles',
		method: 'GET',
		path: '/profiles',
		input: listRequest,
		run(input, state) {
			const {records, nextToken} = pageOf(state.profiles, input, 'profiles');
			return {value: {profiles: records.map(record => detailOf(state, record)), nextToken}};
		},
	}),
];

/**
 * The profile with this id.
 *
 * @throws {ServiceRefusal} `ResourceNotFoundException`.
 */
export function requireProfile(state: RehearsalState, id: string): StoredProfile {
	return requireRecord(state.profiles, id, 'Profile');
}

/** Keeps a changed profile and answers with it. */
export function keepProfile(state: RehearsalState, changed: StoredProfile, {now}: World): Change<JsonValue> {
	const newer = {...changed, updatedAt: now.toISOString()};
	return {state: {...state, profiles: withRecord(state.profiles, newer)}, value: shown(state, newer)};
}

interface Creation extends Partial<Omit<StoredProfile, 'name' | 'roleArns'>> {
	readonly name: string;
	readonly roleArns: readonly string[];
}

function create(input: Creation, state: RehearsalState, world: World): Change<JsonValue> {
	if (state.profiles.length >= MAXIMUM) {
		throw invalid(`Error creating Profile. The limit of ${MAXIMUM} profiles is reached.`);
	}

	const made: StoredProfile = {
		...newResource(state, world),
		name: input.name,
		enabled: input.enabled ?? false,
		tags: mergeTags([], input.tags ?? []),
		roleArns: input.roleArns,
		managedPolicyArns: input.managedPolicyArns ?? [],
		durationSeconds: input.durationSeconds ?? 3600,
		acceptRoleSessionName: input.acceptRoleSessionName ?? false,
		requireInstanceProperties: input.requireInstanceProperties ?? false,
		attributeMappings: DEFAULT_MAPPINGS,
		...(input.sessionPolicy !== undefined && {sessionPolicy: input.sessionPolicy}),
	};
	return {
		state: {...state, sequence: made.sequence, profiles: [...state.profiles, made]},
		value: shown(state, made),
	};
}

function enabling(name: string, verb: string, enabled: boolean): RunnableOperation {
	return defineOperation({
		name,
		method: 'POST',
		path: `/profile/{profileId}/${verb}`,
		input: byId,
		run: ({profileId}, state, world) => keepProfile(state, {...requireProfile(state, profileId), enabled}, world),
	});
}

function shown(state: RehearsalState, record: StoredProfile): JsonValue {
	return {profile: detailOf(state, record)};
}

function detailOf(state: RehearsalState, record: StoredProfile): JsonValue {
	return {
		profileId: record.id,
		profileArn: resourceArn(state, 'profile', record.id),
		name: record.name,
		requireInstanceProperties: record.requireInstanceProperties,
		enabled: record.enabled,
		createdBy: state.accountId,
		sessionPolicy: record.sessionPolicy,
		roleArns: record.roleArns,
		managedPolicyArns: record.managedPolicyArns,
		createdAt: record.createdAt,
		updatedAt: record.updatedAt,
		durationSeconds: record.durationSeconds,
		acceptRoleSessionName: record.acceptRoleSessionName,
		attributeMappings: record.attributeMappings.map(({certificateField, specifiers}) => ({
			certificateField,
			mappingRules: specifiers.map(specifier => ({specifier})),
		})),
	};
}
