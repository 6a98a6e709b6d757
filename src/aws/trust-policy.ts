import template from '../../templates/policies/role-trust.json' with {type: 'json'};
import {isSessionTag} from './session-tag.ts';

/** Whom a role's trust policy is to let in. */
export interface TrustScope {
	readonly trustAnchorArn: string;
	/** Twelve digits. */
	readonly accountId: string;
	/** As in the certificate; several joined with `/`. Undefined when it has none. */
	readonly subjectCommonName: string | undefined;
	readonly issuerCommonName: string | undefined;
}

/** A trust policy, and the conditions that it should have and cannot. */
export interface ScopedTrustPolicy {
	/** JSON without white space, as IAM counts it. */
	readonly policy: string;
	/** Each leaves the policy wider than asked for: say so. */
	readonly omitted: readonly OmittedCondition[];
}

/** A condition left out because no session could ever meet it. */
export interface OmittedCondition {
	readonly key: string;
	readonly reason: 'no-common-name' | 'unmappable';
}

const TAG_CONDITIONS = [
	['aws:PrincipalTag/x509Subject/CN', 'subjectCommonName'],
	['aws:PrincipalTag/x509Issuer/CN', 'issuerCommonName'],
] as const;

/**
 * The default trust policy of a role (fact sheet, 5.3): one trust anchor, one subject, one issuer.
 * A condition whose value cannot become a session tag is left out and named, since no session would
 * meet it.
 */
export function scopedTrustPolicy(scope: TrustScope): ScopedTrustPolicy {
	const omitted = TAG_CONDITIONS.flatMap(([key, name]) => omission(key, scope[name]) ?? []);
	const isOmitted = (key: string) => omitted.some(condition => condition.key === key);
	const fill = (key: string, value: unknown): unknown => {
		const name = typeof value === 'string' ? /^<(\w+)>$/.exec(value)?.[1] : undefined;
		return name === undefined ? value : isOmitted(key) ? undefined : valueFor(name, scope);
	};
	return {policy: JSON.stringify(template, fill), omitted};
}

function omission(key: string, value: string | undefined): OmittedCondition | undefined {
	if (value === undefined) {
		return {key, reason: 'no-common-name'};
	}

	return isSessionTag(key.replace('aws:PrincipalTag/', ''), value) ? undefined : {key, reason: 'unmappable'};
}

function valueFor(name: string, scope: TrustScope): string | undefined {
	return new Map<string, string | undefined>(Object.entries(scope)).get(name);
}
