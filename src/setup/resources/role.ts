import type {RoleDetail} from '../../aws/iam.ts';
import {printable} from '../../printable.ts';
import {conflict} from '../known.ts';
import {isSamePolicy} from '../policy-json.ts';
import {defineResource, gone, keep, type PlanContext, type ResourcePlan} from '../resource.ts';
import {creation, durationChange, roleFacts, trustReplacement} from '../role-changes.ts';
import {extension, hasStatement, planTakingBack, statementFor} from '../role-statement.ts';
import {awsGoalOf, type RoleGoal} from '../specification.ts';
import {isOwn} from '../tags.ts';
import {trustGoalOf, wantedTrust} from '../trust.ts';

const KIND = 'role';

export default defineResource({
	kind: KIND,

	async plan(context) {
		const {aws} = context.specification;
		if (!aws) {
			return {};
		}

		const {role} = aws;
		const found = await context.reader.iam.findRole(role.name);
		return role.source === 'new' ? planNew(role, found, context) : planExisting(role, found, context);
	},

	async recover(intent, {reader, journal}) {
		const role = await reader.iam.findRole(intent.name);
		if (intent.action === 'create') {
			return role && isOwn(role.tags, journal) ? roleFacts(role) : undefined;
		}

		if (intent.goal['sid'] !== undefined) {
			return role && hasStatement(role, intent.goal) ? intent.goal : undefined;
		}

		const isDone =
			role &&
			isSamePolicy(role.trustPolicy, intent.goal['trustPolicy'] ?? role.trustPolicy) &&
			String(role.maxSessionDuration) === (intent.goal['maxSessionDuration'] ?? String(role.maxSessionDuration));
		return isDone ? roleFacts(role) : undefined;
	},

	async planUndo({name, isMade, after}, {reader, journal}) {
		const role = await reader.iam.findRole(name);
		if (!role) {
			return gone();
		}

		if (!isMade) {
			return planTakingBack(role, after);
		}

		if (!isOwn(role.tags, journal)) {
			return keep('another role has taken its name');
		}

		if (!isSamePolicy(role.trustPolicy, after['trustPolicy'] ?? '')) {
			return keep('its trust policy was changed since');
		}

		const foreign = await foreignPolicies(name, {reader, journal});
		if (foreign.length > 0) {
			return keep(`it has policies that this set-up did not give it: ${foreign.map(printable).join(', ')}`);
		}

		return {
			action: 'delete',
			note: role.arn,
			calls: ['iam:DeleteRole'],
			async apply(writer) {
				await writer.iam.deleteRole(name);
			},
		};
	},
});

function planNew(
	role: RoleGoal & {readonly source: 'new'},
	found: RoleDetail | undefined,
	context: PlanContext,
): ResourcePlan {
	const {reader, journal, known, specification} = context;
	if (!found) {
		// IAM makes the ARN of a role without a path from its name, so what depends on it need not wait.
		const roleArn = `arn:${reader.partition}:iam::${reader.accountId}:role/${role.name}`;
		return {
			changes: [creation(role, context)],
			known: {...known, roleArn},
			warnings: wantedTrust(trustGoalOf(specification), known, reader).warnings,
		};
	}

	if (!isOwn(found.tags, journal)) {
		throw conflict(
			`There is a role ${printable(role.name)} already, which this set-up did not make: ${found.arn}`,
			'Choose another name with --role-name',
			`Extend that role’s trust policy: --role-source existing --role-arn ${found.arn}`,
		);
	}

	const trust = wantedTrust(trustGoalOf(specification), known, reader);
	const changes = [
		...(trust.policy !== undefined && isSamePolicy(found.trustPolicy, trust.policy)
			? []
			: [trustReplacement(found, context)]),
		...(found.maxSessionDuration === role.maxSessionDuration ? [] : [durationChange(found, role.maxSessionDuration)]),
	];
	return {
		changes,
		unchanged: changes.length === 0 ? [{kind: KIND, name: role.name, note: 'already there'}] : [],
		known: {...known, roleArn: found.arn},
		warnings: trust.warnings,
	};
}

function planExisting(
	role: RoleGoal & {readonly source: 'existing'},
	found: RoleDetail | undefined,
	context: PlanContext,
): ResourcePlan {
	const {known, specification, reader} = context;
	if (found?.arn !== role.arn) {
		throw conflict(
			`There is no role ${role.arn} in the account ${reader.accountId}.`,
			'Check the ARN, its path included, and the account of the credentials that administer it',
		);
	}

	const trust = wantedTrust(trustGoalOf(specification), known, reader);
	const wanted = trust.policy === undefined ? undefined : statementFor(specification.name, trust.policy);
	const isThere = wanted !== undefined && hasStatement(found, {sid: wanted.sid, statement: wanted.text});
	return {
		changes: isThere ? [] : [extension(found, context)],
		unchanged: isThere ? [{kind: KIND, name: role.name, note: `trusts this already: ${found.arn}`}] : [],
		known: {...known, roleArn: found.arn},
		warnings: [
			...trust.warnings,
			...(found.maxSessionDuration < awsGoalOf(specification).rolesAnywhereProfile.durationSeconds
				? [`The role allows sessions of ${found.maxSessionDuration} seconds at most, so longer ones will be refused.`]
				: []),
		],
	};
}

/** Policies that destroying leaves on the role, so that IAM would not let it go. */
async function foreignPolicies(
	name: string,
	{reader, journal}: Pick<PlanContext, 'reader' | 'journal'>,
): Promise<readonly string[]> {
	const ours = new Map(
		journal.standing.flatMap(({isMade, after: {policy, document}}) =>
			isMade && policy !== undefined ? [[policy, document]] : [],
		),
	);
	const foreign: string[] = [];
	for (const policy of await reader.iam.listRolePolicies(name)) {
		const document = ours.get(policy);
		if (
			document === undefined ||
			!isSamePolicy((await reader.iam.findRolePolicy(name, policy)) ?? document, document)
		) {
			foreign.push(policy);
		}
	}

	const attached = await reader.iam.listAttachedPolicies(name);
	return [...foreign, ...attached.filter(policy => !ours.has(policy))];
}
