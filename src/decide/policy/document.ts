import {ok, problem, type Result} from '../../result.ts';
import {type Condition, parseConditions} from './conditions.ts';
import {type PrincipalElement, parsePrincipal} from './principal.ts';
import {isObject, type PolicyProblem, Problems, strings} from './problems.ts';

/** What a policy is attached to: to a role to say who may assume it, or to an identity or session to say what it may do. */
export type PolicyKind = 'trust' | 'permissions';

/** Patterns of actions or resources that a statement is about, or with `isNegated` all others. */
export interface PatternElement {
	readonly isNegated: boolean;
	readonly patterns: readonly string[];
}

/** One statement of a policy. */
export interface Statement {
	/** Counted from 0. */
	readonly index: number;
	readonly sid: string | undefined;
	readonly effect: 'Allow' | 'Deny';
	readonly principal: PrincipalElement | undefined;
	readonly action: PatternElement;
	readonly resource: PatternElement | undefined;
	/** All must be met. */
	readonly conditions: readonly Condition[];
}

/** An IAM policy, well formed for its kind. */
export interface PolicyDocument {
	readonly version: '2008-10-17' | '2012-10-17';
	readonly statements: readonly Statement[];
}

const DOCUMENT_ELEMENTS = ['Version', 'Id', 'Statement'];
const STATEMENT_ELEMENTS = [
	...['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction'],
	...['Resource', 'NotResource', 'Condition'],
];

/**
 * Reads an IAM policy strictly, as IAM does when it is attached (IAM user guide, policy
 * grammar). Known messages of IAM are used word for word.
 */
export function parsePolicy(text: string, kind: PolicyKind): Result<PolicyDocument, readonly PolicyProblem[]> {
	const raw = parseJson(text);
	if (!isObject(raw)) {
		return problem([{at: '', message: 'This policy contains invalid Json'}]);
	}

	const problems = new Problems();
	problems.addUnknownElements(raw, DOCUMENT_ELEMENTS, '');
	const version = raw['Version'] ?? '2008-10-17';
	if (version !== '2012-10-17' && version !== '2008-10-17') {
		problems.add('Version', 'The policy must contain a valid version string: 2012-10-17 or 2008-10-17');
	}

	const statements = parseStatements(raw['Statement'], kind, problems);
	return problems.all.length > 0
		? problem(problems.all)
		: ok({version: version === '2012-10-17' ? version : '2008-10-17', statements});
}

/** Every reason for which IAM would answer MalformedPolicyDocument; empty for a good policy. */
export function validatePolicyDocument(text: string, kind: PolicyKind): readonly PolicyProblem[] {
	const parsed = parsePolicy(text, kind);
	return parsed.ok ? [] : parsed.problem;
}

function parseStatements(raw: unknown, kind: PolicyKind, problems: Problems): readonly Statement[] {
	const items = Array.isArray(raw) ? raw : [raw];
	if (raw === undefined || items.length === 0) {
		problems.add('Statement', 'Syntax errors in policy. There is no statement.');
		return [];
	}

	const statements = items.flatMap((item, index) => parseStatement(item, index, kind, problems) ?? []);
	const sids = statements.flatMap(({sid}) => sid ?? []);
	if (new Set(sids).size < sids.length) {
		problems.add('Statement', 'Statement IDs (SID) in a single policy must be unique.');
	}

	return statements;
}

function parseStatement(raw: unknown, index: number, kind: PolicyKind, problems: Problems): Statement | undefined {
	const at = `Statement[${index}]`;
	if (!isObject(raw)) {
		problems.add(at, 'Syntax errors in policy. A statement must be an object.');
		return undefined;
	}

	problems.addUnknownElements(raw, STATEMENT_ELEMENTS, at);
	const effect = raw['Effect'];
	if (effect !== 'Allow' && effect !== 'Deny') {
		problems.add(`${at}.Effect`, 'Syntax errors in policy. Effect must be Allow or Deny.');
	}

	const sid = raw['Sid'];
	if (sid !== undefined && (typeof sid !== 'string' || !/^[A-Za-z0-9]*$/.test(sid))) {
		problems.add(`${at}.Sid`, 'Statement IDs (SID) must be alpha-numeric.');
	}

	return {
		index,
		sid: typeof sid === 'string' ? sid : undefined,
		effect: effect === 'Allow' ? 'Allow' : 'Deny',
		principal: parsePrincipalFor(kind, raw, at, problems),
		action: parseActions(kind, raw, at, problems),
		resource: parseResources(kind, raw, at, problems),
		conditions: parseConditions(raw['Condition'], `${at}.Condition`, problems),
	};
}

function parsePrincipalFor(kind: PolicyKind, raw: object, at: string, problems: Problems) {
	const element = one(raw, ['Principal', 'NotPrincipal'], at, problems);
	if (kind === 'trust') {
		if (!element) {
			problems.add(at, 'Missing required field Principal');
		}

		return element && parsePrincipal(element.value, element.isNegated, `${at}.${element.name}`, problems);
	}

	if (element) {
		problems.add(`${at}.${element.name}`, 'Policy document should not specify a principal.');
	}

	return undefined;
}

function parseActions(kind: PolicyKind, raw: object, at: string, problems: Problems): PatternElement {
	const element = one(raw, ['Action', 'NotAction'], at, problems);
	const patterns = element && strings(element.value);
	if (!element || !patterns || patterns.length === 0) {
		problems.add(at, 'Policy statement must contain actions.');
		return {isNegated: false, patterns: []};
	}

	for (const pattern of patterns) {
		if (pattern !== '*' && !/^[A-Za-z0-9-]+:[A-Za-z0-9*?]+$/.test(pattern)) {
			problems.add(
				`${at}.${element.name}`,
				'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
			);
		} else if (kind === 'trust' && pattern !== '*' && !/^sts:/i.test(pattern)) {
			problems.add(`${at}.${element.name}`, 'AssumeRole policy may only specify STS AssumeRole actions.');
		}
	}

	return {isNegated: element.isNegated, patterns};
}

function parseResources(kind: PolicyKind, raw: object, at: string, problems: Problems): PatternElement | undefined {
	const element = one(raw, ['Resource', 'NotResource'], at, problems);
	if (kind === 'trust') {
		if (element) {
			problems.add(`${at}.${element.name}`, `Has prohibited field ${element.name}`);
		}

		return undefined;
	}

	const patterns = element && strings(element.value);
	if (!element || !patterns || patterns.length === 0) {
		problems.add(at, 'Policy statement must contain resources.');
		return undefined;
	}

	if (!patterns.every(pattern => pattern === '*' || /^arn:/.test(pattern) || /^[*?$]/.test(pattern))) {
		problems.add(`${at}.${element.name}`, 'The policy failed legacy parsing. A resource must be in ARN format or "*".');
	}

	return {isNegated: element.isNegated, patterns};
}

/** The one element of a pair that excludes each other. */
function one(raw: object, [positive, negative]: readonly [string, string], at: string, problems: Problems) {
	const entries = new Map<string, unknown>(Object.entries(raw));
	if (entries.has(positive) && entries.has(negative)) {
		problems.add(at, `Syntax errors in policy. ${positive} and ${negative} exclude each other.`);
	}

	const name = entries.has(positive) ? positive : negative;
	return entries.has(name) ? {name, value: entries.get(name), isNegated: name === negative} : undefined;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
