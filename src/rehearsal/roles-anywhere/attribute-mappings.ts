import {list, structure, text} from '../shape.ts';
import {certificateField, type StoredProfile} from '../state.ts';
import {invalid} from './operation.ts';

type Mapping = StoredProfile['attributeMappings'][number];
type CertificateField = Mapping['certificateField'];

/** The member of this name in requests (fact sheet, TAG-08). */
export const mappingRules = list(structure({specifier: text({max: 60})}, {}));

/** The members that name which mapping is meant, and which part of it. */
export const mappingKey = {certificateField};

/**
 * The mappings with those of one field replaced. Whether the service replaces or adds is not
 * documented; replacing is what makes a mapping narrower, as its guide says.
 *
 * @throws {ServiceRefusal} `ValidationException` for a specifier that means nothing.
 */
export function replaceMapping(
	before: readonly Mapping[],
	field: CertificateField,
	specifiers: readonly string[],
): readonly Mapping[] {
	const normal = [...new Set(specifiers.map(specifier => normalise(field, specifier)))];
	const others = before.filter(mapping => mapping.certificateField !== field);
	return [...others, {certificateField: field, specifiers: normal}];
}

/** The mappings without some specifiers of one field, or without that field when none are named. Idempotent. */
export function removeMapping(
	before: readonly Mapping[],
	field: CertificateField,
	specifiers: readonly string[] | undefined,
): readonly Mapping[] {
	const gone = specifiers?.map(specifier => normalise(field, specifier));
	return before.flatMap(mapping => {
		if (mapping.certificateField !== field) {
			return [mapping];
		}

		const left = gone ? mapping.specifiers.filter(specifier => !gone.includes(specifier)) : [];
		return left.length === 0 ? [] : [{...mapping, specifiers: left}];
	});
}

const ATTRIBUTE = /^(?:\*|[A-Za-z][A-Za-z0-9]*|\d+(?:\.\d+)+)$/;

/** `Name` and `Name/` are shown as `Name/*`. */
function normalise(field: CertificateField, specifier: string): string {
	const normal = field === 'x509SAN' && /^Name\/?$/.test(specifier) ? 'Name/*' : specifier;
	const isKnown =
		field === 'x509SAN'
			? ['DNS', 'URI'].includes(normal) || (normal.startsWith('Name/') && ATTRIBUTE.test(normal.slice('Name/'.length)))
			: ATTRIBUTE.test(normal);
	if (!isKnown) {
		throw invalid(`The specifier '${specifier}' is not valid for the certificate field ${field}.`);
	}

	return normal;
}
