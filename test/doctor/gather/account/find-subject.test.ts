import {expect, test} from 'vitest';
import type {SubjectDetail, SubjectSummary} from '../../../../src/aws/roles-anywhere-shapes.ts';
import {findSubject} from '../../../../src/doctor/gather/account/find-subject.ts';
import {issueForTest} from '../../../support/certificates.ts';

const summary = (id: string, x509Subject: string): SubjectSummary => ({
	id,
	arn: `arn:aws:rolesanywhere:us-east-1:111122223333:subject/${id}`,
	x509Subject,
	isEnabled: true,
});

/** A service that remembers these subjects, so many a page. */
function remembering(pages: readonly (readonly SubjectSummary[])[]) {
	const asked: string[] = [];
	return {
		asked,
		async *subjectPages() {
			yield* pages;
		},
		async findSubject(id: string): Promise<SubjectDetail | undefined> {
			asked.push(id);
			const found = pages.flat().find(subject => subject.id === id);
			return found && {...found, credentials: []};
		},
	};
}

test.each([
	['as we write it', 'CN=host.example.com,O=Example'],
	['in the order of the certificate', 'O=Example, CN=host.example.com'],
	['with types as numbers and escapes', '2.5.4.3=host\\2Eexample.com,2.5.4.10=Example'],
])('finds the subject whose name is written %s', async (_title, name) => {
	const {certificate} = await issueForTest();
	const reader = remembering([[summary('one', 'CN=host.example.com')], [summary('two', name)]]);

	expect(await findSubject(reader, certificate)).toMatchObject({id: 'two', x509Subject: name});
	expect(reader.asked).toEqual(['two']);
});

test('knows that there is none, whatever the texts are', async () => {
	const {certificate} = await issueForTest();
	const reader = remembering([[summary('one', 'no name'), summary('two', 'CN=host.example.com,O=Example,C=DE')], []]);

	expect(await findSubject(reader, certificate)).toBeUndefined();
});

test('gives up where there are too many to look through', async () => {
	const {certificate} = await issueForTest();
	const reader = remembering(Array.from({length: 9}, () => [summary('one', 'CN=other')]));

	await expect(findSubject(reader, certificate)).rejects.toMatchObject({code: 'ANSWER_UNREADABLE'});
});
