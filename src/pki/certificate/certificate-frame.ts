import {
	contextTag,
	type DerElement,
	DerError,
	DerFields,
	type DerProblem,
	derProblem,
	requireTag,
	tags,
} from '../der/der.ts';
import {readTime} from '../der/der-time.ts';
import {type Note, readInteger, readSmallInteger, readUnusedBits, readUnusedBitsOf} from '../der/der-values.ts';
import {type DistinguishedName, readName} from '../names/distinguished-name.ts';
import {type AlgorithmIdentifier, readAlgorithmIdentifier} from './algorithm-identifier.ts';
import {type Extension, readExtensions} from './extensions.ts';
import {readSubjectPublicKey, type SubjectPublicKey} from './public-key.ts';
import {SerialNumber} from './serial-number.ts';

/** From and until when a certificate is valid, both ends included (RFC 5280, section 4.1.2.5). */
export interface Validity {
	readonly notBefore: Date;
	readonly notAfter: Date;
}

/** Far beyond the 20 that RFC 5280 allows; turning longer ones into decimal would cost seconds. */
const MAX_SERIAL_OCTETS = 4096;

/** The frame of a certificate: everything but what is inside the extensions. */
export interface CertificateFrame {
	readonly tbs: DerElement;
	readonly version: number;
	readonly serial: SerialNumber;
	readonly tbsSignatureAlgorithm: AlgorithmIdentifier;
	readonly issuer: DistinguishedName;
	readonly validity: Validity;
	readonly subject: DistinguishedName;
	readonly publicKey: SubjectPublicKey;
	readonly extensions: readonly Extension[];
	readonly signatureAlgorithm: AlgorithmIdentifier;
	/** The BIT STRING. */
	readonly signature: DerElement;
	/** What was noted so far, and what decoding the rest adds. */
	readonly notes: DerProblem[];
}

/** @throws {DerError} */
export function readFrame(outer: DerElement): CertificateFrame {
	const notes: DerProblem[] = [];
	const note: Note = problem => void notes.push(problem);
	requireTag(outer, tags.sequence, 'The certificate');
	const outside = new DerFields(outer);
	const tbs = outside.expect(tags.sequence, 'The signed part');
	const inside = new DerFields(tbs);
	const frame = {
		tbs,
		version: readVersion(inside.optional(contextTag(0, 'constructed'), 'The version'), note),
		serial: readSerial(inside.next('The serial number'), note),
		tbsSignatureAlgorithm: readAlgorithmIdentifier(
			inside.next('The inner signature algorithm'),
			'The inner signature algorithm',
		),
		issuer: readName(inside.next('The issuer'), 'The issuer', note),
		validity: readValidity(inside.expect(tags.sequence, 'The validity'), note),
		subject: readName(inside.next('The subject'), 'The subject', note),
		publicKey: readSubjectPublicKey(inside.next('The public key'), note),
		extensions: readTail(inside, note),
		signatureAlgorithm: readAlgorithmIdentifier(outside.next('The signature algorithm'), 'The signature algorithm'),
		signature: outside.next('The signature'),
		notes,
	};
	readUnusedBits(frame.signature, 'The signature', note);
	outside.finish('The certificate');
	return frame;
}

/** Passes over the unique identifiers and reads the extensions. */
function readTail(fields: DerFields, note: Note): readonly Extension[] {
	for (const tag of UNIQUE_IDENTIFIERS) {
		const uniqueIdentifier = fields.optional(tag, 'A unique identifier');
		if (uniqueIdentifier) {
			readUnusedBitsOf(uniqueIdentifier, 'A unique identifier', note);
		}
	}

	const wrapper = fields.optional(contextTag(3, 'constructed'), 'The extensions');
	const extensions = wrapper ? readExtensions(onlyChild(wrapper, 'The extensions'), note) : [];
	fields.finish('The signed part');
	return extensions;
}

/** Of the issuer and of the subject; nobody uses them since version 3. */
const UNIQUE_IDENTIFIERS = [contextTag(1, 'primitive'), contextTag(2, 'primitive')];

function readVersion(wrapper: DerElement | undefined, note: Note): number {
	if (!wrapper) {
		return 1;
	}

	const version = readSmallInteger(onlyChild(wrapper, 'The version'), 'The version', note) + 1;
	if (version === 1) {
		note(derProblem('bad-value', wrapper.offset, 'The certificate spells out version 1, which DER leaves out'));
	}

	return version;
}

function readSerial(element: DerElement, note: Note): SerialNumber {
	const octets = readInteger(element, 'The serial number', note);
	if (octets.length > MAX_SERIAL_OCTETS) {
		throw new DerError(
			'bad-value',
			element.offset,
			`A serial number of more than ${MAX_SERIAL_OCTETS} bytes is not read`,
		);
	}

	return new SerialNumber(octets);
}

function readValidity(sequence: DerElement, note: Note): Validity {
	const fields = new DerFields(sequence);
	const notBefore = readTime(fields.next('notBefore'), 'notBefore', note);
	const notAfter = readTime(fields.next('notAfter'), 'notAfter', note);
	fields.finish('The validity');
	return {notBefore, notAfter};
}

function onlyChild(wrapper: DerElement, what: string): DerElement {
	const fields = new DerFields(wrapper);
	const child = fields.next(what);
	fields.finish(what);
	return child;
}
