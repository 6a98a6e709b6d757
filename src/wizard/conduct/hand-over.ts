import path from 'node:path';
import {parseDistinguishedName} from '../../pki/names/distinguished-name-text.ts';
import {isStoredName} from '../../pki/store/stored-name.ts';
import type {Known} from '../../setup/known.ts';
import type {AwsGoal, EndEntityGoal, IssuerGoal, Specification} from '../../setup/specification.ts';
import {shellWord} from '../../shell-word.ts';

/** One of the three persons who may share a set-up (design, section 1). */
export type Person = 'administrator' | 'PKI owner' | 'operator';

/** What one person needs from this part of a set-up to do the next. */
export interface HandOver {
	readonly to: Person;
	/** Where these lie here. Absolute. */
	readonly files: readonly string[];
	/** Texts, such as ARNs. */
	readonly facts: readonly {readonly what: string; readonly value: string}[];
	/** What that person types, in order; each begins with `anchorsmith`. */
	readonly commands: readonly string[];
}

/** What is handed over when a part is done. */
export interface HandOverParts {
	readonly specification: Specification;
	readonly known: Known;
	/** The state folder in which an issuer of this set-up is found; undefined where it is found by itself. */
	readonly home: string | undefined;
	/** Where sessions are created, when it is not AWS's own endpoint. */
	readonly endpoint: string | undefined;
	/** The flags that lead to the same set-up. */
	readonly flags: string;
}

/** What the others need from a part; nothing when all of it is done here. */
export function handOversOf(parts: HandOverParts): readonly HandOver[] {
	const {aws, cliProfile, endEntity} = parts.specification;
	if (endEntity?.source === 'requested') {
		return ofRequest(parts);
	}

	if (cliProfile) {
		return [];
	}

	return aws ? ofAws(parts, aws) : ofAuthority(parts);
}

function ofRequest({known, flags}: HandOverParts): readonly HandOver[] {
	const file = known.requestFile ?? '';
	const beside = (name: string) => shellWord(path.join(path.dirname(file), name));
	return [
		{
			to: 'PKI owner',
			files: [file],
			facts: [],
			commands: ['anchorsmith sign request.csr --issuer NAME --out signed'],
		},
		{
			to: 'operator',
			files: [],
			facts: [],
			commands: [
				`anchorsmith setup --part machine ${flags} --certificate ${beside('certificate.pem')} --private-key ${beside('private-key.pem')} --trust-anchor-arn ARN --profile-arn ARN --role-arn ARN`,
			],
		},
	];
}

function ofAws(parts: HandOverParts, aws: AwsGoal): readonly HandOver[] {
	const {specification, known} = parts;
	const {issuer, endEntity} = specification;
	const machine = machineOf(specification, aws);
	const isSigned = endEntity?.source === 'csr';
	const folder = isSigned ? '.' : machine.name;
	return [
		...(issuer?.source === 'new' && !isSigned
			? [{to: 'PKI owner' as const, files: [], facts: [], commands: [signing(issuer, machine.name, parts)]}]
			: []),
		{
			to: 'operator',
			files: isSigned ? certificateFiles(known) : [],
			facts: [
				{what: 'Region', value: aws.region},
				{what: 'Trust anchor', value: known.trustAnchorArn ?? ''},
				{what: 'Roles Anywhere profile', value: known.rolesAnywhereProfileArn ?? ''},
				{what: 'Role', value: known.roleArn ?? ''},
			],
			commands: [
				...(isSigned
					? []
					: [
							`anchorsmith request --name ${machine.name} --subject ${shellWord(machine.subject)} --out ${machine.name}`,
						]),
				configuring(parts, aws, folder),
			],
		},
	];
}

function configuring({specification, known, endpoint}: HandOverParts, aws: AwsGoal, folder: string): string {
	const {durationSeconds} = aws.rolesAnywhereProfile;
	const hasChain = hasIntermediate(specification);
	return [
		'anchorsmith configure',
		`--cli-profile ${shellWord(specification.name)}`,
		`--certificate ${path.join(folder, 'certificate.pem')}`,
		`--private-key ${path.join(folder, 'private-key.pem')}`,
		...(hasChain ? [`--intermediates ${path.join(folder, 'chain.pem')}`] : []),
		`--trust-anchor-arn ${known.trustAnchorArn ?? ''}`,
		`--profile-arn ${known.rolesAnywhereProfileArn ?? ''}`,
		`--role-arn ${known.roleArn ?? ''}`,
		...(durationSeconds === 3600 ? [] : [`--session-duration ${durationSeconds}`]),
		...(endpoint === undefined ? [] : [`--endpoint ${endpoint}`]),
	].join(' ');
}

function hasIntermediate({issuer, aws}: Specification): boolean {
	return issuer?.source === 'new' ? issuer.withIssuing : aws?.trustedIssuer !== undefined;
}

function ofAuthority(parts: HandOverParts): readonly HandOver[] {
	const {specification, known} = parts;
	const {issuer, endEntity} = specification;
	const anchor = known.anchorFile ?? '';
	const signer = path.join(path.dirname(anchor), 'issuer.pem');
	const hasIssuing = issuer?.source === 'new' && issuer.withIssuing;
	const subject = subjectOf(endEntity);
	const files = certificateFiles(known);
	return [
		...(files.length === 0 ? [] : [{to: 'operator' as const, files, facts: [], commands: []}]),
		{
			to: 'administrator',
			files: hasIssuing ? [anchor, signer] : [anchor],
			facts: [],
			commands: [
				[
					`anchorsmith setup --part aws --issuer-certificate ${path.basename(anchor)}`,
					...(hasIssuing ? [`--intermediates ${path.basename(signer)}`] : []),
					`--trusted-subject ${subject === undefined ? 'DN' : shellWord(subject)}`,
				].join(' '),
			],
		},
	];
}

function signing({name}: IssuerGoal & {readonly source: 'new'}, machine: string, {home}: HandOverParts): string {
	const at = home === undefined ? '' : ` --home ${shellWord(home)}`;
	return `anchorsmith sign ${machine}/request.csr --issuer ${shellWord(name)}${at} --out ${machine}`;
}

/** What travels to a machine: its certificate, those above it, and a key that was made here. */
function certificateFiles({endEntity}: Known): readonly string[] {
	const {certificate, intermediates, privateKey} = endEntity?.files ?? {};
	return [certificate, intermediates, privateKey].flatMap(file => file ?? []);
}

/** The subject of the machine's certificate, and a name for its folder after the CN where that can be one. */
function machineOf({name, endEntity}: Specification, {trustedSubject}: AwsGoal): {name: string; subject: string} {
	const subject = subjectOf(endEntity) ?? trustedSubject ?? `CN=${name}`;
	const parsed = parseDistinguishedName(subject);
	const commonName = parsed.ok ? parsed.value.flat().find(({shortName}) => shortName === 'CN')?.value : undefined;
	return {subject, name: commonName !== undefined && isStoredName(commonName) ? commonName : name};
}

function subjectOf(endEntity: EndEntityGoal | undefined): string | undefined {
	switch (endEntity?.source) {
		case 'csr':
			return endEntity.request.subject.text;
		case 'existing':
			return endEntity.certificate.subject.text;
		default:
			return endEntity?.subject;
	}
}
