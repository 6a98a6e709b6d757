import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {connectTimeout, readTimeout, unreachable} from '../../src/aws/line-problem.ts';
import {proxyFor} from '../../src/aws/proxy.ts';
import {runProgram} from '../../src/cli/program.ts';
import {ExpectedError} from '../../src/errors.ts';
import {findMessages} from '../../src/messages/find-messages.ts';
import {findEndpoint} from '../../src/session/endpoint.ts';
import {loadIdentity} from '../../src/session/load-identity.ts';
import {ServiceError, strangeAnswer} from '../../src/session/service-error.ts';
import {regionOf} from '../../src/session/session-order.ts';
import {pki, testTime} from '../support/certificates.ts';
import {testWorld} from '../support/context.ts';
import {makeKeyForms} from '../support/key-files.ts';
import {COMMAND} from '../support/session-command.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const ids = (text: string): readonly string[] => findMessages(text).map(({message}) => message.id);

/** What is said of what `work` throws. */
async function saidOf(work: () => unknown): Promise<string> {
	try {
		await work();
	} catch (error) {
		if (error instanceof ExpectedError) {
			return error.message;
		}

		throw error;
	}

	return '';
}

const {trustAnchorArn = '', profileArn = '', roleArn = ''} = COMMAND.order;
const order = {trustAnchorArn, profileArn, roleArn};

describe('what this program says of an order is known', () => {
	test.each([
		['swapped ARNs', {trustAnchorArn: profileArn}, 'own-arn-invalid'],
		['no ARN', {roleArn: 'Backup'}, 'own-arn-invalid'],
		['two accounts', {roleArn: roleArn.replace('111122223333', '444455556666')}, 'own-arns-apart'],
		['two regions', {profileArn: profileArn.replace('eu-central-1', 'us-east-1')}, 'own-arns-apart'],
		['another region', {region: 'us-east-1'}, 'own-region-other'],
		['the name of a session', {roleSessionName: 'a b'}, 'own-session-name'],
	])('%s', async (_what, differsBy, id) => {
		expect(ids(await saidOf(() => regionOf({...order, ...differsBy})))).toEqual([id]);
	});

	test.each([
		['no address', {region: 'eu-central-1', custom: 'nonsense', env: {}}, 'own-endpoint-invalid'],
		[
			'two wishes',
			{region: 'eu-central-1', custom: 'https://example.com', env: {AWS_USE_FIPS_ENDPOINT: 'true'}},
			'own-endpoint-invalid',
		],
		['no region', {region: 'eu_central', env: {}}, 'own-region-other'],
	])('%s', async (_what, choice, id) => {
		expect(ids(await saidOf(() => findEndpoint(choice)))).toEqual([id]);
	});
});

describe('what it says of files is known', () => {
	let folder: string;
	let good: {readonly certificate: string; readonly privateKey: string};

	beforeAll(async () => {
		const {endEntity} = await pki();
		good = {
			certificate: endEntity.pem,
			privateKey: endEntity.privateKey.export({type: 'pkcs8', format: 'pem'}).toString(),
		};
	});

	async function saidOfFiles(
		differsBy: {readonly certificate?: string | Buffer; readonly privateKey?: string | Buffer},
		at = testTime,
	) {
		folder = temporaryFolder();
		const files = {certificate: path.join(folder, 'certificate.pem'), privateKey: path.join(folder, 'key.pem')};
		writeFileSync(files.certificate, differsBy.certificate ?? good.certificate);
		writeFileSync(files.privateKey, differsBy.privateKey ?? good.privateKey);
		return saidOf(() => loadIdentity(files, at));
	}

	test.each([
		['a key of another certificate', {privateKey: makeKeyForms('ec').pkcs8}, 'own-key-mismatch'],
		['an encrypted key', {privateKey: makeKeyForms('ec').encrypted}, 'own-key-encrypted'],
		['a key encrypted in the old way', {privateKey: makeKeyForms('rsa').legacyEncrypted}, 'own-key-encrypted'],
		['a public key', {privateKey: makeKeyForms('ec').spki}, 'own-file-not-as-due'],
		['a key in DER', {privateKey: Buffer.from(makeKeyForms('ec').der)}, 'own-file-not-as-due'],
		['an empty certificate', {certificate: ''}, 'own-file-not-as-due'],
		['a key for a certificate', {certificate: makeKeyForms('ec').pkcs8}, 'own-file-not-as-due'],
		['UTF-16', {certificate: Buffer.from('\ufeff-----BEGIN CERTIFICATE-----', 'utf16le')}, 'own-file-not-as-due'],
	])('%s', async (_what, differsBy, id) => {
		expect(ids(await saidOfFiles(differsBy))).toEqual([id]);
	});

	test('a certificate that has expired or not begun', async () => {
		expect(ids(await saidOfFiles({}, new Date('2099-01-01')))).toEqual(['own-certificate-not-valid-now']);
		expect(ids(await saidOfFiles({}, new Date('2001-01-01')))).toEqual(['own-certificate-not-valid-now']);
	});

	test('files that are not there, or that may not be read', async () => {
		const missing = {certificate: '/nonexistent/c.pem', privateKey: '/nonexistent/k.pem'};
		expect(ids(await saidOf(() => loadIdentity(missing, testTime)))).toEqual(['own-file-missing']);
		const folderGiven = {certificate: '/', privateKey: '/'};
		expect(ids(await saidOf(() => loadIdentity(folderGiven, testTime)))).toEqual(['own-file-unreadable']);
	});
});

describe('what it says of the way and the answer is known', () => {
	const url = new URL('https://rolesanywhere.eu-central-1.amazonaws.com');
	const failed = (code: string) => unreachable(url, undefined, Object.assign(new Error(code), {code})).message;

	test.each([
		['ENOTFOUND', 'own-unreachable'],
		['ECONNREFUSED', 'own-unreachable'],
		['ECONNRESET', 'own-unreachable'],
		['EHOSTUNREACH', 'own-unreachable'],
		['EPROTO', 'own-unreachable'],
		['HPE_INVALID_CONSTANT', 'own-unreachable'],
		['CERT_HAS_EXPIRED', 'own-untrusted'],
		['ERR_TLS_CERT_ALTNAME_INVALID', 'own-untrusted'],
		['SELF_SIGNED_CERT_IN_CHAIN', 'own-untrusted'],
	])('%s', (code, id) => {
		expect(ids(failed(code))[0]).toBe(id);
	});

	test('no answer in time', () => {
		expect(ids(connectTimeout(url, undefined, 5000).message)).toEqual(['own-unreachable']);
		expect(ids(readTimeout(url, 5000).message)).toEqual(['own-unreachable']);
	});

	test('an answer of somebody else, and a proxy that is none', async () => {
		const page = strangeAnswer(url, {
			status: 200,
			headers: {'content-type': 'text/html'},
			body: '<title>Log in</title>',
		});
		expect(ids(page.message)).toEqual(['own-strange-answer']);
		expect(ids(await saidOf(() => proxyFor(url, {HTTPS_PROXY: 'ftp://x'})))).toEqual(['own-endpoint-invalid']);
	});

	test('a refusal, behind the words of the service', () => {
		const {message} = new ServiceError({
			status: 403,
			serviceCode: 'AccessDeniedException',
			serviceMessage: 'Certificate revoked',
			requestId: '5b3e-example',
		});
		expect(ids(message)).toEqual(['certificate-revoked', 'own-session-refused']);
	});
});

test('every code of an error on the way to a session is known as --json gives it', () => {
	const folders = ['src/session', 'src/pki/intake', 'src/files'];
	const texts = [
		...folders.flatMap(folder => readdirSync(folder).map(name => path.join(folder, name))),
		'src/aws/line-problem.ts',
		'src/aws/session-arns.ts',
	]
		.filter(file =>
			/\/(?:load|sign|service|endpoint|session|read|problem|line|credential|create-session)[^/]*\.ts$/.test(file),
		)
		.map(file => readFileSync(file, 'utf8'));
	const codes = texts.flatMap(text => [
		...[
			...text.matchAll(/(?:ExpectedError\(|made\(|damaged\(|problem\(|errorCode: |\? )\s*'([A-Z]+(?:_[A-Z]+)+)'/g),
		].map(([, code = '']) => code),
	]);
	const onlyWriting = new Set([
		'FILE_EXISTS',
		'FILE_UNWRITABLE',
		'DISK_FULL',
		'CRL_EXPECTED',
		'CRL_UNREADABLE',
		'FILE_UNRECOGNISED',
	]);
	const due = [...new Set(codes)].filter(code => !onlyWriting.has(code) && !code.startsWith('AWS_'));
	expect(due).toContain('KEY_MISMATCH');
	expect(due.filter(code => ids(JSON.stringify({error: {code, message: ''}})).length !== 1)).toEqual([]);
});

test('what credentials says when words are missing is known', async () => {
	const world = testWorld({home: temporaryFolder()});
	await runProgram(['credentials', '--certificate', '/c.pem'], world.makeContext);
	expect(ids(world.stderr())[0]).toBe('own-flag-missing');
});
