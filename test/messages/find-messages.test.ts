import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {catalogue} from '../../src/messages/catalogue.ts';
import {findMessages} from '../../src/messages/find-messages.ts';

const ids = (text: string): readonly string[] => findMessages(text).map(({message}) => message.id);

describe('a message is found', () => {
	test.each([
		['as it is', 'Untrusted signing certificate'],
		['in other capitals and with a dot', 'untrusted Signing CERTIFICATE.'],
		['after the prefix of old helpers', 'AccessDeniedException: Untrusted signing certificate\n\tstatus code: 403'],
		[
			'after the prefix of new helpers',
			'2026/11/22 10:00:00 operation error RolesAnywhere: CreateSession, https response error StatusCode: 403, RequestID: 0b, AccessDeniedException: Untrusted signing certificate',
		],
		['wrapped between words', 'Untrusted signing\ncertificate'],
		['wrapped within a word', 'Untrusted signing certi\nficate'],
		['wrapped, with line numbers', '  12  Untrusted signing\n  13  certificate'],
		[
			'wrapped, in a log',
			'2026-11-22T10:00:00.123Z app[7]: Untrusted\n2026-11-22T10:00:00.124Z app[7]: signing certificate',
		],
		['wrapped, from a container', 'web-1  | Untrusted signing cert\nweb-1  | ificate'],
		['quoted in a mail', '> Untrusted signing\n> certificate'],
		['in colours', '\u001b[31mUntrusted\u001b[0m \u001b[1;31msigning certificate\u001b[0m'],
		['in colours as tput ends them', '\u001b[31mUntrusted\u001b(B\u001b[m signing certificate'],
		['in colours that were written out', '\\u001b[31mUntrusted signing certificate\\x1b[0m'],
		['in colours that lost their escape', '[31mUntrusted signing certificate[0m'],
		['in colours as printable shows them', '\\u{1b}[31mUntrusted signing certificate\\u{1b}[0m'],
		['as JSON', '{"message":"\\nUntrusted signing certificate\\n"}'],
		['as JSON in JSON', '{"log":"{\\\\"message\\\\":\\\\"Untrusted signing certificate\\\\"}"}'],
		['in an address', 'error=Untrusted%20signing%20certificate'],
		['with odd blanks', 'Untrusted\u00a0signing\u2009certi\u00adficate'],
		['out of a PDF', 'Untrusted signing certi\ufb01cate'],
		['in UTF-16 read as something else', 'Untrusted signing certificate'.split('').join('\0')],
		['in another language', 'Beim Aufruf trat ein Fehler auf: „Untrusted signing certificate“ – was nun?'],
		['of which the end is missing', 'error: Untrusted signing certif'],
	])('%s', (_how, text) => {
		expect(ids(text)).toEqual(['untrusted-signing-certificate']);
	});

	test.each([
		['straight', "Requested Role isn't one of those listed in the Profile."],
		['curly', 'Requested Role isn’t one of those listed in the Profile.'],
		['an entity', 'Requested Role isn&#39;t one of those listed in the Profile.'],
		['an entity of an entity', 'Requested Role isn&amp;#x27;t one of those listed in the Profile.'],
		['escaped', "Requested Role isn\\'t one of those listed in the Profile."],
		['written out', 'Requested Role isn\\u0027t one of those listed in the Profile.'],
		['gone', 'Requested Role isnt one of those listed in the Profile.'],
	])('with an apostrophe that is %s', (_how, text) => {
		expect(ids(text)).toEqual(['role-not-in-profile']);
	});

	test('in an event of CloudTrail', () => {
		const event = {
			eventSource: 'rolesanywhere.amazonaws.com',
			eventName: 'CreateSession',
			errorCode: 'AccessDenied',
			errorMessage: 'Unable to assume role for arn:aws:iam::111122223333:role/Backup.',
			requestParameters: {durationSeconds: 3600},
		};
		expect(ids(JSON.stringify(event, null, 2))).toEqual(['unable-to-assume-role']);
	});

	test('at the end of a long log, wherever it was cut', () => {
		fc.assert(
			fc.property(fc.integer({min: 0, max: 60}), fc.integer({min: 1, max: 200}), (from, lines) => {
				const noise = '2026-11-22 10:00:00 INFO nothing to see here, all is well\n'.repeat(lines).slice(from);
				expect(ids(`${noise}ERROR Invalid signature\n${noise}`)).toEqual(['invalid-signature']);
			}),
			{numRuns: 20},
		);
	});
});

test('of a very long text the end is looked at', () => {
	expect(ids(`${'x '.repeat(600_000)}Invalid signature`)).toEqual(['invalid-signature']);
	expect(ids(`Invalid signature${' '.repeat(1_000_000)}`)).toEqual([]);
});

describe('of several messages', () => {
	test('the inner one comes first', () => {
		expect(
			ids(
				'Error when retrieving credentials from custom-process: 2026/11/22 10:00:00 operation error RolesAnywhere: CreateSession, https response error StatusCode: 403, RequestID: 0b, AccessDeniedException: Untrusted certificate. Insufficient certificate',
			),
		).toEqual(['insufficient-certificate', 'process-failed']);
		expect(
			ids(
				'CredentialsProviderError: Could not load credentials from any providers\n  [cause]: dial tcp: lookup x: no such host',
			),
		).toEqual(['host-unknown', 'no-credentials']);
	});

	test('a general one is left out where a specific one is there', () => {
		const role = 'Unable to assume role for arn:aws:iam::111122223333:role/R.';
		expect(ids(`${role} The requested DurationSeconds exceeds the MaxSessionDuration set for this role.`)).toEqual([
			'duration-exceeds-role',
		]);
		expect(
			ids(
				`${role} Some attributes failed to be mapped into session tags. Issuer: [ CN ]; Subject: [  ]; SAN: [ DNS/2 ]`,
			),
		).toEqual(['attributes-not-mapped']);
	});

	test('the later of one speaker comes first, each once', () => {
		expect(ids('Invalid signature\nInvalid signature\nUntrusted signing certificate\n')).toEqual([
			'untrusted-signing-certificate',
			'invalid-signature',
		]);
	});
});

describe('nothing is found', () => {
	test.each([
		'',
		' \n ',
		'hello world',
		'AccessDeniedException',
		'ERR-01',
		'403',
		'An error occurred (AccessDeniedException) when calling the CreateSession operation:',
		'certificate',
		'Untrusted',
		'mistrusted signing certificates',
		'the signature was invalid yesterday',
		'Das Zertifikat ist nicht vertrauenswürdig',
		'-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIUf1cLx0\n-----END CERTIFICATE-----',
	])('in %j', text => {
		expect(ids(text)).toEqual([]);
	});

	test('in text of which a part might be of two messages', () => {
		expect(ids('log: unable to parse private k')).toEqual(['helper-key-unparsed']);
		expect(ids('log: unable to parse p')).toEqual([]);
	});
});

describe('what is quoted', () => {
	test('is on one line and fit to be shown', () => {
		expect(findMessages('x\u0007 Untrusted\u0007\n signing certificate')[0]?.quoted).toBe(
			'Untrusted\\u{7} signing certificate',
		);
	});

	test('stands in the text', () => {
		fc.assert(
			fc.property(fc.constantFrom(...catalogue), fc.string(), fc.string(), ({phrases: [phrase]}, before, after) => {
				const text = `${before} ${phrase.replaceAll('…', 'x')} ${after}`;
				for (const {quoted} of findMessages(text)) {
					expect(quoted.length).toBeLessThanOrEqual(text.length * 8);
				}
			}),
		);
	});
});

test('whatever stands around a message and in between its words, it is found', () => {
	const noise = fc.stringMatching(/^[ \t.,:;'"()<>{}\u001b\u2019-]{0,6}$/);
	const word = fc.constantFrom('\n', '\r\n', ' ', '\\n', '&nbsp;', '\u00a0', '  ');
	fc.assert(
		fc.property(
			fc.constantFrom(...catalogue),
			noise,
			noise,
			fc.array(word, {minLength: 1, maxLength: 8}),
			(message, before, after, blanks) => {
				let at = 0;
				const text = message.phrases[0].replaceAll('…', 'x').replace(/ /g, () => blanks[at++ % blanks.length] ?? ' ');
				expect(ids(`${before}\n${text}\n${after}`)).toContain(message.id);
			},
		),
		{numRuns: 300},
	);
});

test('any text at all is read without failing, and none of 100 kB takes more than its length', () => {
	const pieces = fc.constantFrom(
		' ',
		'\\',
		'\u001b[',
		'&amp;',
		'1 ',
		'[1;',
		'version ',
		'Cannot read ',
		'%2',
		'| ',
		'x',
		'\n',
	);
	fc.assert(
		fc.property(fc.array(pieces, {minLength: 1, maxLength: 6}), parts => {
			const piece = parts.join('');
			expect(findMessages(piece.repeat(Math.ceil(100_000 / piece.length)))).toBeDefined();
		}),
		{numRuns: 5},
	);
	fc.assert(
		fc.property(fc.string({unit: 'binary'}), text => {
			expect(findMessages(text)).toBeDefined();
		}),
	);
});
