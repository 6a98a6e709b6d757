import {
	DEFAULT_MAPPINGS,
	principalTagsOf,
	sessionNameOf,
	sourceIdentityOf,
	sourceIdentityProblem,
	type UnmappedAttributes,
} from '../decide/identity.ts';
import {conditionsFor, type IdentityConditions} from '../decide/identity-conditions.ts';
import {type Certificate, decodedValue} from '../pki/certificate/certificate.ts';
import type {GeneralName} from '../pki/names/general-name.ts';
import {printable} from '../printable.ts';
import type {Json} from './command.ts';
import {describeName} from './describe-name.ts';

/** What Roles Anywhere makes of an end-entity certificate, by the mappings of a new profile. Values come from outside. */
export interface DerivedIdentity {
	readonly sourceIdentity: string;
	/** Why STS would not set it; null when it would. */
	readonly sourceIdentityProblem: string | null;
	readonly sessionName: string;
	/** By key without `aws:PrincipalTag/`. */
	readonly principalTags: Readonly<Record<string, string>>;
	/** Attributes that are mapped and that STS would not take as tags. */
	readonly unmapped: UnmappedAttributes;
	/** Alternative names that are not the first of a kind that is mapped. */
	readonly untaggedNames: readonly string[];
	/** What a trust policy may compare. */
	readonly conditions: IdentityConditions;
}

/** Stands for the ARN of the trust anchor where nobody gave it. */
const ANCHOR_PLACEHOLDER = 'TRUST-ANCHOR-ARN';

/** Derives it as the rehearsal does, and as the service is documented to (fact sheet, 5.2). */
export function deriveIdentity(certificate: Certificate, trustAnchorArn: string = ANCHOR_PLACEHOLDER): DerivedIdentity {
	const {tags, unmapped} = principalTagsOf(certificate, DEFAULT_MAPPINGS);
	const sourceIdentity = sourceIdentityOf(certificate);
	return {
		sourceIdentity,
		sourceIdentityProblem: sourceIdentityProblem(sourceIdentity) ?? null,
		sessionName: sessionNameOf(certificate),
		principalTags: tags,
		unmapped,
		untaggedNames: untaggedNames(decodedValue(certificate.subjectAlternativeName) ?? []),
		conditions: conditionsFor({sourceIdentity, principalTags: tags}, trustAnchorArn),
	};
}

/** The same for the JSON envelope. */
export function identityJson({unmapped, conditions, ...identity}: DerivedIdentity): Json {
	return {...identity, unmapped: {...unmapped}, conditions: {...conditions}};
}

type Row = readonly [label: string, value: string];

/** Labels and values for people, safe to show. */
export function identityRows(identity: DerivedIdentity): readonly Row[] {
	const {
		sourceIdentity,
		sourceIdentityProblem: problem,
		sessionName,
		principalTags,
		unmapped,
		untaggedNames,
	} = identity;
	const lost = Object.entries(unmapped).flatMap(([part, names]: [string, readonly string[]]) =>
		names.map(name => `${part} ${name}`),
	);
	const untagged = [...lost.map(printable), ...untaggedNames];
	return [
		['source identity', printable(sourceIdentity)],
		...(problem === null ? [] : [['but it', problem] as const]),
		['session name', sessionName],
		...Object.entries(principalTags).map(([key, value]): Row => ['session tag', printable(`${key}=${value}`)]),
		...(untagged.length > 0 ? [['no tag for', untagged.join(', ')] as const] : []),
	];
}

/** The Condition as lines of JSON, as they are pasted into a policy; safe to show. */
export function conditionLines({conditions}: DerivedIdentity): readonly string[] {
	return JSON.stringify({Condition: conditions}, null, 2)
		.split('\n')
		.slice(1, -1)
		.map(line => printable(line));
}

/** Only the first DNS name, URI and directory name are mapped; no other kind ever is (fact sheet, TAG-04). */
function untaggedNames(names: readonly GeneralName[]): readonly string[] {
	const mapped = new Set(
		(['dns', 'uri', 'directoryName'] as const).map(kind => names.find(name => name.kind === kind)),
	);
	return names.filter(name => !mapped.has(name)).map(describeName);
}
