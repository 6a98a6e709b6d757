import {isSessionTag} from '../aws/session-tag.ts';
import {type Certificate, decodedValue} from '../pki/certificate/certificate.ts';
import {attributeOid, attributeShortName} from '../pki/der/oids.ts';
import type {DistinguishedName} from '../pki/names/names.ts';
import type {AttributeMapping} from './account-state.ts';

/** What a new profile maps (fact sheet, TAG-01). */
export const DEFAULT_MAPPINGS: readonly AttributeMapping[] = [
	{certificateField: 'x509Subject', specifiers: ['*']},
	{certificateField: 'x509Issuer', specifiers: ['*']},
	{certificateField: 'x509SAN', specifiers: ['DNS', 'URI', 'Name/*']},
];

/** The session tags of a certificate, and what was to become one but cannot (fact sheet, TAG-06). */
export interface PrincipalTags {
	/** By key without `aws:PrincipalTag/`, such as `x509Subject/CN`. */
	readonly tags: Readonly<Record<string, string>>;
	/** Names as the service lists them, such as `CN` or `DNS`, in the order of the certificate. */
	readonly unmapped: UnmappedAttributes;
}

/** Attributes that STS would not take as tags, by part of the certificate. */
export interface UnmappedAttributes {
	readonly issuer: readonly string[];
	readonly subject: readonly string[];
	readonly san: readonly string[];
}

/** STS takes at most 64 characters, so the prefix gives way to a longer name. */
const MAX_SOURCE_IDENTITY = 64;
const PREFIX = 'CN=';

/**
 * The source identity of a session made with this certificate (fact sheet, SID-01 to SID-03):
 * `CN=<CN>`, the bare CN when it is longer than 61 characters, or `ID=<serial>` without CN.
 * With several CNs, the first; the service's choice is not documented. Comes from outside.
 */
export function sourceIdentityOf({subject, serial}: Certificate): string {
	const commonName = subject.first('CN');
	if (commonName === undefined) {
		return `ID=${serial.hex}`;
	}

	return commonName.length + PREFIX.length <= MAX_SOURCE_IDENTITY ? `${PREFIX}${commonName}` : commonName;
}

/**
 * What keeps a source identity from being set; undefined for a good one. Allows what STS
 * documents and the characters that session tags may hold beside it (fact sheet, EE-10, EE-11).
 */
export function sourceIdentityProblem(sourceIdentity: string): string | undefined {
	if (sourceIdentity.length > MAX_SOURCE_IDENTITY) {
		return `has ${sourceIdentity.length} characters, and STS takes at most ${MAX_SOURCE_IDENTITY}`;
	}

	return /^[\p{L}\p{Z}\p{N}_.:/=+\-@,]*$/u.test(sourceIdentity)
		? undefined
		: 'holds characters other than letters, digits, spaces and _.:/=+-@,';
}

/** The session's name unless the request sets one: the serial number's DER octets in hex (fact sheet, RESP-03). */
export function sessionNameOf({serial}: Certificate): string {
	return serial.hex;
}

/**
 * The tags that a profile's mappings make of a certificate (fact sheet, TAG-01 to TAG-08).
 * Several values of one type are joined with `/`. Of the subject alternative names, only the
 * first DNS name, URI and directory name count.
 */
export function principalTagsOf(certificate: Certificate, mappings: readonly AttributeMapping[]): PrincipalTags {
	const names = decodedValue(certificate.subjectAlternativeName) ?? [];
	const directoryName = names.find(({kind}) => kind === 'directoryName');
	const san: Attribute[] = [
		...attributesOfName(directoryName?.kind === 'directoryName' ? directoryName.value : undefined, 'Name/'),
		...(['dns', 'uri'] as const).flatMap(kind => {
			const first = names.find(name => name.kind === kind);
			return first?.kind === kind ? [{label: kind.toUpperCase(), value: first.value, isRecognised: true}] : [];
		}),
	];

	const subject = chosen(attributesOfName(certificate.subject, ''), 'x509Subject', mappings);
	const issuer = chosen(attributesOfName(certificate.issuer, ''), 'x509Issuer', mappings);
	const alternatives = chosen(san, 'x509SAN', mappings);
	return {
		tags: Object.fromEntries(
			[...subject, ...issuer, ...alternatives].filter(isMappable).map(({key, value}) => [key, value]),
		),
		unmapped: {issuer: unmappable(issuer), subject: unmappable(subject), san: unmappable(alternatives)},
	};
}

interface Attribute {
	/** As the last part of the tag's key. */
	readonly label: string;
	readonly value: string;
	/** True when `*` covers it: its type has a short name. */
	readonly isRecognised: boolean;
}

type Tag = Attribute & {readonly key: string};

function attributesOfName(name: DistinguishedName | undefined, prefix: string): Attribute[] {
	const values = new Map<string, string[]>();
	for (const {oid, value} of name?.rdns.flat() ?? []) {
		const known = values.get(oid);
		if (known) {
			known.push(value);
		} else {
			values.set(oid, [value]);
		}
	}

	return [...values].map(([oid, all]) => ({
		label: prefix + (attributeShortName(oid) ?? oid),
		value: all.join('/'),
		isRecognised: attributeShortName(oid) !== undefined,
	}));
}

function chosen(
	attributes: readonly Attribute[],
	field: AttributeMapping['certificateField'],
	mappings: readonly AttributeMapping[],
): readonly Tag[] {
	const specifiers = mappings
		.filter(({certificateField}) => certificateField === field)
		.flatMap(mapping => mapping.specifiers.map(specifier => canonicalSpecifier(specifier, field)));
	return attributes
		.filter(
			({label, isRecognised}) => specifiers.includes(label) || (isRecognised && specifiers.includes(wildcardOf(label))),
		)
		.map(attribute => ({...attribute, key: `${field}/${attribute.label}`}));
}

/** The specifier that covers an attribute without naming it; SANs have none for DNS and URI. */
function wildcardOf(label: string): string {
	return label.startsWith('Name/') ? 'Name/*' : '*';
}

/** One spelling for each specifier: short names rather than OIDs, `Name/*` for `Name` and `Name/`. */
function canonicalSpecifier(specifier: string, field: AttributeMapping['certificateField']): string {
	if (field !== 'x509SAN') {
		return shortNameOf(specifier);
	}

	const [, type] = /^Name(?:\/(.*))?$/.exec(specifier) ?? [];
	if (type === undefined && specifier !== 'Name') {
		return specifier === '*' ? '' : specifier;
	}

	return `Name/${type === undefined || type === '' ? '*' : shortNameOf(type)}`;
}

function shortNameOf(type: string): string {
	return attributeShortName(attributeOid(type) ?? type) ?? type;
}

function isMappable({key, value}: Tag): boolean {
	return isSessionTag(key, value);
}

function unmappable(tags: readonly Tag[]): readonly string[] {
	return tags.filter(tag => !isMappable(tag)).map(({label}) => label);
}
