import {describe, expect, test} from 'vitest';
import {ia5String, objectIdentifier, sequence, setOf, utf8String} from '../../../src/pki/der/der-writer.ts';
import {alternativeNames, extension, general, nameConstraints} from '../../support/hierarchy.ts';
import {hostCertificate, issuerCertificate, pathNames, refusals, rootCertificate} from '../../support/path-question.ts';

type Constraints = Parameters<typeof nameConstraints>[0];

function judge(constraints: Constraints, names: readonly Uint8Array[], subject: string | Uint8Array = pathNames.host) {
	const more = names.length > 0 ? [alternativeNames(names)] : [];
	const found = refusals({
		intermediates: [issuerCertificate('ca', 'root', {more: [nameConstraints(constraints)]})],
		certificate: hostCertificate('ca', {subject, more}),
	});
	return found.length === 0 ? 'accepted' : found.join();
}

const NO = 'path-name-constraints';
const {dns, email, uri, ip, directory} = general;
const ten = ip(10, 0, 0, 0, 255, 0, 0, 0);
const part = (oid: string, value: Uint8Array) => setOf(sequence(objectIdentifier(oid), value));
const withMail = sequence(
	part('2.5.4.3', utf8String('host')),
	part('1.2.840.113549.1.9.1', ia5String('one@example.com')),
);
const v6 = (...first: readonly number[]) => [...first, ...new Array<number>(16 - first.length).fill(0)];

describe('RFC 5280, section 4.2.1.10', () => {
	test.each<[string, Constraints, readonly Uint8Array[], string]>([
		['DNS: the permitted name itself', {permitted: [dns('example.com')]}, [dns('example.com')], 'accepted'],
		['DNS: a name below, in other letters', {permitted: [dns('example.com')]}, [dns('A.EXAMPLE.com')], 'accepted'],
		['DNS: a name that only ends alike', {permitted: [dns('example.com')]}, [dns('badexample.com')], NO],
		['DNS: the second name outside', {permitted: [dns('example.com')]}, [dns('a.example.com'), dns('b.org')], NO],
		['DNS: an excluded name', {excluded: [dns('example.com')]}, [dns('x.example.com')], NO],
		['DNS: a name that is not excluded', {excluded: [dns('example.com')]}, [dns('example.org')], 'accepted'],
		[
			'DNS: excluded within permitted',
			{permitted: [dns('example.com')], excluded: [dns('a.example.com')]},
			[dns('a.example.com')],
			NO,
		],
		['DNS: a leading dot', {permitted: [dns('.example.com')]}, [dns('a.example.com')], NO],
		['DNS: a leading dot in what is excluded', {excluded: [dns('.example.org')]}, [dns('a.example.com')], NO],
		['DNS: a name with a leading dot', {permitted: [dns('example.com')]}, [dns('.example.com')], NO],
		['DNS: an empty constraint permits all', {permitted: [dns('')]}, [dns('example.com')], 'accepted'],
		['DNS: an empty constraint excludes all', {excluded: [dns('')]}, [dns('example.com')], NO],
		['DNS: a wildcard within what is permitted', {permitted: [dns('example.com')]}, [dns('*.example.com')], 'accepted'],
		['DNS: a wildcard that goes beyond', {permitted: [dns('a.example.com')]}, [dns('*.example.com')], NO],
		[
			'DNS: a wildcard that may stand for an excluded name',
			{excluded: [dns('a.example.com')]},
			[dns('*.example.com')],
			NO,
		],
		['DNS: a constraint that is no name', {permitted: [dns('*.example.com')]}, [dns('a.example.com')], NO],
		['DNS: a name that is none', {excluded: [dns('example.com')]}, [dns('not a name')], NO],
		['DNS: no name of the form', {permitted: [dns('example.com')]}, [uri('https://other.org/')], 'accepted'],
		['mail: one mailbox', {permitted: [email('one@example.com')]}, [email('one@EXAMPLE.com')], 'accepted'],
		['mail: another mailbox', {permitted: [email('one@example.com')]}, [email('two@example.com')], NO],
		['mail: a mailbox in other letters', {permitted: [email('one@example.com')]}, [email('ONE@example.com')], NO],
		['mail: every mailbox of a host', {permitted: [email('example.com')]}, [email('two@example.com')], 'accepted'],
		['mail: a host below', {permitted: [email('example.com')]}, [email('two@a.example.com')], NO],
		[
			'mail: hosts below, with a leading dot',
			{permitted: [email('.example.com')]},
			[email('two@a.example.com')],
			'accepted',
		],
		['mail: the host itself, with a leading dot', {permitted: [email('.example.com')]}, [email('two@example.com')], NO],
		['mail: excluded', {excluded: [email('example.com')]}, [email('two@example.com')], NO],
		['URI: the host', {permitted: [uri('a.example.com')]}, [uri('https://u@a.example.com:8443/x')], 'accepted'],
		['URI: a host below', {permitted: [uri('example.com')]}, [uri('https://a.example.com/')], NO],
		[
			'URI: hosts below, with a leading dot',
			{permitted: [uri('.example.com')]},
			[uri('https://a.example.com/')],
			'accepted',
		],
		['URI: an address for a host', {permitted: [uri('example.com')]}, [uri('https://10.0.0.1/')], NO],
		['URI: no host', {excluded: [uri('example.com')]}, [uri('urn:example:a')], NO],
		['IP: within', {permitted: [ten]}, [ip(10, 9, 8, 7)], 'accepted'],
		['IP: outside', {permitted: [ten]}, [ip(11, 0, 0, 1)], NO],
		[
			'IP: version 6 within',
			{permitted: [ip(...v6(0x20, 1), ...v6(0xff, 0xff))]},
			[ip(...v6(0x20, 1, 0xd))],
			'accepted',
		],
		['IP: version 6 where version 4 is permitted', {permitted: [ten]}, [ip(...v6(0x20, 1))], NO],
		['IP: excluded', {excluded: [ten]}, [ip(10, 0, 0, 1)], NO],
		['IP: a mask with a gap', {permitted: [ip(10, 0, 0, 0, 255, 0, 255, 0)]}, [ip(10, 0, 0, 1)], 'path-sound'],
		['IP: an address without mask', {permitted: [ip(10, 0, 0, 0)]}, [ip(10, 0, 0, 0)], 'path-sound'],
		['directory: the subject within, in other letters', {permitted: [directory('O=EXAMPLE')]}, [], 'accepted'],
		['directory: the subject outside', {permitted: [directory('O=Other')]}, [], NO],
		['directory: the subject excluded', {excluded: [directory('O=Example')]}, [], NO],
		['directory: an alternative name outside', {permitted: [directory('O=Example')]}, [directory('CN=x,O=Other')], NO],
		[
			'another form: constrained and there',
			{permitted: [general.other('1.2.3', Uint8Array.of(5, 0))]},
			[general.other('1.2.3', Uint8Array.of(5, 0))],
			NO,
		],
		[
			'another form: constrained and not there',
			{excluded: [general.registeredId('1.2.3')]},
			[dns('a.example')],
			'accepted',
		],
		['mail: a name with two at signs', {permitted: [email('example.com')]}, [email('one@two@example.com')], NO],
		['mail: a quoted local part', {permitted: [email('example.com')]}, [email('"a b"@example.com')], 'accepted'],
		['mail: a constraint with two at signs', {permitted: [email('a@b@example.com')]}, [email('b@example.com')], NO],
		['IP: an address with a mask', {permitted: [ten]}, [ip(10, 0, 0, 1, 255, 0, 0, 0)], `path-sound,${NO}`],
	])('%s', (_title, constraints, names, expected) => {
		expect(judge(constraints, names)).toBe(expected);
	});

	test('section 6 alone takes a leading dot as many programs do, and keeps constraints that are not critical', () => {
		const ask = (constraints: Constraints, name: string) =>
			refusals({
				demands: 'section-6',
				intermediates: [issuerCertificate('ca', 'root', {more: [nameConstraints(constraints)]})],
				certificate: hostCertificate('ca', {more: [alternativeNames([dns(name)])]}),
			});
		expect(ask({permitted: [dns('.example.com')]}, 'a.example.com')).toEqual([]);
		expect(ask({permitted: [dns('.example.com')]}, 'example.com')).toEqual([NO]);
		expect(ask({permitted: [dns('example.com')], isCritical: false}, 'a.example.com')).toEqual([]);
		expect(ask({permitted: [dns('example.com')], isCritical: false}, 'b.example')).toEqual([NO]);
	});

	test('a mail address in the subject counts where there is no alternative name', () => {
		expect(judge({permitted: [email('example.org')]}, [], withMail)).toBe(NO);
		expect(judge({permitted: [email('example.com')]}, [], withMail)).toBe('accepted');
		expect(judge({permitted: [email('example.org')]}, [dns('a.example')], withMail)).toBe('accepted');
	});

	test('a common name that reads as a host counts where no alternative name is a host', () => {
		expect(judge({permitted: [dns('example.com')]}, [], 'CN=host.example.org')).toBe(NO);
		expect(judge({permitted: [dns('example.com')]}, [dns('a.example.com')], 'CN=host.example.org')).toBe('accepted');
		expect(judge({permitted: [dns('example.com')]}, [], 'CN=some words')).toBe('accepted');
	});

	test('a distance in a subtree is not understood, so the form is refused', () => {
		const base = sequence(dns('example.com'), Uint8Array.of(0x80, 1, 1));
		const odd = extension('2.5.29.30', true, sequence(Uint8Array.of(0xa0, base.length), base));
		const intermediates = [issuerCertificate('ca', 'root', {more: [odd]})];
		expect(
			refusals({intermediates, certificate: hostCertificate('ca', {more: [alternativeNames([dns('a.example.com')])]})}),
		).toEqual([NO]);
		expect(refusals({intermediates, certificate: hostCertificate()})).toEqual([]);
	});

	test('constraints that constrain nothing make a certificate unsound', () => {
		const empty = extension('2.5.29.30', true, sequence());
		expect(refusals({intermediates: [issuerCertificate('ca', 'root', {more: [empty]})]})).toEqual(['path-sound']);
	});
});

describe('RFC 5280, section 6.1.3 (b) and (c)', () => {
	test('every issuer above constrains, and each by itself', () => {
		const path = (root: Constraints, ca: Constraints) =>
			refusals({
				anchors: [rootCertificate({more: [nameConstraints(root)]})],
				intermediates: [issuerCertificate('ca', 'root', {more: [nameConstraints(ca)]})],
				certificate: hostCertificate('ca', {more: [alternativeNames([dns('a.example.com')])]}),
			});
		expect(path({permitted: [dns('example.com')]}, {permitted: [dns('a.example.com')]})).toEqual([]);
		expect(path({permitted: [dns('example.com')]}, {permitted: [dns('example.org')]})).toEqual([NO]);
		expect(path({permitted: [dns('example.org')]}, {permitted: [dns('example.com')]})).toEqual([NO]);
	});

	test('intermediates are constrained too, unless they are self-issued', () => {
		const constrained = issuerCertificate('ca', 'root', {
			more: [nameConstraints({excluded: [directory('CN=CA,O=Example')]})],
		});
		const selfIssued = issuerCertificate('sub', 'ca', {subject: pathNames.ca});
		const certificate = hostCertificate('sub', {issuer: pathNames.ca});
		expect(refusals({intermediates: [constrained, selfIssued], certificate})).toEqual([]);

		const other = issuerCertificate('ca', 'root', {
			more: [nameConstraints({excluded: [directory('CN=Sub CA,O=Example')]})],
		});
		expect(
			refusals({intermediates: [other, issuerCertificate('sub', 'ca')], certificate: hostCertificate('sub')}),
		).toEqual([NO]);
	});
});
