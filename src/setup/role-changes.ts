import type {RoleDetail} from '../aws/iam.ts';
import {printable} from '../printable.ts';
import type {Change, Detail} from './change.ts';
import type {Facts} from './journal.ts';
import {type Known, must} from './known.ts';
import {canonicalPolicy} from './policy-json.ts';
import type {PlanContext} from './resource.ts';
import type {RoleGoal, Specification} from './specification.ts';
import {trustGoalOf, wantedTrust} from './trust.ts';

const KIND = 'role';

/** Makes a role that trusts the trust anchor. */
export function creation(
	{name, maxSessionDuration}: RoleGoal & {readonly source: 'new'},
	context: PlanContext,
): Change {
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
				facts: roleFacts({...role, trustPolicy, maxSessionDuration}),
			};
		},
	};
}

/** Gives a role of this set-up the trust policy that it should have. */
export function trustReplacement(role: RoleDetail, context: PlanContext): Change {
	const {specification, reader} = context;
	return {
		kind: KIND,
		name: role.name,
		action: 'update',
		details: [{...trustDetail(context), before: printable(canonicalPolicy(role.trustPolicy))}],
		calls: ['iam:UpdateAssumeRolePolicy'],
		files: [],
		before: roleFacts(role),
		goal: known => ({trustPolicy: policyNow(specification, known, reader)}),
		async apply(writer, known) {
			const trustPolicy = policyNow(specification, known, reader);
			await writer.iam.updateTrustPolicy(role.name, trustPolicy);
			return {known: {...known, roleArn: role.arn}, facts: {arn: role.arn, trustPolicy}};
		},
	};
}

/** Lets sessions of a role of this set-up last as long as they should. */
export function durationChange(role: RoleDetail, maxSessionDuration: number): Change {
	return {
		kind: KIND,
		name: role.name,
		action: 'update',
		details: [{what: 'longest session', before: `${role.maxSessionDuration} s`, after: `${maxSessionDuration} s`}],
		calls: ['iam:UpdateRole'],
		files: [],
		before: roleFacts(role),
		goal: () => ({maxSessionDuration: String(maxSessionDuration)}),
		async apply(writer, known) {
			await writer.iam.updateMaxSessionDuration(role.name, maxSessionDuration);
			return {
				known: {...known, roleArn: role.arn},
				facts: {arn: role.arn, maxSessionDuration: String(maxSessionDuration)},
			};
		},
	};
}

/** The trust policy, at a moment when the trust anchor is known. */
export function policyNow(
	specification: Specification,
	known: Known,
	reader: Pick<PlanContext['reader'], 'accountId'>,
): string {
	must(known, 'trustAnchorArn');
	return wantedTrust(trustGoalOf(specification), known, reader).shown;
}

/** How a role is now, for the journal. */
export function roleFacts({arn, trustPolicy, maxSessionDuration}: RoleDetail): Facts {
	return {arn, trustPolicy, maxSessionDuration: String(maxSessionDuration)};
}

function trustDetail({specification, known, reader}: PlanContext): Detail {
	return {
		what: 'trust policy',
		after: printable(canonicalPolicy(wantedTrust(trustGoalOf(specification), known, reader).shown)),
	};
}
