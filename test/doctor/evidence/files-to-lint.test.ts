import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {contentEvidence} from '../../../src/doctor/evidence/content.ts';
import type {FileEvidence, FilesEvidence} from '../../../src/doctor/evidence/files.ts';
import {restoreFiles} from '../../../src/doctor/evidence/files-to-lint.ts';
import {absent, seen} from '../../../src/doctor/evidence/look.ts';
import {lintFiles} from '../../../src/lint/lint-files.ts';
import type {LintInput} from '../../../src/lint/lint-result.ts';
import {takeIn} from '../../../src/pki/intake/intake.ts';
import {openContainers} from '../../../src/pki/intake/open-container.ts';
import {testTime} from '../../support/certificates.ts';
import {makeFuzzCorpus} from '../../support/fuzz-corpus.ts';
import {PASSPHRASE} from '../../support/key-files.ts';
import {mutate, SeededRandom} from '../../support/mutator.ts';

const corpus = makeFuzzCorpus();

describe('files restored from evidence', () => {
	test('are judged as the files themselves', async () => {
		const {files} = await corpus;
		const bytes = fc.oneof(
			{weight: 4, arbitrary: fc.constantFrom(...files)},
			{
				weight: 1,
				arbitrary: fc
					.tuple(fc.constantFrom(...files), fc.constantFrom(...files), fc.integer({min: 1, max: 2 ** 31 - 1}))
					.map(([one, other, seed]) => mutate(one, other, new SeededRandom(seed))),
			},
			{weight: 1, arbitrary: fc.tuple(fc.constantFrom(...files), fc.constantFrom(...files)).map(Buffer.concat)},
		);
		const mode = fc.constantFrom(0o600, 0o644, 0o640);
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.tuple(bytes, mode), {minLength: 1, maxLength: 3}),
				fc.constantFrom(undefined, PASSPHRASE),
				async (contents, passphrase) => {
					const options = {at: testTime, ...(passphrase !== undefined && {passphrase})};
					const direct = await Promise.all(
						contents.map(
							async ([content, permissions], index): Promise<LintInput> => ({
								path: `/etc/pki/${index}.pem`,
								bytes: content,
								mode: permissions,
								intake: await openContainers(takeIn(content), passphrase),
							}),
						),
					);
					const evidence = JSON.stringify(evidenceOf(direct, passphrase));
					const restored = restoreFiles(JSON.parse(evidence));
					expect(lintFiles(restored, {at: testTime})).toEqual(lintFiles(direct, options));
				},
			),
			{numRuns: 60},
		);
	});

	test('are each given once, and not at all when they could not be read', () => {
		const file: FileEvidence = {
			path: '/etc/pki/both.pem',
			mode: 0o100600,
			access: {isReadable: true},
			content: {form: 'empty', notes: [], problems: [], items: []},
		};
		const closed: FileEvidence = {path: '/root/key.pem', access: {isReadable: false, obstacle: '/root'}};
		expect(
			restoreFiles({...nothing, certificate: seen(file), privateKey: seen(file), intermediates: seen(closed)}),
		).toMatchObject([{path: '/etc/pki/both.pem', mode: 0o600}]);
	});
});

const nothing: FilesEvidence = {
	certificate: absent,
	privateKey: absent,
	intermediates: absent,
	passphraseFile: absent,
	nearby: [],
	issuers: [],
};

function evidenceOf(inputs: readonly LintInput[], passphrase: string | undefined): FilesEvidence {
	const [certificate, privateKey, intermediates] = inputs.map(({path, mode = 0, bytes, intake}): FileEvidence => {
		return {path, mode, access: {isReadable: true}, content: contentEvidence(intake ?? takeIn(bytes), passphrase)};
	});
	const look = (file: FileEvidence | undefined) => (file ? seen(file) : absent);
	return {
		...nothing,
		certificate: look(certificate),
		privateKey: look(privateKey),
		intermediates: look(intermediates),
	};
}
