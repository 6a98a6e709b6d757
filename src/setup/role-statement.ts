import {createHash} from 'node:crypto';
import type {RoleDetail} from '../aws/iam.ts';
import type {Change} from './change.ts';
import type {Facts} from './journal.ts';
import type {Known} from './known.ts';
import {canonicalPolicy, isSamePolicy, parsePolicy, statementsOf, withStatements} from './policy-json.ts';
import {gone, keep, type PlanContext, type Undo} from './resource.ts';
import {policyNow, roleFacts} from './role-changes.ts';
import {trustGoalOf, wantedTrust} from './trust.ts';

const KIND = 'role';

/** Adds a statement to somebody's trust policy, or brings the one that is there up to date; all others stay. */
export function extension(role: RoleDetail, context: PlanContext): Change {
	const {specification, reader, journal, known: knownNow} = context;
	const {name} = specification;
	const earlier = journal.find(KIND, role.name)?.after['sid'];
	const trust = wantedTrust(trustGoalOf(specification), knownNow, reader);
	const statementNow = (known: Known) => statementFor(name, policyNow(specification, known, reader));
	return {
		kind: KIND,
		name: role.name,
		action: 'update',
		details: [{what: 'trust policy, added statement', before: 'without', after: statementFor(name, trust.shown).text}],
		calls: ['iam:UpdateAssumeRolePolicy'],
		files: [],
		before: roleFacts(role),
		goal(known) {
			const {sid, text} = statementNow(known);
			return {arn: role.arn, sid, statement: text};
		},
		async apply(writer, known) {
			const {sid, text} = statementNow(known);
			const others = statementsOf(role.trustPolicy).filter(other => ![sid, earlier].includes(sidIn(other) ?? ''));
			const all = [...others, parsePolicy(text)];
			await writer.iam.updateTrustPolicy(role.name, withStatements(role.trustPolicy, all));
			return {known: {...known, roleArn: role.arn}, facts: {arn: role.arn, sid, statement: text}};
		},
	};
}

/** Takes the statement of this set-up out of somebody's trust policy; all others stay as they are by now. */
export function planTakingBack(role: RoleDetail, after: Facts): Undo {
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
		action: 'restore',
		note: `without the statement ${sid} in the trust policy of ${role.arn}`,
		calls: ['iam:UpdateAssumeRolePolicy'],
		async apply(writer) {
			await writer.iam.updateTrustPolicy(role.name, withStatements(role.trustPolicy, others));
		},
	};
}

/** A statement that is found again among others, by a mark that no other statement has. */
export interface MarkedStatement {
	readonly sid: string;
	/** JSON. */
	readonly text: string;
}

/** The one statement of a trust policy, marked for the set-up; marks take letters and digits alone. */
export function statementFor(setup: string, policy: string): MarkedStatement {
	const [statement] = statementsOf(policy);
	const digest = createHash('sha256').update(canonicalPolicy(policy)).digest('hex').slice(0, 12);
	const sid = `Anchorsmith${setup.replace(/[^A-Za-z0-9]/g, '')}${digest}`;
	return {sid, text: JSON.stringify({Sid: sid, ...(typeof statement === 'object' ? statement : {})})};
}

/** True when a role's trust policy holds this very statement. */
export function hasStatement({trustPolicy}: RoleDetail, {statement = '', sid}: Facts): boolean {
	return statementsOf(trustPolicy).some(
		other => sidIn(other) === sid && isSamePolicy(JSON.stringify(other), statement),
	);
}

function sidIn(statement: unknown): string | undefined {
	return typeof statement === 'object' && statement !== null && 'Sid' in statement && typeof statement.Sid === 'string'
		? statement.Sid
		: undefined;
}
