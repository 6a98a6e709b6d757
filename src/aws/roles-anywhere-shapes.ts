import type {AnswerReader} from './answer-reader.ts';

/** A trust anchor as the service shows it. */
export interface TrustAnchorDetail {
	readonly id: string;
	readonly arn: string;
	readonly name: string;
	readonly isEnabled: boolean;
	/** `CERTIFICATE_BUNDLE`, `AWS_ACM_PCA`, or what else the service names. */
	readonly sourceType: string;
	/** PEM text, for bundles. */
	readonly certificates?: string;
	readonly privateCaArn?: string;
}

/** A Roles Anywhere profile as the service shows it. */
export interface RolesAnywhereProfileDetail {
	readonly id: string;
	readonly arn: string;
	readonly name: string;
	readonly isEnabled: boolean;
	readonly roleArns: readonly string[];
	/** Seconds. */
	readonly durationSeconds: number;
	/** JSON text. */
	readonly sessionPolicy?: string;
	readonly managedPolicyArns: readonly string[];
	readonly acceptsRoleSessionName: boolean;
	readonly attributeMappings: readonly {readonly certificateField: string; readonly specifiers: readonly string[]}[];
}

/** An imported list of revoked certificates as the service shows it. */
export interface CrlDetail {
	readonly id: string;
	readonly arn: string;
	readonly name: string;
	readonly isEnabled: boolean;
	readonly trustAnchorArn: string;
	/** As imported, PEM or DER, in base64. */
	readonly data: string;
}

/** A subject without the certificates that were seen under it. */
export interface SubjectSummary {
	readonly id: string;
	readonly arn: string;
	/** In the service's own writing of names. */
	readonly x509Subject: string;
	readonly isEnabled: boolean;
}

/** What the service remembers of a subject (fact sheet, API-20). */
export interface SubjectDetail extends SubjectSummary {
	readonly credentials: readonly SeenCredential[];
}

/** A certificate that was seen under a subject. */
export interface SeenCredential {
	/** As the service writes it. */
	readonly serialNumber: string;
	readonly isEnabled: boolean;
	/** True when the last use of it was turned down. */
	readonly hasFailed: boolean;
	/** ISO 8601. */
	readonly seenAt: string;
}

/** One tag of a resource. */
export interface Tag {
	readonly key: string;
	readonly value: string;
}

/** Reads a trust anchor, or undefined when the answer holds none. */
export function readTrustAnchor(answer: AnswerReader): TrustAnchorDetail | undefined {
	const arn = answer.text('trustAnchorArn');
	const id = answer.text('trustAnchorId') ?? arn?.split('/').at(-1);
	if (arn === undefined || id === undefined) {
		return undefined;
	}

	const source = answer.object('source');
	const certificates = source.object('sourceData').text('x509CertificateData');
	const privateCaArn = source.object('sourceData').text('acmPcaArn');
	return {
		id,
		arn,
		name: answer.text('name') ?? '',
		isEnabled: answer.flag('enabled') ?? false,
		sourceType: source.text('sourceType') ?? '',
		...(certificates !== undefined && {certificates}),
		...(privateCaArn !== undefined && {privateCaArn}),
	};
}

/** Reads a Roles Anywhere profile, or undefined when the answer holds none. */
export function readProfile(answer: AnswerReader): RolesAnywhereProfileDetail | undefined {
	const arn = answer.text('profileArn');
	const id = answer.text('profileId') ?? arn?.split('/').at(-1);
	if (arn === undefined || id === undefined) {
		return undefined;
	}

	const sessionPolicy = answer.text('sessionPolicy');
	return {
		id,
		arn,
		name: answer.text('name') ?? '',
		isEnabled: answer.flag('enabled') ?? false,
		roleArns: answer.texts('roleArns'),
		durationSeconds: answer.number('durationSeconds') ?? 3600,
		...(sessionPolicy !== undefined && {sessionPolicy}),
		managedPolicyArns: answer.texts('managedPolicyArns'),
		acceptsRoleSessionName: answer.flag('acceptRoleSessionName') ?? false,
		attributeMappings: answer.objects('attributeMappings').map(mapping => ({
			certificateField: mapping.text('certificateField') ?? '',
			specifiers: mapping.objects('mappingRules').map(rule => rule.text('specifier') ?? ''),
		})),
	};
}

/** Reads a list of tags. */
export function readTags(answer: AnswerReader): readonly Tag[] {
	return answer.objects('tags').map(tag => ({key: tag.text('key') ?? '', value: tag.text('value') ?? ''}));
}

/** Reads an imported list, or undefined when the answer holds none. */
export function readCrl(answer: AnswerReader): CrlDetail | undefined {
	const arn = answer.text('crlArn');
	const id = answer.text('crlId') ?? arn?.split('/').at(-1);
	return arn === undefined || id === undefined
		? undefined
		: {
				id,
				arn,
				name: answer.text('name') ?? '',
				isEnabled: answer.flag('enabled') ?? false,
				trustAnchorArn: answer.text('trustAnchorArn') ?? '',
				data: answer.text('crlData') ?? '',
			};
}

/** Reads a subject without its certificates, or undefined when the answer holds none. */
export function readSubjectSummary(answer: AnswerReader): SubjectSummary | undefined {
	const arn = answer.text('subjectArn');
	const id = answer.text('subjectId') ?? arn?.split('/').at(-1);
	return arn === undefined || id === undefined
		? undefined
		: {id, arn, x509Subject: answer.text('x509Subject') ?? '', isEnabled: answer.flag('enabled') ?? false};
}

/** Reads a subject, or undefined when the answer holds none. */
export function readSubject(answer: AnswerReader): SubjectDetail | undefined {
	const summary = readSubjectSummary(answer);
	return (
		summary && {
			...summary,
			credentials: answer.objects('credentials').map(credential => ({
				serialNumber: credential.text('serialNumber') ?? '',
				isEnabled: credential.flag('enabled') ?? false,
				hasFailed: credential.flag('failed') ?? false,
				seenAt: credential.text('seenAt') ?? '',
			})),
		}
	);
}
