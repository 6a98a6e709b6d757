import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {validatePath} from '../../../src/rules/validate-path.ts';
import {compareWithCerttool} from '../../support/compare-with-certtool.ts';
import {compareWithOpenssl, explainOpenssl, OPENSSL_REASONS} from '../../support/compare-with-openssl.ts';
import {askUs} from '../../support/comparison.ts';
import {caExtensions} from '../../support/hierarchy.ts';
import {isPresent} from '../../support/judges.ts';
import {askCerttool, askOpenssl} from '../../support/path-judges.ts';
import {
	hostCertificate,
	issuerCertificate,
	pathKeys,
	pathNames,
	question,
	rootCertificate,
} from '../../support/path-question.ts';
import type {RandomHierarchy} from '../../support/random-hierarchy.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'anchorsmith-judges-'));
afterAll(() => rmSync(folder, {recursive: true}));

const anchoredAt = (anchor: Uint8Array): RandomHierarchy => ({
	certificate: hostCertificate(),
	intermediates: [],
	anchors: [anchor],
	crls: [],
	policies: [],
	features: [],
});

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

	const nameless = {extensions: caExtensions(pathKeys.ca, pathKeys.root).slice(0, 3)};
	test.each([
		['none', []],
		['one that it signed itself', [issuerCertificate('ca', 'ca', nameless)]],
		['one of another key', [issuerCertificate('ca', 'root', {...nameless, key: pathKeys.other})]],
	])(
		'asks an anchor that somebody else signed for no authority key identifier, whatever others of its name lack: %s',
		(_title, intermediates) => {
			const asked = {...anchoredAt(issuerCertificate('ca', 'root', nameless)), intermediates};
			const ours = askUs(asked, 'rfc5280');
			expect(ours.accepted).toBe(false);
			expect(askOpenssl(asked, folder, true).accepted).toBe(true);
			expect(explainOpenssl(asked, ours, {folder, isStrict: true})).toBe(OPENSSL_REASONS.anchorKeys);
		},
	);

	test.each([
		['an intermediate that lacks one', 'ca' as const, rootCertificate(), [issuerCertificate('ca', 'root', nameless)]],
		[
			'such an anchor below which a CA lacks one too',
			'sub' as const,
			issuerCertificate('ca', 'root', nameless),
			[issuerCertificate('sub', 'ca', {extensions: caExtensions(pathKeys.sub, pathKeys.ca).slice(0, 3)})],
		],
	])('has that for no excuse where the path needs more: %s', (_title, issuer, anchor, intermediates) => {
		const asked = {...anchoredAt(anchor), certificate: hostCertificate(issuer), intermediates};
		expect(explainOpenssl(asked, askUs(asked, 'rfc5280'), {folder, isStrict: true})).toBeUndefined();
	});
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
