import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {validatePath} from '../../../src/rules/validate-path.ts';
import {compareWithCerttool} from '../../support/compare-with-certtool.ts';
import {compareWithOpenssl} from '../../support/compare-with-openssl.ts';
import {caExtensions} from '../../support/hierarchy.ts';
import {isPresent} from '../../support/judges.ts';
import {askCerttool} from '../../support/path-judges.ts';
import {
	hostCertificate,
	issuerCertificate,
	pathKeys,
	pathNames,
	question,
	rootCertificate,
} from '../../support/path-question.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'anchorsmith-judges-'));
afterAll(() => rmSync(folder, {recursive: true}));

describe.runIf(isPresent('openssl'))('openssl', () => {
	test.each([false, true])(
		'disagrees about random hierarchies only for reasons that docs/adr gives (strict: %s)',
		{timeout: 120_000},
		isStrict => {
			const {unexplained, accepted} = compareWithOpenssl({seed: 20_261_122, count: 250, folder, isStrict});
			expect(unexplained).toEqual([]);
			expect(accepted).toBeGreaterThan(50);
		},
	);
});

describe.runIf(isPresent('certtool') && isPresent('openssl'))('certtool', () => {
	test('disagrees about random hierarchies only for reasons that docs/adr gives', {timeout: 120_000}, () => {
		const {unexplained, accepted} = compareWithCerttool({seed: 20_261_122, count: 150, folder});
		expect(unexplained).toEqual([]);
		expect(accepted).toBeGreaterThan(50);
	});

	test.each<[string, Partial<Parameters<typeof validatePath>[0]>]>([
		['a good path', {}],
		['a broken signature', {certificate: hostCertificate('ca', {isBroken: true})}],
		[
			'an expired intermediate',
			{intermediates: [issuerCertificate('ca', 'root', {notAfter: new Date('2026-05-01T00:00:00Z')})]},
		],
		['an intermediate that is no CA', {intermediates: [issuerCertificate('ca', 'root', {extensions: []})]}],
		['an anchor of another key', {anchors: [rootCertificate({key: pathKeys.other, signer: pathKeys.other})]}],
		[
			'a path that is too long',
			{
				certificate: hostCertificate('sub', {issuer: pathNames.sub}),
				intermediates: [
					issuerCertificate('sub', 'ca'),
					issuerCertificate('ca', 'root', {extensions: caExtensions(pathKeys.ca, pathKeys.root, {pathLength: 0})}),
				],
			},
		],
	])('agrees about %s', (_title, differs) => {
		const asked = question({at: new Date(), ...differs});
		expect(askCerttool(asked, folder).accepted).toBe(validatePath(asked).accepted);
	});
});
