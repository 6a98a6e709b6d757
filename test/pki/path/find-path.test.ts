import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {findCertificationPath} from '../../../src/pki/path/find-path.ts';
import type {PathRequirement} from '../../../src/pki/path/requirement.ts';
import {type DiffersBy, issueForTest, pki, type TestCertificate, testTime} from '../../support/certificates.ts';
import {isPresent} from '../../support/judges.ts';

interface World {
	readonly endEntity: TestCertificate;
	readonly intermediates: readonly TestCertificate[];
	readonly anchors: readonly TestCertificate[];
}

function build({endEntity, intermediates, anchors}: World, at = testTime, maxIntermediates = 5) {
	return findCertificationPath({
		target: endEntity.certificate,
		intermediates: intermediates.map(({certificate}) => certificate),
		anchors: anchors.map(({certificate}) => certificate),
		crls: [],
		at,
		purpose: 'any',
		revocation: 'ignored',
		maxDepth: maxIntermediates,
		demands: 'service',
	});
}

/** Root, one issuer that differs, one end-entity certificate that differs. */
async function worldWhere(issuerDiffers: DiffersBy, endEntityDiffers: DiffersBy = {}): Promise<World> {
	const {root} = await pki();
	const issuer = await issueForTest({role: 'issuer', ...issuerDiffers});
	const endEntity = await issueForTest({...endEntityDiffers, signedBy: issuer});
	return {endEntity, intermediates: [issuer], anchors: [root]};
}

/** A chain of issuers below the root, each allowing what lies under it, and a certificate of the last. */
async function deepWorld(depth: number): Promise<World> {
	const {root} = await pki();
	const wide = await issueForTest({role: 'anchor', subject: 'CN=Wide Root,O=Example', basicConstraints: {isCa: true}});
	const intermediates: TestCertificate[] = [];
	for (let level = 1; level <= depth; level += 1) {
		const signedBy = intermediates.at(-1) ?? wide;
		const subject = `CN=Level ${level},O=Example`;
		intermediates.push(await issueForTest({role: 'issuer', subject, signedBy, basicConstraints: {isCa: true}}));
	}

	return {
		endEntity: await issueForTest({signedBy: intermediates.at(-1) ?? wide}),
		intermediates,
		anchors: [root, wide],
	};
}

const good: readonly (readonly [title: string, make: () => Promise<World>])[] = [
	['a root and an issuing CA', () => worldWhere({})],
	[
		'an end-entity certificate of the anchor itself',
		async () => {
			const {root, directEndEntity} = await pki();
			return {endEntity: directEndEntity, intermediates: [], anchors: [root]};
		},
	],
	[
		'an issuing CA as the anchor',
		async () => {
			const {issuing, endEntity} = await pki();
			return {endEntity, intermediates: [], anchors: [issuing]};
		},
	],
	['an RSA issuer', () => worldWhere({algorithm: 'rsa2048'})],
	['a P-384 issuer', () => worldWhere({algorithm: 'p384'})],
	['a P-521 issuer', () => worldWhere({algorithm: 'p521'})],
	['five intermediates', () => deepWorld(5)],
	['no key identifiers', () => worldWhere({}, {authorityKeyIdentifier: 'absent'})],
];

const bad: readonly (readonly [requirement: PathRequirement, title: string, make: () => Promise<World>])[] = [
	[
		'issuer-present',
		'nothing between certificate and root',
		async () => ({...(await worldWhere({})), intermediates: []}),
	],
	['issuer-present', 'no anchor at all', async () => ({...(await worldWhere({})), anchors: []})],
	[
		'signature',
		'another issuer of the same name',
		async () => {
			const [one, other] = await Promise.all([
				worldWhere({subjectKeyIdentifier: 'absent'}, {authorityKeyIdentifier: 'absent'}),
				worldWhere({subjectKeyIdentifier: 'absent'}, {authorityKeyIdentifier: 'absent'}),
			]);
			return {...one, intermediates: other.intermediates};
		},
	],
	[
		'key-identifier',
		'another issuer of the same name that says which key it has',
		async () => ({...(await worldWhere({})), intermediates: (await worldWhere({})).intermediates}),
	],
	['signature', 'a signature that was changed', () => worldWhere({}, {signature: 'broken'})],
	['signature-algorithm', 'an issuer signed with SHA-1', () => worldWhere({signature: 'sha1'})],
	[
		'signature-algorithm',
		'an end-entity certificate signed with MD5',
		() => worldWhere({algorithm: 'rsa2048'}, {signature: 'md5'}),
	],
	['ca', 'an issuer that is not marked as CA', () => worldWhere({basicConstraints: {isCa: false}})],
	['ca', 'an issuer without basicConstraints', () => worldWhere({basicConstraints: 'absent'})],
	['key-cert-sign', 'an issuer that may not sign certificates', () => worldWhere({keyUsage: ['cRLSign']})],
	['validity', 'an issuer that has expired', () => worldWhere({notAfter: new Date('2026-05-31T00:00:00Z')})],
	['validity', 'an issuer that is not valid yet', () => worldWhere({notBefore: new Date('2026-06-02T00:00:00Z')})],
	[
		'validity',
		'an anchor that has expired',
		async () => {
			const anchor = await issueForTest({role: 'anchor', notAfter: new Date('2026-05-31T00:00:00Z')});
			return {endEntity: await issueForTest({signedBy: anchor}), intermediates: [], anchors: [anchor]};
		},
	],
	[
		'end-entity-validity',
		'an end-entity certificate that has expired',
		() => worldWhere({}, {notAfter: new Date('2026-05-31T00:00:00Z')}),
	],
	[
		'path-length',
		'an anchor that allows no intermediate',
		async () => {
			const anchor = await issueForTest({role: 'anchor', basicConstraints: {isCa: true, pathLength: 0}});
			const issuer = await issueForTest({role: 'issuer', signedBy: anchor});
			return {endEntity: await issueForTest({signedBy: issuer}), intermediates: [issuer], anchors: [anchor]};
		},
	],
];

describe('a path is found', () => {
	test.each(good)('through %s', async (_title, make) => {
		const world = await make();
		const {isAccepted, path: found} = build(world);

		expect(isAccepted).toBe(true);
		expect(found[0]).toBe(world.endEntity.certificate);
		expect(world.anchors.map(({certificate}) => certificate)).toContain(found.at(-1));
	});

	test('whatever the order of the intermediates, and with needless ones among them', async () => {
		const world = await deepWorld(3);
		const needless = await issueForTest({role: 'issuer', subject: 'CN=Needless,O=Example'});
		const shuffled = [...world.intermediates.toReversed(), needless, ...world.anchors];

		expect(build({...world, intermediates: shuffled}).path).toHaveLength(5);
	});

	test('past an issuer of the same name that leads nowhere', async () => {
		const world = await worldWhere({});
		const stale = await worldWhere({});

		expect(build({...world, intermediates: [...stale.intermediates, ...world.intermediates]}).isAccepted).toBe(true);
	});

	test('on the first and on the last instant of its validity', async () => {
		const world = await worldWhere({}, {notBefore: testTime, notAfter: testTime});

		expect(build(world).isAccepted).toBe(true);
		expect(build(world, new Date(testTime.getTime() + 1000)).isAccepted).toBe(false);
		expect(build(world, new Date(testTime.getTime() - 1000)).isAccepted).toBe(false);
	});
});

describe('no path is accepted', () => {
	test.each(bad)('(%s) with %s', async (requirement, _title, make) => {
		const {isAccepted, failures} = build(await make());

		expect(isAccepted).toBe(false);
		expect(failures.map(failure => failure.requirement)).toContain(requirement);
	});

	test('deeper than allowed', async () => {
		const {isAccepted, failures} = build(await deepWorld(6));

		expect(isAccepted).toBe(false);
		expect(failures.map(({requirement}) => requirement)).toEqual(['depth']);
	});

	test('where a name reads alike but is encoded in other bytes, and that is said', async () => {
		const {root, issuing, endEntity} = await pki();
		const text = Buffer.from(issuing.certificate.subject.der).toString('hex');
		const printableString = Buffer.from(text.replace(/(06035504..)0c/g, '$113'), 'hex');
		const other = await issueForTest({issuer: printableString, signedBy: issuing});
		const {failures} = build({endEntity: other, intermediates: [issuing], anchors: [root]});

		expect(endEntity.certificate.issuer.text).toBe(other.certificate.issuer.text);
		expect(failures[0]?.message).toContain('encoded in other bytes');
	});

	test('and a loop of certificates that all carry one name ends', async () => {
		const {root} = await pki();
		const subject = 'CN=Same,O=Example';
		const loop: TestCertificate[] = [];
		for (let index = 0; index < 8; index += 1) {
			loop.push(await issueForTest({role: 'anchor', subject, basicConstraints: {isCa: true}}));
		}
		const rekeyed = await Promise.all(loop.map(signedBy => issueForTest({role: 'issuer', subject, signedBy})));
		const endEntity = await issueForTest({signedBy: rekeyed[0] ?? root});

		expect(build({endEntity, intermediates: [...loop, ...rekeyed], anchors: [root]}).isAccepted).toBe(false);
	});
});

describe.runIf(isPresent('openssl'))('openssl agrees', () => {
	test.each([
		...good.map(([title, make]) => [title, make, true] as const),
		...bad.map(([, title, make]) => [title, make, false] as const),
	])('about %s', async (_title, make, isAccepted) => {
		expect(opensslAccepts(await make())).toBe(isAccepted);
	});
});

function opensslAccepts({endEntity, intermediates, anchors}: World): boolean {
	const folder = mkdtempSync(path.join(tmpdir(), 'anchorsmith-path-'));
	try {
		const write = (name: string, certificates: readonly TestCertificate[]) => {
			writeFileSync(path.join(folder, name), certificates.map(({pem}) => pem).join(''));
			return name;
		};
		const options = [
			...[
				'verify',
				'-no-CApath',
				'-no-CAstore',
				'-partial_chain',
				'-auth_level',
				'1',
				'-attime',
				String(testTime.getTime() / 1000),
			],
			...(anchors.length > 0 ? ['-CAfile', write('anchors.pem', anchors)] : ['-no-CAfile']),
			...(intermediates.length > 0 ? ['-untrusted', write('intermediates.pem', intermediates)] : []),
		];
		const {status} = spawnSync('openssl', [...options, write('certificate.pem', [endEntity])], {cwd: folder});
		return status === 0;
	} finally {
		rmSync(folder, {recursive: true});
	}
}
