import {describe, expect, test} from 'vitest';
import {unrecorded} from '../../src/decide/unrecorded-words.ts';
import {catalogue} from '../../src/messages/catalogue.ts';
import {findMessages} from '../../src/messages/find-messages.ts';
import {splitAdvice} from '../../src/report/wrapped.ts';
import {everyRule} from '../../src/rules/folders.ts';

const ids = (text: string): readonly string[] => findMessages(text).map(({message}) => message.id);

describe('the catalogue', () => {
	test('names each message once, in words with hyphens', () => {
		const names = catalogue.map(({id}) => id);
		expect(new Set(names).size).toBe(names.length);
		expect(names.filter(id => !/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(id))).toEqual([]);
	});

	test('has every row of the catalogue of the fact sheet that has a message', () => {
		const rows = [
			...Array.from({length: 18}, (_, index) => index + 1),
			...Array.from({length: 11}, (_, index) => index + 20),
		];
		const known = new Set(catalogue.map(({fact}) => fact));
		expect(rows.map(row => `ERR-${String(row).padStart(2, '0')}`).filter(fact => !known.has(fact))).toEqual([]);
	});

	test('names only rules that there are', () => {
		const rules = new Set(everyRule.map(({id}) => id));
		const named = catalogue.flatMap(({causes}) => causes.flatMap(cause => cause.rules));
		expect([...new Set(named)].filter(id => !rules.has(id))).toEqual([]);
	});

	test('refines only messages that there are', () => {
		const names = new Set(catalogue.map(({id}) => id));
		expect(catalogue.flatMap(({refines = []}) => refines).filter(id => !names.has(id))).toEqual([]);
	});

	test('speaks in sentences, and gives commands at the end of advice only', () => {
		const said = catalogue.flatMap(({meaning, causes}) => [meaning, ...causes.map(({what}) => what)]);
		expect(said.filter(text => !/^["A-Za-z-].{10,}\.$/s.test(text))).toEqual([]);
		const commands = catalogue.flatMap(({causes}) => causes.map(({next}) => splitAdvice(next).command ?? ''));
		expect(commands.filter(command => /\. [A-Z]| shows /.test(command))).toEqual([]);
	});
});

describe.each(catalogue.map(message => [message.id, message] as const))('%s', (id, message) => {
	test('is recognised by its words and by each of its phrases, and before all else', () => {
		for (const text of [message.says, ...message.phrases.map(phrase => phrase.replaceAll('…', 'something'))]) {
			expect(ids(text), text).toEqual([id]);
		}
	});
});

describe('every refusal that a rule carries', () => {
	test.each(
		everyRule.flatMap(({id, refusal}) => (refusal ? [[id, `${refusal.code}: ${refusal.message}`] as const] : [])),
	)('leads back to %s', (id, text) => {
		const [first] = findMessages(text);
		expect(first?.message.causes.flatMap(({rules}) => rules)).toContain(id);
	});
});

describe('the words of the rehearsal', () => {
	test.each(Object.entries(unrecorded))('are known for %s', (_name, {code, message}) => {
		expect(findMessages(`${code}: ${message}`)).not.toEqual([]);
	});

	test('are told from those of the service, except where the service is known to use them elsewhere', () => {
		const taken = Object.entries(unrecorded).filter(
			([, {code, message}]) => findMessages(`${code}: ${message}`)[0]?.message.isOurs !== true,
		);
		expect(taken.map(([name]) => name)).toEqual(['profileUnusable', 'unsuitedAnchorCertificate']);
	});
});

/** As they stand in the fact sheet, section 6.3. */
const HELPER_LINES = [
	'could not parse PEM data',
	'unable to parse PEM data',
	'requested block type could not be found',
	'could not parse certificate',
	'unable to parse private key',
	'incorrect PKCS#8 private key password',
	'unable to read your PKCS#8 private key password',
	'undefined certificate value',
	'unsupported algorithm',
	'invalid certificate chain',
	"can't specify certificate chain when using PKCS#12 files; certificate bundle should be provided within the PKCS#12 file",
	'unable to use cert store signer on linux',
	'no matching certs found in cert store',
	'no matching identities',
	'multiple matching identities',
	"trust anchor and profile regions don't match",
	"failed to parse trust anchor arn: ''",
	"failed to parse profile arn: 'x'",
	'arn: invalid prefix',
	'invalid role ARN',
	'failed to create listener',
	'unable to get or create read-only AWS credentials file',
	'unable to write to AWS credentials file',
	'if any flags in the group [certificate cert-selector] are set none of the others can be; [certificate cert-selector] were all set',
	'unknown flag: --pkcs11-pin',
	'tls: failed to verify certificate: x509: certificate signed by unknown authority',
	'OSStatus -26276',
	'dial tcp: lookup rolesanywhere.eu-central-9.amazonaws.com: no such host',
	'dial tcp 192.0.2.1:443: i/o timeout',
	'failed to get shared config profile, backup',
	"/lib64/libc.so.6: version `GLIBC_2.32' not found (required by /opt/aws_signing_helper)",
	"/lib/x86_64-linux-gnu/libc.so.6: version 'GLIBC_2.34' not found",
	'/bin/sh: aws_signing_helper: not found',
	'bash: ./aws_signing_helper: cannot execute binary file: Exec format error',
	'<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code>',
	'exit status 0xc0000005',
];

/** As they stand in the fact sheet, section 6.4. */
const CLIENT_LINES = [
	'Error when retrieving credentials from custom-process: ',
	"Unsupported version '2' for credential process provider, supported versions: 1",
	"Missing required key in response: 'SecretAccessKey'",
	'Expecting value: line 1 column 1 (char 0)',
	'Credentials were refreshed, but the refreshed credentials are still expired.',
	"[Errno 2] No such file or directory: '~/bin/helper'",
	'No closing quotation',
	'Unable to parse config file: /home/me/.aws/config',
	'The config profile (backup) could not be found',
	'Partial credentials found in assume-role, missing: source_profile or credential_source',
	'Partial credentials found in shared-credentials-file, missing: aws_secret_access_key',
	'Error loading SSO Token: Token for corp does not exist',
	'Unable to locate credentials. You can configure credentials by running "aws configure".',
	'Could not load credentials from any providers',
	'You must specify a region. You can also configure your region by running "aws configure".',
	'Region is missing',
	'OverflowError: date value out of range',
	'Invalid endpoint EC2 Instance Metadata endpoint: http://localhost:9911latest/api/token',
	'SignatureDoesNotMatch',
];

test.each([...HELPER_LINES, ...CLIENT_LINES])('%s is known', line => {
	expect(findMessages(line)).not.toEqual([]);
});
