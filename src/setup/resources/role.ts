import type {RoleDetail} from '../../aws/iam.ts';
import {printable} from '../../printable.ts';
import type {Change, Detail} from '../change.ts';
import type {Facts} from '../journal.ts';
import {conflict, must} from '../known.ts';
import {canonicalPolicy, isSamePolicy, statementsOf, withStatements} from '../policy-json.ts';
import {defineResource, gone, keep, type PlanContext, type ResourcePlan} from '../resource.ts';
import type {RoleGoal} from '../specification.ts';
import {isOwn} from '../tags.ts';
import {markedStatement, wantedTrust} from '../trust.ts';

const KIND = 'role';

export default defineResource({
	kind: KIND,

	async plan(context) {
		const {role} = context.specification;
		const found = await context.reader.iam.findRole(role.name);
		return role.source === 'new' ? planNew(role, found, context) : planExisting(role, found, context);
	},

	async recover(intent, {reader, journal}) {
		const role = await reader.iam.findRole(intent.name);
		if (intent.action === 'create') {
			return role && isOwn(role.tags, journal) ? factsOf(role) : undefined;
		}

		if (intent.goal['sid'] !== undefined) {
			return role && hasStatement(role, intent.goal) ? intent.goal : undefined;
		}

		const isDone =
			role &&
			isSamePolicy(role.trustPolicy, intent.goal['trustPolicy'] ?? role.trustPolicy) &&
			String(role.maxSessionDuration) === (intent.goal['maxSessionDuration'] ?? String(role.maxSessionDuration));
		return isDone ? factsOf(role) : undefined;
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
		return {changes: [creation(role, context)], warnings: wantedTrust(specification, known, reader).warnings};
	}

	if (!isOwn(found.tags, journal)) {
		throw conflict(
			`There is a role ${printable(role.name)} already, which this set-up did not make: ${found.arn}`,
			'Choose another name with --role-name',
			`Or extend that role’s trust policy: --role-source existing --role-arn ${found.arn}`,
		);
	}

	const trust = wantedTrust(specification, known, reader);
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

	const trust = wantedTrust(specification, known, reader);
	const sid = sidOf(specification.name);
	const isThere = trust.policy !== undefined && hasStatement(found, {statement: statementText(trust.policy, sid), sid});
	return {
		changes: isThere ? [] : [extension(found, sid, context)],
		unchanged: isThere ? [{kind: KIND, name: role.name, note: `trusts this already: ${found.arn}`}] : [],
		known: {...known, roleArn: found.arn},
		warnings: [
			...trust.warnings,
			...(found.maxSessionDuration < specification.rolesAnywhereProfile.durationSeconds
				? [`The role allows sessions of ${found.maxSessionDuration} seconds at most, so longer ones will be refused.`]
				: []),
		],
	};
}

function creation({name, maxSessionDuration}: RoleGoal & {readonly source: 'new'}, context: PlanContext): Change {
	const {specification, reader} = context;
	return {
		kind: KIND,
		name,
		action: 'create',
		details: [trustDetail(context), {what: 'longest session', after: `${maxSessionDuration} s`}],
		calls: ['iam:CreateRole'],
		files: [],
		goal: () => ({}),
		async apply(writer, known) {
			const trustPolicy = policyNow(specification, known, reader);
			const description = `Made by anchorsmith for the set-up ${specification.name}.`;
			const role = await writer.iam.createRole({name, trustPolicy, maxSessionDuration, description}, writer.tags);
			return {
				known: {...known, roleArn: role.arn},
				facts: factsOf({...role, trustPolicy, maxSessionDuration}),
			};
		},
	};
}

function trustReplacement(role: RoleDetail, context: PlanContext): Change {
	const {specification, reader} = context;
	return {
		kind: KIND,
		name: role.name,
		action: 'update',
		details: [{...trustDetail(context), before: printable(canonicalPolicy(role.trustPolicy))}],
		calls: ['iam:UpdateAssumeRolePolicy'],
		files: [],
		before: factsOf(role),
		goal: known => ({trustPolicy: policyNow(specification, known, reader)}),
		async apply(writer, known) {
			const trustPolicy = policyNow(specification, known, reader);
			await writer.iam.updateTrustPolicy(role.name, trustPolicy);
			return {known: {...known, roleArn: role.arn}, facts: factsOf({...role, trustPolicy})};
		},
	};
}

function durationChange(role: RoleDetail, maxSessionDuration: number): Change {
	return {
		kind: KIND,
		name: role.name,
		action: 'update',
		details: [{what: 'longest session', before: `${role.maxSessionDuration} s`, after: `${maxSessionDuration} s`}],
		calls: ['iam:UpdateRole'],
		files: [],
		before: factsOf(role),
		goal: () => ({maxSessionDuration: String(maxSessionDuration)}),
		async apply(writer, known) {
			await writer.iam.updateMaxSessionDuration(role.name, maxSessionDuration);
			return {known: {...known, roleArn: role.arn}, facts: factsOf({...role, maxSessionDuration})};
		},
	};
}

/** Adds a statement to somebody's trust policy, or brings the one that is there up to date; all others stay. */
function extension(role: RoleDetail, sid: string, context: PlanContext): Change {
	const {specification, reader, known: knownNow} = context;
	const trust = wantedTrust(specification, knownNow, reader);
	return {
		kind: KIND,
		name: role.name,
		action: 'update',
		details: [{what: 'trust policy, added statement', before: 'without', after: statementText(trust.shown, sid)}],
		calls: ['iam:UpdateAssumeRolePolicy'],
		files: [],
		before: factsOf(role),
		goal: known => ({arn: role.arn, sid, statement: statementText(policyNow(specification, known, reader), sid)}),
		async apply(writer, known) {
			const statement = markedStatement(policyNow(specification, known, reader), sid);
			const others = statementsOf(role.trustPolicy).filter(other => sidIn(other) !== sid);
			await writer.iam.updateTrustPolicy(role.name, withStatements(role.trustPolicy, [...others, statement]));
			return {
				known: {...known, roleArn: role.arn},
				facts: {arn: role.arn, sid, statement: JSON.stringify(statement)},
			};
		},
	};
}

function planTakingBack(role: RoleDetail, after: Facts) {
	const sid = after['sid'] ?? '';
	const statements = statementsOf(role.trustPolicy);
	const others = statements.filter(statement => sidIn(statement) !== sid);
	if (others.length === statements.length) {
		return gone('its trust policy holds nothing of this set-up any more');
	}

	if (!hasStatement(role, after)) {
		return keep(`the statement ${sid} of its trust policy was changed since`);
	}

	if (others.length === 0) {
		return keep('its trust policy holds nothing but the statement of this set-up, and cannot be empty');
	}

	return {
		action: 'restore' as const,
		note: `without the statement ${sid} in the trust policy of ${role.arn}`,
		calls: ['iam:UpdateAssumeRolePolicy'],
		async apply(writer: Parameters<Change['apply']>[0]) {
			await writer.iam.updateTrustPolicy(role.name, withStatements(role.trustPolicy, others));
		},
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

function trustDetail({specification, known, reader}: PlanContext): Detail {
	return {what: 'trust policy', after: printable(canonicalPolicy(wantedTrust(specification, known, reader).shown))};
}

function policyNow(...[specification, known, reader]: Parameters<typeof wantedTrust>): string {
	must(known, 'trustAnchorArn');
	return wantedTrust(specification, known, reader).shown;
}

/** A statement's mark takes letters and digits alone. */
function sidOf(setup: string): string {
	return `Anchorsmith${setup.replace(/[^A-Za-z0-9]/g, '')}`;
}

function sidIn(statement: unknown): string | undefined {
	return typeof statement === 'object' && statement !== null && 'Sid' in statement && typeof statement.Sid === 'string'
		? statement.Sid
		: undefined;
}

function statementText(policy: string, sid: string): string {
	return JSON.stringify(markedStatement(policy, sid));
}

function hasStatement({trustPolicy}: RoleDetail, {statement = '', sid}: Facts): boolean {
	return statementsOf(trustPolicy).some(
		other => sidIn(other) === sid && isSamePolicy(JSON.stringify(other), statement),
	);
}

function factsOf({arn, trustPolicy, maxSessionDuration}: RoleDetail): Facts {
	return {arn, trustPolicy, maxSessionDuration: String(maxSessionDuration)};
}
