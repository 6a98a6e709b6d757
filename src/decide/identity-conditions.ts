import {sourceIdentityProblem} from './identity.ts';

/** What a session is known by. */
export interface KnownBy {
	readonly sourceIdentity: string;
	/** By key without `aws:PrincipalTag/`. */
	readonly principalTags: Readonly<Record<string, string>>;
}

/** A Condition of a trust policy: values by operator and key, in the order in which they are best read. */
export interface IdentityConditions {
	readonly ArnEquals: Readonly<Record<string, string>>;
	readonly StringEquals: Readonly<Record<string, string>>;
}

/**
 * Every condition of a trust policy that such a session meets and most others do not: its trust anchor, its source
 * identity and each of its tags (fact sheet, IAM-04, IAM-06, SID-04). A source identity that STS would not set is
 * left out. Values come from outside.
 */
export function conditionsFor({sourceIdentity, principalTags}: KnownBy, trustAnchorArn: string): IdentityConditions {
	const canBeSet = sourceIdentityProblem(sourceIdentity) === undefined;
	const tags = Object.entries(principalTags).map(([key, value]) => [`aws:PrincipalTag/${key}`, value] as const);
	return {
		ArnEquals: {'aws:SourceArn': trustAnchorArn},
		StringEquals: {...(canBeSet && {'sts:SourceIdentity': sourceIdentity}), ...Object.fromEntries(tags)},
	};
}
