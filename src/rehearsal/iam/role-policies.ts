import {ServiceRefusal} from '../reply.ts';
import {structure, text} from '../shape.ts';
import type {StoredRole} from '../state.ts';
import {partitionIn} from '../store.ts';
import {arn, paging, policyDocument, policyName, roleName} from './members.ts';
import {
	defineIamOperation,
	limitExceeded,
	noSuchEntity,
	type RunnableIamOperation,
	requireRole,
	withRole,
} from './operation.ts';
import {pageOf} from './page.ts';
import {countedLength, encodePolicy, requirePolicy} from './policy-document.ts';

/** Characters of all inline policies of one role together. */
const MAXIMUM_INLINE = 10_240;
const MAXIMUM_ATTACHED = 10;

const inline = structure({RoleName: roleName, PolicyName: policyName}, {});
const attached = structure({RoleName: roleName, PolicyArn: arn}, {});

/** The actions on the policies of roles. Of managed policies only AWS's own exist here, and any of theirs does. */
export const rolePolicyOperations: readonly RunnableIamOperation[] = [
	defineIamOperation({
		name: 'PutRolePolicy',
		input: structure({RoleName: roleName, PolicyName: policyName, PolicyDocument: policyDocument}, {}),
		run({RoleName: role, PolicyName: name, PolicyDocument: document}, state) {
			const before = requireRole(state, role);
			const others = before.inlinePolicies.filter(policy => policy.name !== name);
			const inlinePolicies = [...others, {name, document: requirePolicy(document, 'permissions')}];
			const length = inlinePolicies.reduce((sum, policy) => sum + countedLength(policy.document), 0);
			if (length > MAXIMUM_INLINE) {
				throw limitExceeded(`Maximum policy size of ${MAXIMUM_INLINE} bytes exceeded for role ${role}`);
			}

			return withRole(state, {...before, inlinePolicies});
		},
	}),
	defineIamOperation({
		name: 'GetRolePolicy',
		input: inline,
		run({RoleName: role, PolicyName: name}, state) {
			const {document} = requireInline(requireRole(state, role), name);
			return {value: {RoleName: role, PolicyName: name, PolicyDocument: encodePolicy(document)}};
		},
	}),
	defineIamOperation({
		name: 'ListRolePolicies',
		input: structure({RoleName: roleName}, paging),
		run({RoleName: role, ...asked}, state) {
			const {items, rest} = pageOf(requireRole(state, role).inlinePolicies, asked, ({name}) => name);
			return {value: {PolicyNames: items.map(({name}) => name), ...rest}};
		},
	}),
	defineIamOperation({
		name: 'DeleteRolePolicy',
		input: inline,
		run({RoleName: role, PolicyName: name}, state) {
			const before = requireRole(state, role);
			const gone = requireInline(before, name);
			return withRole(state, {...before, inlinePolicies: before.inlinePolicies.filter(policy => policy !== gone)});
		},
	}),
	defineIamOperation({
		name: 'AttachRolePolicy',
		input: attached,
		run({RoleName: role, PolicyArn: policy}, state) {
			const before = requireRole(state, role);
			if (!isAwsManaged(policy, partitionIn(state))) {
				throw noSuchEntity(`Policy ${policy} does not exist or is not attachable.`);
			}

			const attachedPolicyArns = [...new Set([...before.attachedPolicyArns, policy])];
			if (attachedPolicyArns.length > MAXIMUM_ATTACHED) {
				throw limitExceeded(`Cannot exceed quota for PoliciesPerRole: ${MAXIMUM_ATTACHED}`);
			}

			return withRole(state, {...before, attachedPolicyArns});
		},
	}),
	defineIamOperation({
		name: 'DetachRolePolicy',
		input: attached,
		run({RoleName: role, PolicyArn: policy}, state) {
			const before = requireRole(state, role);
			if (!before.attachedPolicyArns.includes(policy)) {
				throw noSuchEntity(`Policy ${policy} was not found.`);
			}

			const attachedPolicyArns = before.attachedPolicyArns.filter(candidate => candidate !== policy);
			return withRole(state, {...before, attachedPolicyArns});
		},
	}),
	defineIamOperation({
		name: 'ListAttachedRolePolicies',
		input: structure({RoleName: roleName}, {...paging, PathPrefix: text({min: 1, max: 512})}),
		run({RoleName: role, PathPrefix: prefix = '/', ...asked}, state) {
			const policies = requireRole(state, role).attachedPolicyArns.filter(policy => pathOf(policy).startsWith(prefix));
			const {items, rest} = pageOf(policies, asked, policy => policy);
			return {
				value: {
					AttachedPolicies: items.map(policy => ({
						PolicyName: policy.slice(policy.lastIndexOf('/') + 1),
						PolicyArn: policy,
					})),
					...rest,
				},
			};
		},
	}),
];

function requireInline({inlinePolicies}: StoredRole, name: string): StoredRole['inlinePolicies'][number] {
	const found = inlinePolicies.find(policy => policy.name === name);
	if (!found) {
		throw noSuchEntity(`The role policy with name ${name} cannot be found.`);
	}

	return found;
}

/** @throws {ServiceRefusal} `InvalidInput` for what is no ARN of a policy. */
function isAwsManaged(policy: string, partition: string): boolean {
	const [, inPartition, account] =
		/^arn:([a-z-]+):iam::(aws|\d{12}):policy\/(?:[\x21-\x7e]+\/)?[\w+=,.@-]{1,128}$/.exec(policy) ?? [];
	if (inPartition === undefined) {
		throw new ServiceRefusal(400, 'InvalidInput', `ARN ${policy} is not valid.`);
	}

	return account === 'aws' && inPartition === partition;
}

/** `/` or `/path/`, as it stands in the ARN. */
function pathOf(policy: string): string {
	return policy.slice(policy.indexOf('/'), policy.lastIndexOf('/') + 1);
}
