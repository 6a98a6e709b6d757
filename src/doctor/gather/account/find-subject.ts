import type {RolesAnywhereReader} from '../../../aws/roles-anywhere.ts';
import type {SubjectDetail, SubjectSummary} from '../../../aws/roles-anywhere-shapes.ts';
import {ExpectedError} from '../../../errors.ts';
import type {Certificate} from '../../../pki/certificate/certificate.ts';
import {parseDistinguishedName} from '../../../pki/names/distinguished-name-text.ts';

/** Pages of subjects that are looked through; each takes a second of the quota. */
const MOST_PAGES = 8;

/**
 * What the service remembers of a certificate's subject. Names are compared attribute by attribute, since the service
 * orders and escapes them in its own way (fact sheet, MON-21).
 *
 * @returns undefined when it never saw one.
 * @throws {ExpectedError} `AWS_REFUSED` and what else the calls throw; `ANSWER_UNREADABLE` when there are too many to look through.
 */
export async function findSubject(
	reader: Pick<RolesAnywhereReader, 'subjectPages' | 'findSubject'>,
	{subject}: Certificate,
): Promise<SubjectDetail | undefined> {
	const wanted = shapeOf(subject.attributes);
	let pages = 0;
	for await (const page of reader.subjectPages()) {
		const found = page.find(candidate => isNamed(candidate, wanted, subject.text));
		if (found) {
			return reader.findSubject(found.id);
		}

		pages += 1;
		if (pages === MOST_PAGES) {
			throw tooMany();
		}
	}

	return undefined;
}

function isNamed({x509Subject}: SubjectSummary, wanted: string, text: string): boolean {
	const parsed = parseDistinguishedName(x509Subject);
	return x509Subject === text || (parsed.ok && shapeOf(parsed.value.flat()) === wanted);
}

function shapeOf(attributes: readonly {readonly oid: string; readonly value: string}[]): string {
	return JSON.stringify(attributes.map(({oid, value}) => [oid, value]).toSorted());
}

function tooMany(): ExpectedError {
	return new ExpectedError('ANSWER_UNREADABLE', 'The account has more subjects than are looked through here.', {
		next: ['Look for the subject in the console of IAM Roles Anywhere.'],
	});
}
