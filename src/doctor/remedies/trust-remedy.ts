import {parseArn} from '../../aws/arn.ts';
import {DEFAULT_MAPPINGS, principalTagsOf, sessionNameOf, sourceIdentityOf} from '../../decide/identity.ts';
import {judgeTrustPolicy} from '../../decide/policy/trust.ts';
import type {Certificate} from '../../pki/certificate/certificate.ts';
import type {Evidence} from '../evidence/evidence.ts';
import {seenIn} from '../evidence/look.ts';
import type {MappingGoal} from '../mend/mend.ts';
import {adminCommands} from './admin-commands.ts';
import {type LetInContext, letIn, policyFor} from './let-in.ts';
import {meantCommand} from './meant-command.ts';
import type {Remedy} from './remedy.ts';
import {rightArns} from './right-arns.ts';
import {endEntityOf} from './seen-certificates.ts';

/** What lets this certificate assume the role, and nobody else who could not before. */
export function trustRemedy(evidence: Evidence): Remedy | undefined {
	const role = seenIn(evidence.account.role);
	const context = contextOf(evidence);
	if (!role || !context) {
		return undefined;
	}

	const mapping = mappingRemedy(evidence, context);
	if (mapping) {
		return mapping;
	}

	const policy = letIn(role.trustPolicy, context);
	return policy === undefined
		? undefined
		: {
				what: 'Let this certificate, and no other, in by the trust policy of the role.',
				who: 'administrator',
				commands: [adminCommands(evidence).updateTrustPolicy(role.arn, policy)],
				mend: {
					kind: 'trust-policy',
					roleArn: role.arn,
					before: role.trustPolicy,
					policy,
					region: regionOf(context.trustAnchorArn),
				},
			};
}

/** The trust policy of a role for this certificate alone, as a new role would have it. */
export function freshTrustPolicy(evidence: Evidence): string | undefined {
	const context = contextOf(evidence);
	return context && policyFor(context);
}

/** A condition on a tag that the profile no longer makes is met again once it does. */
function mappingRemedy(evidence: Evidence, context: LetInContext): Remedy | undefined {
	const [role, profile, certificate] = [
		seenIn(evidence.account.role),
		seenIn(evidence.account.profile),
		endEntityOf(evidence),
	];
	if (!role || !profile || !certificate) {
		return undefined;
	}

	for (const {certificateField, specifiers} of DEFAULT_MAPPINGS) {
		const mappings = [
			...profile.attributeMappings.filter(mapping => mapping.certificateField !== certificateField),
			{certificateField, specifiers},
		];
		const principalTags = tagsBy(certificate, mappings);
		if (judgeTrustPolicy(role.trustPolicy, {...context, principalTags}).isAllowed) {
			const before = {
				certificateField,
				specifiers: profile.attributeMappings
					.filter(mapping => mapping.certificateField === certificateField)
					.flatMap(mapping => mapping.specifiers),
			};
			const goal = {certificateField, specifiers};
			return {
				what: `Map ${certificateField} to session tags in the Roles Anywhere profile again: the trust policy compares them.`,
				who: 'administrator',
				commands: [adminCommands(evidence).mapAttributes(profile.arn, before, goal)],
				mend: {kind: 'map-attributes', profileArn: profile.arn, before, goal},
			};
		}
	}

	return undefined;
}

function contextOf(evidence: Evidence): LetInContext | undefined {
	const certificate = endEntityOf(evidence);
	const {trustAnchorArn} = rightArns(evidence, meantCommand(evidence)?.order ?? {});
	const anchor = parseArn(trustAnchorArn ?? '');
	if (!certificate || trustAnchorArn === undefined || !anchor.ok) {
		return undefined;
	}

	const mappings = seenIn(evidence.account.profile)?.attributeMappings ?? DEFAULT_MAPPINGS;
	return {
		trustAnchorArn,
		accountId: anchor.value.accountId,
		sourceIdentity: sourceIdentityOf(certificate),
		sessionName: sessionNameOf(certificate),
		principalTags: tagsBy(certificate, mappings),
		at: new Date(evidence.at),
		subjectCommonName: joined(certificate.subject.all('CN')),
		issuerCommonName: joined(certificate.issuer.all('CN')),
		trustAnchorArns: seenIn(evidence.account.trustAnchors)?.map(({arn}) => arn),
	};
}

function tagsBy(certificate: Certificate, mappings: readonly MappingGoal[]): Readonly<Record<string, string>> {
	const known = DEFAULT_MAPPINGS.flatMap(({certificateField}) => ({
		certificateField,
		specifiers: mappings
			.filter(mapping => mapping.certificateField === certificateField)
			.flatMap(({specifiers}) => specifiers),
	}));
	return principalTagsOf(certificate, known).tags;
}

function joined(values: readonly string[]): string | undefined {
	return values.length === 0 ? undefined : values.join('/');
}

function regionOf(arn: string): string {
	const parsed = parseArn(arn);
	return parsed.ok ? parsed.value.region : '';
}
