import {ExpectedError} from '../../errors.ts';
import {printable} from '../../printable.ts';
import {encodeName} from './name-writer.ts';
import {type ParsedAttribute, parseDistinguishedName} from './names.ts';

/** Most characters that a value may have, by OID: X.520's upper bounds, RFC 5280, appendix A.1. */
const UPPER_BOUNDS: ReadonlyMap<string, number> = new Map([
	['2.5.4.3', 64],
	['2.5.4.5', 64],
	['2.5.4.7', 128],
	['2.5.4.8', 128],
	['2.5.4.9', 128],
	['2.5.4.10', 64],
	['2.5.4.11', 64],
	['2.5.4.12', 64],
	['2.5.4.46', 64],
	['2.5.4.65', 128],
	['0.9.2342.19200300.100.1.25', 63],
	['1.2.840.113549.1.9.1', 255],
]);
/** For types without a bound of their own: X.520's for names (ub-name). */
const LONGEST = 32_768;

const COUNTRY = '2.5.4.6';
const PRINTABLE_STRING = /^[A-Za-z0-9 '()+,./:=?-]*$/;
const ASCII = /^[\x20-\x7e]*$/;
/** Characters allowed by the types that are not UTF-8. */
const ALLOWED: ReadonlyMap<string, RegExp> = new Map([
	['2.5.4.5', PRINTABLE_STRING],
	['2.5.4.46', PRINTABLE_STRING],
	['0.9.2342.19200300.100.1.25', ASCII],
	['1.2.840.113549.1.9.1', ASCII],
]);

/**
 * Reads RFC 4514 text into the DER of a Name that certificates here may carry.
 *
 * @throws {ExpectedError} `SUBJECT_INVALID` for text of another form, an empty name (EE-08), an empty or too long
 * value (EE-10), control or invisible characters, and characters that the type of attribute does not have.
 */
export function encodeSubject(text: string): Uint8Array {
	const parsed = parseDistinguishedName(text);
	if (!parsed.ok) {
		throw invalid(text, printable(parsed.problem.message));
	}

	if (parsed.value.length === 0) {
		throw invalid(text, 'it is empty, and the service does not support an empty subject');
	}

	for (const attribute of parsed.value.flat()) {
		const reason = findFault(attribute);
		if (reason !== undefined) {
			throw invalid(text, `${printable(attribute.shortName ?? attribute.oid)} ${reason}`);
		}
	}

	return encodeName(parsed.value);
}

/** The subject of an issuing CA made with a root where nobody gives one: the root's, with "issuing" after its CN. */
export function issuingSubjectOf(rootSubject: string): string {
	return rootSubject.replace(/(^|[,+]\s*)CN=((?:\\.|[^,+\\])*)/i, '$1CN=$2 issuing');
}

function findFault({oid, value, der}: ParsedAttribute): string | undefined {
	if (der !== undefined && value.toLowerCase() === `#${Buffer.from(der).toString('hex')}`) {
		return 'is not text; only text can be certified here';
	}

	const length = [...value].length;
	const bound = UPPER_BOUNDS.get(oid) ?? LONGEST;
	if (length === 0) {
		return 'has no value';
	}

	if (length > bound) {
		return `has ${length} characters, and ${bound} are the most that X.520 allows`;
	}

	if (printable(value) !== value) {
		return `holds characters that cannot be seen: ${printable(value)}`;
	}

	if (oid === COUNTRY && !/^[A-Z]{2}$/.test(value)) {
		return 'takes two capital letters, such as DE';
	}

	return ALLOWED.get(oid)?.test(value) === false
		? 'holds characters that this type of attribute does not have'
		: undefined;
}

function invalid(text: string, reason: string): ExpectedError {
	return new ExpectedError('SUBJECT_INVALID', `The subject "${printable(text)}" cannot be used: ${reason}.`, {
		next: ['Give it as RFC 4514 text, such as CN=host.example.com,O=Example'],
	});
}
