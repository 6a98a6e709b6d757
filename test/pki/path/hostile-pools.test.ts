import {spawnSync} from 'node:child_process';
import {describe, expect, test} from 'vitest';
import {validatePath} from '../../../src/rules/validate-path.ts';
import {
	alternativeNames,
	caExtensions,
	certify,
	general,
	hierarchyKey,
	nameConstraints,
	policies,
	policyConstraints,
	policyMappings,
} from '../../support/hierarchy.ts';
import {hostileKeys, levelName, mesh, namesakes} from '../../support/hostile-pools.ts';
import {
	hostCertificate,
	issuerCertificate,
	pathKeys,
	pathNames,
	question,
	rootCertificate,
} from '../../support/path-question.ts';

/** The limit of the test runner stands for "ends": whether it takes half a second or two is for `npm run bench`. */
const ENDS = 20_000;
const rules = (input: Parameters<typeof validatePath>[0]) =>
	new Set(validatePath(input).findings.map(({rule}) => rule));
describe('a search ends, with a reason,', {timeout: ENDS}, () => {
	test('among thousands of certificates of one name', () => {
		const certificate = hostCertificate('ca', {signer: hierarchyKey()});
		const intermediates = namesakes(2000);
		expect(rules(question({certificate, intermediates}))).toContain('path-signature');
	});

	test('in a deep mesh that leads nowhere', () => {
		const certificate = hostCertificate('ca', {issuer: levelName(0), signer: hostileKeys[0]});
		expect(rules(question({certificate, intermediates: mesh(8, 6)}))).toContain('path-issuer-present');
	});

	test('in a deep mesh that leads to an anchor which demands a policy that nobody has', () => {
		const [top] = hostileKeys;
		const anchor = certify({
			subject: levelName(8),
			issuer: levelName(8),
			key: top,
			signer: top,
			extensions: caExtensions(top, top),
		});
		const certificate = hostCertificate('ca', {issuer: levelName(0), signer: hostileKeys[0]});
		const found = rules(
			question({certificate, intermediates: mesh(8, 6), anchors: [anchor], policies: {requireExplicit: true}}),
		);
		expect([...found]).toEqual(expect.arrayContaining(['path-policy', 'path-budget']));
	});

	test('with policies that multiply at each certificate', () => {
		const some = Array.from({length: 60}, (_, index) => `1.3.6.1.4.1.55555.${index}`);
		const pairs = some.flatMap(one => some.map(other => [one, other] as const));
		const level = (index: number) => `CN=P${index},O=Example`;
		const intermediates = Array.from({length: 8}, (_, index) =>
			certify({
				subject: level(index),
				issuer: index === 0 ? pathNames.root : level(index - 1),
				key: pathKeys.ca,
				signer: index === 0 ? pathKeys.root : pathKeys.ca,
				serial: index + 10,
				extensions: caExtensions(pathKeys.ca, pathKeys.ca, {
					more: [policies(some), policyMappings(pairs), policyConstraints({explicit: 0})],
				}),
			}),
		);
		const certificate = hostCertificate('ca', {issuer: level(7), more: [policies(['1.3.6.1.4.1.55555.999'])]});
		expect([...rules(question({certificate, intermediates}))]).toEqual(['path-policy']);
	});

	test('with thousands of names under thousands of constraints', () => {
		const many = (count: number, suffix: string) =>
			Array.from({length: count}, (_, index) => general.dns(`n${index}.${suffix}`));
		const constraints = nameConstraints({excluded: many(3000, 'example.org')});
		const certificate = hostCertificate('ca', {more: [alternativeNames(many(3000, 'example.com'))]});
		const intermediates = [issuerCertificate('ca', 'root', {more: [constraints]})];
		expect([...rules(question({certificate, intermediates}))]).toEqual(['path-budget']);
	});

	test('in a loop of issuers', () => {
		const intermediates = [issuerCertificate('ca', 'sub'), issuerCertificate('sub', 'ca')];
		expect(rules(question({intermediates, anchors: [rootCertificate()]}))).not.toContain('path-budget');
	});
});

test('hostile pools leave memory alone: all are judged in a heap of 128 megabytes', {timeout: 120_000}, () => {
	const words = ['--max-old-space-size=128', 'src/dev/run.mjs', 'test/support/judge-hostile-pools.ts'];
	const {status, stdout, stderr} = spawnSync(process.execPath, words, {encoding: 'utf8'});
	expect([status, stdout, stderr]).toEqual([0, 'path-signature\npath-budget\npath-budget\npath-policy\n', '']);
});
