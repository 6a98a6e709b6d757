import {printable} from '../../printable.ts';
import type {Shortcoming} from '../../rules/rule.ts';
import type {ConditionVerdict} from './conditions.ts';
import {ContextKeys} from './context-keys.ts';
import {parsePolicy} from './document.ts';
import {type ActionVerdict, evaluatePolicy, type StatementVerdict} from './evaluate.ts';
import type {PolicyProblem} from './problems.ts';

/** Who assumes roles for certificates, in every partition (fact sheet, IAM-01). */
export const ROLES_ANYWHERE = 'rolesanywhere.amazonaws.com';

/** What a trust policy must allow, each of them (fact sheet, IAM-02). */
export const NEEDED_ACTIONS = ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'] as const;

/** What the service tells a trust policy about a session. */
export interface TrustContext {
	readonly trustAnchorArn: string;
	readonly accountId: string;
	readonly sourceIdentity: string;
	readonly sessionName: string;
	/** By key without `aws:PrincipalTag/`. */
	readonly principalTags: Readonly<Record<string, string>>;
	readonly at: Date;
}

/** What a trust policy says to a session, with everything that led there. */
export interface TrustVerdict {
	readonly isAllowed: boolean;
	/** Why the policy cannot be read; it then allows nothing. */
	readonly problems: readonly PolicyProblem[];
	/** One for each needed action, in their order. */
	readonly actions: readonly ActionVerdict[];
}

/** Asks a role's trust policy what the service asks it: every needed action must be allowed, none denied. */
export function judgeTrustPolicy(text: string, context: TrustContext): TrustVerdict {
	const policy = parsePolicy(text, 'trust');
	if (!policy.ok) {
		return {isAllowed: false, problems: policy.problem, actions: []};
	}

	const keys = contextKeysOf(context);
	const actions = NEEDED_ACTIONS.map(action => evaluatePolicy(policy.value, {service: ROLES_ANYWHERE, action, keys}));
	return {isAllowed: actions.every(({outcome}) => outcome === 'allowed'), problems: [], actions};
}

/** Why a session is not allowed, one reason each, with the actions that it stops; empty when it is. */
export function reasonsAgainst({problems, actions}: TrustVerdict): readonly Shortcoming[] {
	const stopped = new Map<string, {readonly reason: Shortcoming; readonly actions: string[]}>();
	for (const verdict of actions.filter(({outcome}) => outcome !== 'allowed')) {
		for (const reason of reasonsOf(verdict)) {
			const key = `${reason.at} ${reason.message}`;
			const known = stopped.get(key) ?? {reason, actions: []};
			known.actions.push(verdict.action);
			stopped.set(key, known);
		}
	}

	return [
		...problems.map(({at, message}) => ({at: place(at), message})),
		...[...stopped.values()].map(({reason, actions: stoppedActions}) => ({
			at: reason.at,
			message: `${reason.message} This stops ${stoppedActions.join(', ')}.`,
		})),
	];
}

/** The documented condition keys (fact sheet, IAM-04, IAM-06), and what every request has. */
function contextKeysOf(context: TrustContext): ContextKeys {
	const tags = Object.entries(context.principalTags).map(([key, value]) => [`aws:PrincipalTag/${key}`, value]);
	return new ContextKeys({
		...Object.fromEntries(tags),
		'aws:SourceArn': context.trustAnchorArn,
		'aws:SourceAccount': context.accountId,
		'sts:SourceIdentity': context.sourceIdentity,
		'sts:RoleSessionName': context.sessionName,
		'aws:CurrentTime': context.at.toISOString(),
		'aws:EpochTime': String(Math.floor(context.at.getTime() / 1000)),
	});
}

function reasonsOf({outcome, statements}: ActionVerdict): readonly Shortcoming[] {
	if (outcome === 'denied') {
		return statements
			.filter(({effect, applies}) => effect === 'Deny' && applies)
			.map(statement => ({at: place(`Statement[${statement.index}]`), message: `${nameOf(statement)} denies it.`}));
	}

	const allowing = statements.filter(({effect}) => effect === 'Allow');
	const forService = allowing.filter(({coversPrincipal}) => coversPrincipal);
	if (forService.length === 0) {
		return [{at: place('Statement'), message: `No statement allows the service ${ROLES_ANYWHERE} anything.`}];
	}

	const forAction = forService.filter(({coversAction}) => coversAction);
	if (forAction.length === 0) {
		return [{at: place('Statement'), message: `No statement for ${ROLES_ANYWHERE} allows the action.`}];
	}

	return forAction.flatMap(unmetConditions);
}

function unmetConditions(statement: StatementVerdict): readonly Shortcoming[] {
	return statement.conditions
		.filter(({isMet}) => !isMet)
		.map(condition => ({
			at: place(`Statement[${statement.index}].Condition.${condition.operator}`),
			message: `${nameOf(statement)} asks ${describe(condition)}`,
		}));
}

function describe({operator, key, expected, actual}: ConditionVerdict): string {
	const wanted = `${operator} of ${printable(key)} with ${list(expected)}`;
	return actual === undefined
		? `${wanted}; the session has no such key.`
		: `${wanted}; the session has ${list(actual)}.`;
}

function list(values: readonly string[]): string {
	return values.length === 0 ? 'nothing' : values.map(value => JSON.stringify(printable(value))).join(' or ');
}

function nameOf({index, sid}: StatementVerdict): string {
	return sid ? `Statement ${index + 1} (${printable(sid)})` : `Statement ${index + 1}`;
}

function place(at: string): string {
	return at === '' ? 'role.trustPolicy' : `role.trustPolicy.${at}`;
}
