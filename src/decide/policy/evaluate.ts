import {type ConditionVerdict, judgeCondition} from './conditions.ts';
import type {ContextKeys} from './context-keys.ts';
import type {PolicyDocument, Statement} from './document.ts';
import {coversService} from './principal.ts';
import {matchesPattern, patternOf} from './wildcard.ts';

/** One action that an AWS service asks to be allowed. */
export interface PolicyRequest {
	/** Such as `rolesanywhere.amazonaws.com`. */
	readonly service: string;
	/** Such as `sts:AssumeRole`. */
	readonly action: string;
	readonly keys: ContextKeys;
}

/** How one statement bears on one action. */
export interface StatementVerdict {
	/** Counted from 0. */
	readonly index: number;
	readonly sid: string | undefined;
	readonly effect: 'Allow' | 'Deny';
	readonly coversPrincipal: boolean;
	readonly coversAction: boolean;
	readonly conditions: readonly ConditionVerdict[];
	/** True when the principal, the action and every condition fit. */
	readonly applies: boolean;
}

/** What a policy says to one action, and how each of its statements came out. */
export interface ActionVerdict {
	readonly action: string;
	/** A statement that denies wins over any that allow; without either, nothing is allowed. */
	readonly outcome: 'allowed' | 'denied' | 'not-allowed';
	readonly statements: readonly StatementVerdict[];
}

/** Evaluates a policy that is attached to a resource, such as a role's trust policy, for one action. */
export function evaluatePolicy(policy: PolicyDocument, request: PolicyRequest): ActionVerdict {
	const statements = policy.statements.map(statement =>
		judgeStatement(statement, request, policy.version === '2012-10-17'),
	);
	const applying = new Set(statements.filter(({applies}) => applies).map(({effect}) => effect));
	return {
		action: request.action,
		outcome: applying.has('Deny') ? 'denied' : applying.has('Allow') ? 'allowed' : 'not-allowed',
		statements,
	};
}

function judgeStatement(statement: Statement, request: PolicyRequest, hasVersion2012: boolean): StatementVerdict {
	const {index, sid, effect, principal} = statement;
	const coversPrincipal = principal !== undefined && coversService(principal, request.service);
	const coversAction = covers(statement, request.action);
	const conditions = statement.conditions.map(condition => judgeCondition(condition, request.keys, hasVersion2012));
	const applies = coversPrincipal && coversAction && conditions.every(({isMet}) => isMet);
	return {index, sid, effect, coversPrincipal, coversAction, conditions, applies};
}

/** Actions are not case-sensitive. */
function covers({action: {isNegated, patterns}}: Statement, action: string): boolean {
	const isNamed = patterns.some(pattern =>
		matchesPattern(patternOf([{text: pattern.toLowerCase(), isLiteral: false}]), action.toLowerCase()),
	);
	return isNamed !== isNegated;
}
