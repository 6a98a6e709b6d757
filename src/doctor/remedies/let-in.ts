import {scopedTrustPolicy} from '../../aws/trust-policy.ts';
import {sourceIdentityProblem} from '../../decide/identity.ts';
import {conditionsFor} from '../../decide/identity-conditions.ts';
import type {ConditionVerdict} from '../../decide/policy/conditions.ts';
import type {StatementVerdict} from '../../decide/policy/evaluate.ts';
import {isObject} from '../../decide/policy/problems.ts';
import {judgeTrustPolicy, NEEDED_ACTIONS, type TrustContext} from '../../decide/policy/trust.ts';
import {statementsOf, withStatements} from '../../setup/policy-json.ts';

/** Whom a trust policy is to let in. */
export interface LetInContext extends TrustContext {
	/** As in the certificate; several joined with `/`. */
	readonly subjectCommonName: string | undefined;
	readonly issuerCommonName: string | undefined;
	/** Every trust anchor of the account, where they were seen: a condition on any other is met by nobody. */
	readonly trustAnchorArns: readonly string[] | undefined;
}

const ANCHOR = 'aws:sourcearn';
const ACCOUNT = 'aws:sourceaccount';
const SUBJECT = 'aws:principaltag/x509subject/cn';
/** Keys whose value only this certificate's subject has. */
const OF_SUBJECT = [SUBJECT, 'sts:sourceidentity'];
/** Operators that hold when one of the values is equal. */
const EQUAL = /^(?:String(?:Equals|Like)|Arn(?:Equals|Like))$/;

/**
 * The trust policy with the smallest change that lets this session in: a value in one statement that is otherwise for this
 * very certificate, or else a statement of its own. No session of another subject, or of another trust anchor, is let in
 * that was not before, and none is shut out. Undefined when it is let in already, or kept out by a statement that denies.
 */
export function letIn(policy: string, context: LetInContext): string | undefined {
	const verdict = judgeTrustPolicy(policy, context);
	if (verdict.isAllowed || verdict.problems.length > 0 || verdict.actions.some(({outcome}) => outcome === 'denied')) {
		return undefined;
	}

	const own = added(policy, context);
	const changed = [
		...inPlace(policy, verdict.actions[0]?.statements ?? [], context),
		...(own === undefined ? [] : [own]),
	];
	return changed.find(one => judgeTrustPolicy(one, context).isAllowed);
}

/** A trust policy that lets in nobody but the subject of this session, by its trust anchor; undefined where nothing names that. */
export function policyFor(context: LetInContext): string | undefined {
	return added('{"Version":"2012-10-17","Statement":[]}', context);
}

/** Ways to correct one statement that is meant for this certificate alone. */
function inPlace(policy: string, verdicts: readonly StatementVerdict[], context: LetInContext): readonly string[] {
	const statements = statementsOf(policy);
	return verdicts.flatMap(verdict => {
		const statement = statements[verdict.index];
		if (verdict.effect !== 'Allow' || !isObject(statement) || 'NotPrincipal' in statement || 'NotAction' in statement) {
			return [];
		}

		const corrected = corrections(statement, verdict, context);
		return corrected
			? [
					withStatements(
						policy,
						statements.map((other, index) => (index === verdict.index ? corrected : other)),
					),
				]
			: [];
	});
}

type Statement = Readonly<Record<string, unknown>>;

/** The statement with one fault mended; undefined where more is wrong, or where it is not for this certificate alone. */
function corrections(statement: Statement, verdict: StatementVerdict, context: LetInContext): Statement | undefined {
	const unmet = verdict.conditions.filter(({isMet}) => !isMet);
	const met = verdict.conditions.filter(({isMet}) => isMet);
	const [wrong, ...others] = unmet;
	if (wrong === undefined) {
		// Whoever meets the conditions gets what is missing, so they must be those of this certificate.
		return isPinned(met, context) ? withActions(statement) : undefined;
	}

	const key = wrong.key.toLowerCase();
	const isAlone = others.length === 0 && verdict.coversPrincipal && EQUAL.test(wrong.operator);
	const value = isAlone ? sessionValue(key, context) : undefined;
	if (value === undefined) {
		return undefined;
	}

	const isOfSubject = OF_SUBJECT.includes(key) && asksFor(met, ANCHOR, context.trustAnchorArn);
	const isRest = isPinned([...met, {...wrong, expected: [value]}], context);
	return isOfSubject || isRest
		? withValue(statement, wrong, {value, kept: wrong.expected.filter(one => !isDead(key, one, context))})
		: undefined;
}

/** True when conditions that are met leave no other subject, and no other trust anchor. */
function isPinned(met: readonly ConditionVerdict[], context: LetInContext): boolean {
	const ofSubject = context.subjectCommonName;
	return asksFor(met, ANCHOR, context.trustAnchorArn) && ofSubject !== undefined && asksFor(met, SUBJECT, ofSubject);
}

/** True when a condition asks for this one value, letter for letter. */
function asksFor(conditions: readonly ConditionVerdict[], key: string, value: string): boolean {
	return conditions.some(
		({operator, key: its, expected}) =>
			its.toLowerCase() === key &&
			/^(?:StringEquals|ArnEquals|ArnLike)$/.test(operator) &&
			expected.length === 1 &&
			expected[0] === value &&
			!/[*?$]/.test(value),
	);
}

/** What this session has under a key; undefined for none, and for what would be taken for a pattern. */
function sessionValue(key: string, context: LetInContext): string | undefined {
	const tags = Object.entries(context.principalTags).map(
		([tag, value]) => [`aws:principaltag/${tag.toLowerCase()}`, value] as const,
	);
	const value = new Map<string, string>([
		...tags,
		[ANCHOR, context.trustAnchorArn],
		[ACCOUNT, context.accountId],
		['sts:sourceidentity', context.sourceIdentity],
	]).get(key);
	return value === undefined || /[*?$]/.test(value) ? undefined : value;
}

/** True for a value that no session of this account has. */
function isDead(key: string, value: string, {trustAnchorArns, accountId}: LetInContext): boolean {
	if (key === ACCOUNT) {
		return value !== accountId;
	}

	const [, , , , account] = value.split(':');
	const isPattern = /[*?$]/.test(value);
	return key === ANCHOR && !isPattern && (account !== accountId || trustAnchorArns?.includes(value) === false);
}

function withActions(statement: Statement): Statement {
	const had = [statement['Action']].flat().filter(action => typeof action === 'string');
	const missing = NEEDED_ACTIONS.filter(action => !had.some(one => one.toLowerCase() === action.toLowerCase()));
	const principal = statement['Principal'];
	const service = isObject(principal) ? [principal['Service']].flat().filter(name => typeof name === 'string') : [];
	const isOurs = service.includes('rolesanywhere.amazonaws.com') || principal === '*';
	return {
		...statement,
		...(!isOurs && {
			Principal: {...(isObject(principal) && principal), Service: one([...service, 'rolesanywhere.amazonaws.com'])},
		}),
		Action: one([...had, ...missing]),
	};
}

function withValue(
	statement: Statement,
	{operator, key}: ConditionVerdict,
	{value, kept}: {readonly value: string; readonly kept: readonly string[]},
): Statement {
	const condition = isObject(statement['Condition']) ? statement['Condition'] : {};
	const block = isObject(condition[operator]) ? condition[operator] : {};
	return {...statement, Condition: {...condition, [operator]: {...block, [key]: one([...kept, value])}}};
}

function one(values: readonly string[]): string | readonly string[] {
	const [only = ''] = values;
	return values.length === 1 ? only : values;
}

/** The policy with a statement of its own for this certificate; undefined where nothing names its subject. */
function added(policy: string, context: LetInContext): string | undefined {
	const {trustAnchorArn, accountId, subjectCommonName, issuerCommonName, sourceIdentity, principalTags} = context;
	const scoped = scopedTrustPolicy({trustAnchorArn, accountId, subjectCommonName, issuerCommonName});
	const isSubjectNamed = principalTags['x509Subject/CN'] !== undefined && subjectCommonName !== undefined;
	if (!isSubjectNamed && sourceIdentityProblem(sourceIdentity) !== undefined) {
		return undefined;
	}

	const [whole] = statementsOf(scoped.policy);
	const base = isObject(whole) ? whole : {};
	const condition = isObject(base['Condition']) ? base['Condition'] : {};
	const isIssuerMapped = principalTags['x509Issuer/CN'] !== undefined;
	const asSetup = isIssuerMapped ? condition : withoutKey(condition, 'aws:PrincipalTag/x509Issuer/CN');
	const statement = {
		...base,
		Condition: isSubjectNamed ? asSetup : conditionsFor({sourceIdentity, principalTags}, trustAnchorArn),
	};
	return withStatements(policy, [...statementsOf(policy), statement]);
}

function withoutKey(condition: Statement, key: string): Statement {
	return Object.fromEntries(
		Object.entries(condition).map(([operator, block]) => [
			operator,
			isObject(block) ? Object.fromEntries(Object.entries(block).filter(([name]) => name !== key)) : block,
		]),
	);
}
