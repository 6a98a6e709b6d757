import {ServiceRefusal} from '../reply.ts';
import {structure, text, type ValueOf} from '../shape.ts';
import type {RehearsalState, StoredRole} from '../state.ts';
import {type Change, newIdSuffix, roleArn, type World} from '../store.ts';
import type {XmlValue} from '../xml.ts';
import {arn, description, maxSessionDuration, paging, policyDocument, roleName, tags} from './members.ts';
import {defineIamOperation, limitExceeded, type RunnableIamOperation, requireRole, withRole} from './operation.ts';
import {pageOf} from './page.ts';
import {countedLength, encodePolicy, requirePolicy} from './policy-document.ts';
import {toStored} from './role-tags.ts';

const MAXIMUM_ROLES = 1000;
/** Characters of a trust policy (fact sheet, IAM-10). */
const MAXIMUM_TRUST_POLICY = 2048;

const createRequest = structure(
	{RoleName: roleName, AssumeRolePolicyDocument: policyDocument},
	{
		Path: text({min: 1, max: 512, pattern: /\/|\/[\u0021-\u007E]+\//}),
		Description: description,
		MaxSessionDuration: maxSessionDuration,
		PermissionsBoundary: arn,
		Tags: tags,
	},
);

const byName = structure({RoleName: roleName}, {});

/** The actions on roles themselves. */
export const roleOperations: readonly RunnableIamOperation[] = [
	defineIamOperation({name: 'CreateRole', input: createRequest, run: createRole}),
	defineIamOperation({
		name: 'GetRole',
		input: byName,
		run: ({RoleName: name}, state) => ({
			value: {Role: {...detailOf(state, requireRole(state, name)), RoleLastUsed: {}}},
		}),
	}),
	defineIamOperation({
		name: 'ListRoles',
		input: structure({}, {...paging, PathPrefix: text({min: 1, max: 512, pattern: /\/[\u0021-\u007F]*/})}),
		run({PathPrefix: prefix = '/', ...asked}, state) {
			const matching = state.roles.filter(({path}) => path.startsWith(prefix));
			const {items, rest} = pageOf(matching, asked, ({name}) => name);
			return {value: {Roles: items.map(role => ({...detailOf(state, role), Tags: undefined})), ...rest}};
		},
	}),
	defineIamOperation({
		name: 'UpdateRole',
		input: structure({RoleName: roleName}, {Description: description, MaxSessionDuration: maxSessionDuration}),
		run({RoleName: name, Description: text, MaxSessionDuration: seconds}, state) {
			const before = requireRole(state, name);
			const after = {
				...before,
				...(text !== undefined && {description: text}),
				...(seconds !== undefined && {maxSessionDuration: seconds}),
			};
			return {...withRole(state, after), value: {}};
		},
	}),
	defineIamOperation({
		name: 'UpdateAssumeRolePolicy',
		input: structure({RoleName: roleName, PolicyDocument: policyDocument}, {}),
		run: ({RoleName: name, PolicyDocument: document}, state) =>
			withRole(state, {...requireRole(state, name), trustPolicy: requireTrustPolicy(document)}),
	}),
	defineIamOperation({name: 'DeleteRole', input: byName, run: deleteRole}),
	defineIamOperation({
		name: 'ListInstanceProfilesForRole',
		input: structure({RoleName: roleName}, paging),
		run({RoleName: name}, state) {
			requireRole(state, name);
			return {value: {InstanceProfiles: [], IsTruncated: false}};
		},
	}),
];

function createRole(
	input: ValueOf<typeof createRequest>,
	state: RehearsalState,
	{now, randomBytes}: World,
): Change<XmlValue> {
	const name = input.RoleName;
	if (state.roles.some(role => role.name.toLowerCase() === name.toLowerCase())) {
		throw new ServiceRefusal(409, 'EntityAlreadyExists', `Role with name ${name} already exists.`);
	}

	if (state.roles.length >= MAXIMUM_ROLES) {
		throw limitExceeded(`Cannot exceed quota for RolesPerAccount: ${MAXIMUM_ROLES}`);
	}

	const made: StoredRole = {
		id: `AROA${newIdSuffix(randomBytes)}`,
		sequence: state.sequence + 1,
		createdAt: now.toISOString(),
		name,
		path: input.Path ?? '/',
		trustPolicy: requireTrustPolicy(input.AssumeRolePolicyDocument),
		maxSessionDuration: input.MaxSessionDuration ?? 3600,
		tags: toStored(input.Tags ?? []),
		inlinePolicies: [],
		attachedPolicyArns: [],
		...(input.Description !== undefined && {description: input.Description}),
		...(input.PermissionsBoundary !== undefined && {permissionsBoundary: input.PermissionsBoundary}),
	};
	return {
		state: {...state, sequence: made.sequence, roles: [...state.roles, made]},
		value: {Role: detailOf(state, made)},
	};
}

function deleteRole({RoleName: name}: ValueOf<typeof byName>, state: RehearsalState): Change<undefined> {
	const gone = requireRole(state, name);
	if (gone.inlinePolicies.length > 0) {
		throw new ServiceRefusal(409, 'DeleteConflict', 'Cannot delete entity, must delete policies first.');
	}

	if (gone.attachedPolicyArns.length > 0) {
		throw new ServiceRefusal(409, 'DeleteConflict', 'Cannot delete entity, must detach all policies first.');
	}

	return {state: {...state, roles: state.roles.filter(({id}) => id !== gone.id)}, value: undefined};
}

function requireTrustPolicy(document: string): string {
	const length = countedLength(requirePolicy(document, 'trust'));
	if (length > MAXIMUM_TRUST_POLICY) {
		throw limitExceeded(`Cannot exceed quota for ACLSizePerRole: ${MAXIMUM_TRUST_POLICY}`);
	}

	return document;
}

function detailOf(state: RehearsalState, role: StoredRole): Record<string, XmlValue | undefined> {
	return {
		Path: role.path,
		RoleName: role.name,
		RoleId: role.id,
		Arn: roleArn(state, role.path, role.name),
		CreateDate: role.createdAt.replace(/\.\d+Z$/, 'Z'),
		AssumeRolePolicyDocument: encodePolicy(role.trustPolicy),
		Description: role.description,
		MaxSessionDuration: role.maxSessionDuration,
		PermissionsBoundary:
			role.permissionsBoundary === undefined
				? undefined
				: {PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: role.permissionsBoundary},
		Tags: role.tags.length === 0 ? undefined : role.tags.map(({key, value}) => ({Key: key, Value: value})),
	};
}
