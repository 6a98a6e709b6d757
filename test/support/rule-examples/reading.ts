import {readItem} from '../../../src/lint/read-item.ts';
import {takeIn} from '../../../src/pki/intake/intake.ts';
import {writeSigningRequest} from '../../../src/pki/issuing/csr-writer.ts';
import {generateKey} from '../../../src/pki/keys/key-generation.ts';
import type {AttemptedReading} from '../../../src/rules/attempted-reading.ts';
import {rules} from '../../../src/rules/reading/rules.generated.ts';
import {pki} from '../certificates.ts';
import {revocationListPem} from '../revocation-list.ts';
import {examplesOf} from './example.ts';

/** Examples of the rules on reading: a file, `<certificate>`, `<crl>` and `<request>` standing for good ones. */
export const readingExamples = examplesOf<AttemptedReading>(rules, async example => {
	const [item] = takeIn(Buffer.from(await fill(example))).items;
	if (item?.kind !== 'certificate' && item?.kind !== 'crl' && item?.kind !== 'certificate-request') {
		throw new Error('the example holds nothing that is read');
	}

	return {what: item.kind, problem: readItem(item, {path: 'example'}).problem};
});

async function fill(example: string): Promise<string> {
	switch (example) {
		case '<certificate>':
			return (await pki()).endEntity.pem;
		case '<crl>':
			return revocationListPem([1]);
		case '<request>':
			return writeSigningRequest(
				{subject: 'CN=host.example.com', alternativeNames: {dns: [], uri: [], ip: [], email: []}},
				await generateKey('p256'),
			);
		default:
			return example;
	}
}
