import {type OmittedCondition, scopedTrustPolicy} from '../aws/trust-policy.ts';
import {ExpectedError} from '../errors.ts';
import type {Certificate} from '../pki/certificate/certificate.ts';
import {parseDistinguishedName} from '../pki/names/distinguished-name-text.ts';
import {issuingSubjectOf} from '../pki/names/subject.ts';
import {printable} from '../printable.ts';
import {KNOWN_AFTER_APPLY} from './change.ts';
import type {Known} from './known.ts';
import {
	type AwsGoal,
	awsGoalOf,
	type IssuerGoal,
	type NewEndEntity,
	type RequestedEndEntity,
	type SignedEndEntity,
	type Specification,
} from './specification.ts';
import type {Reader} from './world.ts';

/** As much of a specification as its trust policy follows from. */
export interface TrustGoal {
	readonly trustScope: AwsGoal['trustScope'];
	readonly issuer?:
		| Pick<Extract<IssuerGoal, {source: 'new'}>, 'source' | 'subject' | 'withIssuing'>
		| Pick<Extract<IssuerGoal, {source: 'existing'}>, 'source' | 'certificates'>
		| undefined;
	/** Absent when the certificate comes later. */
	readonly endEntity?:
		| Pick<NewEndEntity, 'source' | 'subject'>
		| Pick<RequestedEndEntity, 'source' | 'subject'>
		| {readonly source: 'csr'; readonly request: Pick<SignedEndEntity['request'], 'subject'>}
		| {readonly source: 'existing'; readonly certificate: Certificate}
		| undefined;
	/** RFC 4514 text, for a certificate that comes later. */
	readonly trustedSubject?: string | undefined;
	/** What will sign that certificate, when that is not what AWS trusts. */
	readonly trustedIssuer?: Certificate | undefined;
}

/** What the trust policy of a set-up follows from. */
export function trustGoalOf(specification: Specification): TrustGoal {
	const {trustScope, trustedSubject, trustedIssuer} = awsGoalOf(specification);
	const {issuer, endEntity} = specification;
	return {trustScope, trustedSubject, trustedIssuer, issuer, endEntity};
}

/** The trust policy that a set-up wants. */
export interface WantedTrust {
	/** JSON; undefined as long as the trust anchor has no ARN. */
	readonly policy: string | undefined;
	/** The policy with a note in place of what is not known yet, for showing. */
	readonly shown: string;
	/** What makes it wider than asked for. */
	readonly warnings: readonly string[];
}

/**
 * The trust policy for what was specified, from the certificate where there is one and else from what it will say.
 *
 * @throws {ExpectedError} `ANSWERS_INVALID` when one certificate alone was to be let in and it cannot be named: what is wider must be asked for.
 */
export function wantedTrust(
	goal: TrustGoal,
	known: Pick<Known, 'endEntity' | 'trustAnchorArn'>,
	{accountId}: Pick<Reader, 'accountId'>,
): WantedTrust {
	const names = commonNames(goal, known);
	const isForAll = goal.trustScope === 'issuer';
	const scope = {
		accountId,
		subjectCommonName: isForAll ? undefined : names.subject,
		issuerCommonName: names.issuer,
	};
	const {policy, omitted} = scopedTrustPolicy({
		...scope,
		trustAnchorArn: known.trustAnchorArn ?? KNOWN_AFTER_APPLY,
	});
	const isOfSubject = ({key}: (typeof omitted)[number]) => key.includes('x509Subject');
	const subject = omitted.find(isOfSubject);
	if (subject && !isForAll) {
		throw new ExpectedError(
			'ANSWERS_INVALID',
			`No trust policy can let in this certificate alone: ${whyOmitted(subject)}.`,
			{
				next: [
					'Use a certificate whose subject has a common name of letters, digits and _ . = @ + - such as CN=host-1',
					'Let in every certificate of the authority: --trust-scope issuer',
				],
			},
		);
	}

	const unwanted = omitted.filter(condition => !isOfSubject(condition));
	return {
		policy: known.trustAnchorArn === undefined ? undefined : policy,
		shown: policy,
		warnings: [
			...(isForAll ? ['Every certificate of this authority may assume the role, not only this one.'] : []),
			...signersBelow(goal, scope.issuerCommonName),
			...unwanted.map(
				condition => `The trust policy cannot name ${condition.key}: ${whyOmitted(condition)}. It is wider for that.`,
			),
		],
	};
}

/** Nobody knows yet which authority will sign a certificate that comes later, unless only one can. */
function signersBelow({issuer, endEntity, trustedIssuer}: TrustGoal, named: string | undefined): readonly string[] {
	if (issuer?.source !== 'existing' || endEntity || trustedIssuer || named === undefined) {
		return [];
	}

	const {basicConstraints} = issuer.certificates[0];
	const isLast = basicConstraints.state === 'present' && basicConstraints.value.pathLength === 0;
	return isLast
		? []
		: [
				`Only certificates that ${printable(named)} signed itself are let in. If an authority below it signs them, name its certificate: --intermediates FILE`,
			];
}

function whyOmitted({reason}: OmittedCondition): string {
	return reason === 'unmappable' ? 'session tags cannot hold its characters' : 'there is no common name';
}

interface CommonNames {
	readonly subject: string | undefined;
	readonly issuer: string | undefined;
}

function commonNames(goal: TrustGoal, {endEntity: made}: Pick<Known, 'endEntity'>): CommonNames {
	const {endEntity} = goal;
	const certificate = made?.certificate ?? (endEntity?.source === 'existing' ? endEntity.certificate : undefined);
	return certificate
		? {subject: ofName(certificate.subject), issuer: ofName(certificate.issuer)}
		: {subject: subjectToBe(goal), issuer: issuerToBe(goal)};
}

function subjectToBe({endEntity, trustedSubject}: TrustGoal): string | undefined {
	if (endEntity?.source === 'csr') {
		return ofName(endEntity.request.subject);
	}

	const text = endEntity && 'subject' in endEntity ? endEntity.subject : trustedSubject;
	return text === undefined ? undefined : ofText(text);
}

function issuerToBe({issuer, trustedIssuer}: TrustGoal): string | undefined {
	if (trustedIssuer || issuer?.source !== 'new') {
		const [anchor] = issuer?.source === 'existing' ? issuer.certificates : [];
		const signer = trustedIssuer ?? anchor;
		return signer && ofName(signer.subject);
	}

	return ofText(issuer.withIssuing ? issuingSubjectOf(issuer.subject) : issuer.subject);
}

/** As the service makes a tag of it: several are joined with a slash (fact sheet, TAG-02). */
function ofName(name: Certificate['subject']): string | undefined {
	const all = name.all('CN');
	return all.length === 0 ? undefined : all.join('/');
}

function ofText(text: string): string | undefined {
	const parsed = parseDistinguishedName(text);
	const all = parsed.ok ? parsed.value.flat().filter(({shortName}) => shortName === 'CN') : [];
	return all.length === 0 ? undefined : all.map(({value}) => value).join('/');
}
