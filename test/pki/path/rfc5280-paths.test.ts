import {describe, expect, test} from 'vitest';
import {objectIdentifier, printableString, sequence, setOf, utf8String} from '../../../src/pki/der/der-writer.ts';
import {
	authorityKeyIdentifier,
	basicConstraints,
	extendedKeyUsage,
	keyUsage,
	subjectKeyIdentifier,
} from '../../../src/pki/issuing/extension-writer.ts';
import type {ValidatePathInput} from '../../../src/rules/validate-path.ts';
import {validatePath} from '../../../src/rules/validate-path.ts';
import {
	alternativeNames,
	caExtensions,
	endEntityExtensions,
	extension,
	general,
	hierarchyKey,
	hierarchyTime,
	nameConstraints,
	policies,
} from '../../support/hierarchy.ts';
import {
	hostCertificate,
	issuerCertificate,
	pathKeys,
	pathNames,
	question,
	refusals,
	rootCertificate,
} from '../../support/path-question.ts';

type Case = readonly [title: string, differs: () => Partial<ValidatePathInput>];

const unknown = (isCritical: boolean) => extension('1.3.6.1.4.1.55555.1', isCritical, Uint8Array.of(5, 0));
const name = (value: Uint8Array) => sequence(setOf(sequence(objectIdentifier('2.5.4.3'), value)));
const withCa = (ca: Uint8Array, host = hostCertificate()): Partial<ValidatePathInput> => ({
	certificate: host,
	intermediates: [ca],
});
const deep = (pathLength: number | undefined, subIsSelfIssued = false): Partial<ValidatePathInput> => {
	const ca = issuerCertificate('ca', 'root', {
		extensions: caExtensions(pathKeys.ca, pathKeys.root, pathLength === undefined ? {} : {pathLength}),
	});
	const sub = issuerCertificate('sub', 'ca', subIsSelfIssued ? {subject: pathNames.ca} : {});
	const host = hostCertificate('sub', subIsSelfIssued ? {issuer: pathNames.ca} : {});
	return {certificate: host, intermediates: [ca, sub]};
};

const accepted: readonly Case[] = [
	['6.1: a path of three certificates', () => ({})],
	['6.1: a path of two certificates', () => ({certificate: hostCertificate('root'), intermediates: []})],
	[
		'6.1.1 (d): an anchor that is an intermediate',
		() => ({anchors: [issuerCertificate('ca', 'root')], intermediates: []}),
	],
	['4.1.2.2: a root with the serial number zero', () => ({anchors: [rootCertificate({serial: Uint8Array.of(0)})]})],
	[
		'4.1.2.2: a serial number of 20 bytes',
		() => ({certificate: hostCertificate('ca', {serial: new Uint8Array(20).fill(0x55)})}),
	],
	[
		'4.1.2.6: an empty subject with a critical alternative name',
		() => ({
			certificate: hostCertificate('ca', {
				subject: '',
				more: [alternativeNames([general.dns('host.example.com')], true)],
			}),
		}),
	],
	[
		'4.2: an unknown extension that is not critical',
		() => ({certificate: hostCertificate('ca', {more: [unknown(false)]})}),
	],
	[
		'4.2.1.1: a root without authority key identifier',
		() => ({
			anchors: [
				rootCertificate({
					extensions: [basicConstraints({isCa: true}), subjectKeyIdentifier(pathKeys.root.identifier)],
				}),
			],
		}),
	],
	[
		'4.2.1.1: key identifiers that differ although the key is the right one',
		() => withCa(issuerCertificate('ca', 'root', {extensions: caExtensions(pathKeys.other, pathKeys.root)})),
	],
	[
		'4.2.1.3: a CA without key usage',
		() => withCa(issuerCertificate('ca', 'root', {extensions: [basicConstraints({isCa: true}), ...identifiers]})),
	],
	[
		'4.2.1.3: a key usage that is not critical',
		() =>
			withCa(
				issuerCertificate('ca', 'root', {
					extensions: [
						basicConstraints({isCa: true}),
						extension('2.5.29.15', false, Uint8Array.of(3, 2, 1, 6)),
						...identifiers,
					],
				}),
			),
	],
	[
		'4.2.1.9: an intermediate whose basicConstraints are not critical',
		() =>
			withCa(
				issuerCertificate('ca', 'root', {
					extensions: [looseBasicConstraints, keyUsage(['keyCertSign']), ...identifiers],
				}),
			),
	],
	['4.2.2.1: places of the issuer', () => ({certificate: hostCertificate('ca', {more: [places(aPlace)]})})],
	['4.1.2.5: a fraction of the last second', () => ({at: new Date(hierarchyTime.getTime() + 999)})],
	['4.2.1.12: no extended key usage', () => ({})],
	[
		'4.2.1.12: clientAuth',
		() => ({certificate: hostCertificate('ca', {more: [extendedKeyUsage(['1.3.6.1.5.5.7.3.2'])]})}),
	],
	[
		'4.2.1.12: anyExtendedKeyUsage',
		() => ({certificate: hostCertificate('ca', {more: [extendedKeyUsage(['2.5.29.37.0'])]})}),
	],
	[
		'4.2.1.12: serverAuth where no purpose is asked for',
		() => ({
			purpose: 'any',
			certificate: hostCertificate('ca', {more: [extendedKeyUsage(['1.3.6.1.5.5.7.3.1'])]}),
		}),
	],
	['6.1.4 (l): as many intermediates as allowed', () => deep(1)],
	['6.1.4 (l): a self-issued intermediate, which does not count', () => deep(0, true)],
	[
		'7.1: a name in other letters and with other spaces',
		() => ({
			certificate: hostCertificate('ca', {issuer: 'CN=  ca ,O=EXAMPLE'}),
		}),
	],
	[
		'7.1: a PrintableString for a UTF8String',
		() => ({
			intermediates: [issuerCertificate('ca', 'root', {subject: name(utf8String('Some CA'))})],
			certificate: hostCertificate('ca', {issuer: name(printableString('some  CA'))}),
		}),
	],
	[
		'the first second of validity',
		() => ({certificate: hostCertificate('ca', {notBefore: new Date('2026-06-01T00:00:00Z')})}),
	],
	[
		'the last second of validity',
		() => ({certificate: hostCertificate('ca', {notAfter: new Date('2026-06-01T00:00:00Z')})}),
	],
];

const identifiers = [subjectKeyIdentifier(pathKeys.ca.identifier), authorityKeyIdentifier(pathKeys.root.identifier)];
const looseBasicConstraints = extension('2.5.29.19', false, sequence(Uint8Array.of(1, 1, 0xff)));
const places = (...descriptions: readonly Uint8Array[]) =>
	extension('1.3.6.1.5.5.7.1.1', false, sequence(...descriptions));
const aPlace = sequence(objectIdentifier('1.3.6.1.5.5.7.48.2'), general.uri('http://ca.example.com/ca.cer'));
const skipped = (type: string, value: Uint8Array) => () =>
	withCa(issuerCertificate('ca', 'root', {more: [extension(type, false, value)]}));

/** Each breaks what section 4 asks of issuers, and nothing of section 6. */
const conforming: readonly Case[] = [
	['4.1.2.2: a serial number of zero', () => ({certificate: hostCertificate('ca', {serial: Uint8Array.of(0)})})],
	['4.1.2.2: a negative serial number', () => ({certificate: hostCertificate('ca', {serial: Uint8Array.of(0xfe)})})],
	[
		'4.2.1.1: an end-entity certificate without authority key identifier',
		() => ({certificate: hostCertificate('ca', {extensions: [keyUsage(['digitalSignature'])]})}),
	],
	[
		'4.2.1.1: an intermediate without authority key identifier',
		() => withCa(issuerCertificate('ca', 'root', {extensions: caExtensions(pathKeys.ca, pathKeys.root).slice(0, 3)})),
	],
	[
		'4.2.1.1: an anchor without authority key identifier that somebody else signed, beside one that it signed itself',
		() => {
			const extensions = caExtensions(pathKeys.ca, pathKeys.root).slice(0, 3);
			return {
				anchors: [issuerCertificate('ca', 'root', {extensions})],
				intermediates: [issuerCertificate('ca', 'ca', {extensions})],
			};
		},
	],
	[
		'4.2.1.1: an authority key identifier that names a serial number without its issuer',
		() => ({
			certificate: hostCertificate('ca', {
				extensions: [
					keyUsage(['digitalSignature']),
					extension('2.5.29.35', false, sequence(Uint8Array.of(0x80, 1, 1), Uint8Array.of(0x82, 1, 1))),
				],
			}),
		}),
	],
	[
		'4.2.1.2: a root without subject key identifier',
		() => ({anchors: [rootCertificate({extensions: [basicConstraints({isCa: true}), keyUsage(['keyCertSign'])]})]}),
	],
	[
		'4.2.1.2: an intermediate without subject key identifier',
		() =>
			withCa(issuerCertificate('ca', 'root', {extensions: [basicConstraints({isCa: true}), ...identifiers.slice(1)]})),
	],
	[
		'4.2.1.9: a root whose basicConstraints are not critical',
		() => ({
			anchors: [rootCertificate({extensions: [looseBasicConstraints, subjectKeyIdentifier(pathKeys.root.identifier)]})],
		}),
	],
	[
		'4.2.1.9: a limit for paths in a certificate that is no CA',
		() => ({
			certificate: hostCertificate('ca', {more: [extension('2.5.29.19', true, sequence(Uint8Array.of(2, 1, 0)))]}),
		}),
	],
	[
		'4.2.1.10: name constraints in a certificate that is no CA',
		() => ({certificate: hostCertificate('ca', {more: [nameConstraints({permitted: [general.dns('example.com')]})]})}),
	],
	[
		'4.2.1.10: name constraints that are not critical',
		() =>
			withCa(
				issuerCertificate('ca', 'root', {
					more: [nameConstraints({permitted: [general.dns('example.com')], isCritical: false})],
				}),
			),
	],
	['4.2.1.11: policyConstraints that are not critical', skipped('2.5.29.36', sequence(Uint8Array.of(0x80, 1, 9)))],
	['4.2.1.14: inhibitAnyPolicy that is not critical', skipped('2.5.29.54', Uint8Array.of(2, 1, 9))],
	['4.2.1.13: distribution points that cannot be read', skipped('2.5.29.31', Uint8Array.of(5, 0))],
	['4.2.2.1: no place in a list of places', () => ({certificate: hostCertificate('ca', {more: [places()]})})],
	[
		'4.2.2.1: a list of places that is none',
		() => ({
			certificate: hostCertificate('ca', {more: [extension('1.3.6.1.5.5.7.1.1', false, Buffer.from('malformed'))]}),
		}),
	],
];

const refused: readonly (readonly [title: string, rule: string, differs: () => Partial<ValidatePathInput>])[] = [
	['4.1: bytes that are no certificate', 'path-readable', () => ({certificate: Uint8Array.of(0x30, 0)})],
	[
		'4.1.2.2: a serial number of 22 bytes',
		'path-sound',
		() => ({certificate: hostCertificate('ca', {serial: new Uint8Array(22).fill(0x55)})}),
	],
	['4.1.2.4: no issuer', 'path-sound', () => ({certificate: hostCertificate('ca', {issuer: ''})})],
	[
		'4.1.2.6: neither subject nor alternative name',
		'path-sound',
		() => ({certificate: hostCertificate('ca', {subject: ''})}),
	],
	[
		'4.2: one extension twice',
		'path-sound',
		() => ({certificate: hostCertificate('ca', {more: [unknown(false), unknown(false)]})}),
	],
	[
		'4.2: an unknown critical extension in the end-entity certificate',
		'path-critical-extension',
		() => ({
			certificate: hostCertificate('ca', {more: [unknown(true)]}),
		}),
	],
	[
		'4.2: an unknown critical extension in an intermediate',
		'path-critical-extension',
		() => withCa(issuerCertificate('ca', 'root', {more: [unknown(true)]})),
	],
	[
		'4.2: an unknown critical extension in the anchor',
		'path-critical-extension',
		() => ({anchors: [rootCertificate({more: [unknown(true)]})]}),
	],
	...conforming.map(([title, differs]) => [title, 'path-conforming', differs] as const),
	[
		'4.1.2.6: a CA without a name',
		'path-conforming',
		() =>
			withCa(
				issuerCertificate('ca', 'root', {
					subject: '',
					more: [alternativeNames([general.dns('ca.example.com')], true)],
				}),
				hostCertificate('ca', {issuer: ''}),
			),
	],
	[
		'4.2.1.12: issuers that share no purpose with what is below them, whatever is asked for',
		'path-purpose',
		() => ({
			...withCa(
				issuerCertificate('ca', 'root', {more: [extendedKeyUsage(['1.3.6.1.5.5.7.3.4'])]}),
				hostCertificate('ca', {more: [extendedKeyUsage(['1.3.6.1.5.5.7.3.1'])]}),
			),
			purpose: 'any',
		}),
	],
	[
		'4.2.1.2: a critical key identifier',
		'path-sound',
		() => ({
			certificate: hostCertificate('ca', {extensions: [extension('2.5.29.14', true, Uint8Array.of(4, 1, 1))]}),
		}),
	],
	[
		'4.2.1.3: keyCertSign without being a CA',
		'path-sound',
		() => ({certificate: hostCertificate('ca', {extensions: [keyUsage(['keyCertSign'])]})}),
	],
	[
		'4.2.1.4: one policy twice',
		'path-sound',
		() => ({certificate: hostCertificate('ca', {more: [policies(['1.2.3', '1.2.3'])]})}),
	],
	[
		'4.2.1.12: an extended key usage for servers alone',
		'path-purpose',
		() => ({
			certificate: hostCertificate('ca', {more: [extendedKeyUsage(['1.3.6.1.5.5.7.3.1'])]}),
		}),
	],
	[
		'4.2.1.12: an issuer for servers alone',
		'path-purpose',
		() => withCa(issuerCertificate('ca', 'root', {more: [extendedKeyUsage(['1.3.6.1.5.5.7.3.1'])]})),
	],
	[
		'4.2.1.12: an empty extended key usage',
		'path-sound',
		() => ({certificate: hostCertificate('ca', {more: [extendedKeyUsage([])]})}),
	],
	[
		'6.1.3 (a) (1): a signature over something else',
		'path-signature',
		() => ({certificate: hostCertificate('ca', {isBroken: true})}),
	],
	[
		'6.1.3 (a) (1): an issuer of that name with another key',
		'path-key-identifier',
		() =>
			withCa(
				issuerCertificate('ca', 'root', {key: pathKeys.other, extensions: caExtensions(pathKeys.other, pathKeys.root)}),
			),
	],
	[
		'6.1.3 (a) (2): an end-entity certificate that has expired',
		'path-end-entity-validity',
		() => ({
			certificate: hostCertificate('ca', {notAfter: new Date('2026-05-31T23:59:59Z')}),
		}),
	],
	[
		'6.1.3 (a) (2): an intermediate that is not valid yet',
		'path-validity',
		() => withCa(issuerCertificate('ca', 'root', {notBefore: new Date('2026-06-01T00:00:01Z')})),
	],
	[
		'6.1.3 (a) (2) and RFC 5937: an anchor that has expired',
		'path-validity',
		() => ({
			anchors: [rootCertificate({notAfter: new Date('2026-05-31T00:00:00Z')})],
		}),
	],
	['6.1.3 (a) (4): nobody with the name of the issuer', 'path-issuer-present', () => ({intermediates: []})],
	['6.1.4 (k): an intermediate of version 1', 'path-ca', () => withCa(issuerCertificate('ca', 'root', {version: 1}))],
	[
		'6.1.4 (k): an intermediate without basicConstraints',
		'path-ca',
		() => withCa(issuerCertificate('ca', 'root', {extensions: []})),
	],
	[
		'6.1.4 (k): an intermediate that says it is no CA',
		'path-ca',
		() => withCa(issuerCertificate('ca', 'root', {extensions: [basicConstraints({isCa: false})]})),
	],
	[
		'6.1.4 (k) and RFC 5937: an anchor that is no CA',
		'path-ca',
		() => ({anchors: [rootCertificate({extensions: []})]}),
	],
	['6.1.4 (l): more intermediates than allowed', 'path-length', () => deep(0)],
	[
		'6.1.4 (m) and RFC 5937: more intermediates than the anchor allows',
		'path-length',
		() => ({
			anchors: [rootCertificate({extensions: caExtensions(pathKeys.root, pathKeys.root, {pathLength: 0})})],
		}),
	],
	[
		'6.1.4 (n): an intermediate whose key usage leaves out keyCertSign',
		'path-key-cert-sign',
		() =>
			withCa(issuerCertificate('ca', 'root', {extensions: [basicConstraints({isCa: true}), keyUsage(['cRLSign'])]})),
	],
	[
		'the end-entity certificate as the anchor',
		'path-end-entity-not-anchor',
		() => {
			const own = hostCertificate('ca', {
				issuer: pathNames.host,
				signer: pathKeys.host,
				extensions: endEntityExtensions(pathKeys.host, pathKeys.host),
			});
			return {certificate: own, anchors: [own]};
		},
	],
	['a depth that is asked for', 'path-depth', () => ({...deep(undefined), maxDepth: 1})],
];

describe('RFC 5280 lets pass', () => {
	test.each(accepted)('%s', (_title, differs) => {
		expect(refusals(differs())).toEqual([]);
	});
});

describe('RFC 5280 refuses', () => {
	test.each(refused)('%s (%s)', (_title, rule, differs) => {
		expect(refusals(differs())).toContain(rule);
	});
});

describe('RFC 5280, section 6 alone, lets pass', () => {
	test.each(conforming)('%s', (_title, differs) => {
		expect(refusals({...differs(), demands: 'section-6'})).toEqual([]);
	});
});

describe('a path', () => {
	test('is the same whatever the order of the pool and whatever else is in it', () => {
		const other = hierarchyKey();
		const pool = [
			issuerCertificate('ca', 'root', {key: other, extensions: caExtensions(other, pathKeys.root)}),
			issuerCertificate('ca', 'root'),
			issuerCertificate('sub', 'ca'),
			issuerCertificate('ca', 'sub'),
			issuerCertificate('root', 'ca'),
			rootCertificate(),
			hostCertificate(),
			Uint8Array.of(1, 2, 3),
		];
		const asked = question();
		const forward = validatePath({...asked, intermediates: pool});
		const backward = validatePath({...asked, intermediates: [...pool, ...pool].toReversed()});
		expect(forward.path).toHaveLength(3);
		expect(backward).toEqual(forward);
	});

	test('is found past a way that the whole path refuses', () => {
		const narrow = issuerCertificate('ca', 'root', {
			extensions: caExtensions(pathKeys.ca, pathKeys.root, {pathLength: 0}),
		});
		const {intermediates = []} = deep(undefined);
		expect(refusals({...deep(undefined), intermediates: [narrow, ...intermediates]})).toEqual([]);
	});

	test('that only leads in a circle is refused, with a reason', () => {
		const intermediates = [issuerCertificate('ca', 'sub'), issuerCertificate('sub', 'ca')];
		const {accepted, findings} = validatePath(question({intermediates, anchors: []}));
		expect(accepted).toBe(false);
		expect(findings.map(({rule}) => rule)).toEqual(['path-issuer-present']);
	});

	test('refused at a time names that time', () => {
		const {findings} = validatePath(question({at: new Date('2050-03-04T05:06:07Z')}));
		expect(findings.map(({message}) => message).join('\n')).toContain('2050-03-04T05:06:07Z');
	});

	test('never throws on a flipped byte', () => {
		const certificate = hostCertificate();
		for (let index = 0; index < certificate.length; index += 1) {
			const flipped = Uint8Array.from(certificate);
			flipped[index] = (flipped[index] ?? 0) ^ 0xff;
			expect(validatePath(question({certificate: flipped})).accepted).toBe(false);
		}
	});
});
