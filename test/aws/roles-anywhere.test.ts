import {describe, expect, test} from 'vitest';
import type {AwsAccess} from '../../src/aws/access.ts';
import {createRolesAnywhere} from '../../src/aws/roles-anywhere.ts';
import {accessTo} from '../support/aws-access.ts';
import {issueForTest} from '../support/certificates.ts';
import {playBack} from '../support/loopback.ts';
import {rehearsalForTest} from '../support/rehearsal.ts';

const ROLE = 'arn:aws:iam::111122223333:role/build';
const TAGS = [{key: 'anchorsmith:setup', value: 'test'}];

async function rehearsed(differsBy: Partial<AwsAccess> = {}) {
	const {endpoint, adminCredentials} = await rehearsalForTest({now: () => new Date()});
	return createRolesAnywhere(
		accessTo({rolesanywhere: endpoint}, {credentials: async () => adminCredentials, ...differsBy}),
	);
}

describe('the client of Roles Anywhere', () => {
	test('makes a trust anchor enabled and tagged, finds, changes and deletes it', async () => {
		const {reader, writer} = await rehearsed();
		const [one, other] = [await issueForTest({role: 'anchor'}), await issueForTest({role: 'anchor'})];
		const made = await writer.createTrustAnchor({name: 'build hosts', certificates: one.pem}, TAGS);

		expect(made).toMatchObject({
			name: 'build hosts',
			isEnabled: true,
			sourceType: 'CERTIFICATE_BUNDLE',
			certificates: one.pem,
		});
		expect(await reader.listTags(made.arn)).toEqual(TAGS);
		expect(await writer.updateTrustAnchor(made.id, {name: 'b', certificates: other.pem})).toMatchObject({
			arn: made.arn,
			name: 'b',
			certificates: other.pem,
		});
		expect(await writer.disableTrustAnchor(made.id)).toMatchObject({isEnabled: false});
		expect(await writer.enableTrustAnchor(made.id)).toMatchObject({isEnabled: true});
		expect(await reader.findTrustAnchor(made.id)).toMatchObject({arn: made.arn});
		expect(await writer.deleteTrustAnchor(made.id)).toBe(true);
		expect(await writer.deleteTrustAnchor(made.id)).toBe(false);
		expect(await reader.findTrustAnchor(made.id)).toBeUndefined();
	});

	test('reads every page of a list', async () => {
		const {reader, writer} = await rehearsed();
		const names = Array.from({length: 60}, (_none, index) => `profile ${index}`);
		for (const name of names) {
			await writer.createProfile({name, roleArns: [ROLE], durationSeconds: 900}, []);
		}

		const found = await reader.listProfiles();
		expect(found.map(({name}) => name).toSorted()).toEqual(names.toSorted());
		expect(found[0]).toMatchObject({isEnabled: true, roleArns: [ROLE], durationSeconds: 900, managedPolicyArns: []});
	});

	test('asks again by the service’s clock where its own is off, and goes on so', async () => {
		const late = new Date(Date.now() - 30 * 60_000);
		const {reader} = await rehearsed({now: () => late});

		expect(await reader.listTrustAnchors()).toEqual([]);
		expect(await reader.listProfiles()).toEqual([]);
	});

	test('lists what was imported and who was seen', async () => {
		const {reader, writer} = await rehearsed();
		const {arn} = await writer.createTrustAnchor(
			{name: 'a', certificates: (await issueForTest({role: 'anchor'})).pem},
			TAGS,
		);
		const pages: unknown[] = [];
		for await (const page of reader.subjectPages()) {
			pages.push(page);
		}

		expect(arn).toContain(':trust-anchor/');
		expect(await reader.listCrls()).toEqual([]);
		expect(pages).toEqual([[]]);
		expect(await reader.findSubject('11111111-2222-4333-8444-555555555555')).toBeUndefined();
	});

	test('passes on the refusal in the service’s words, with advice', async () => {
		const {writer} = await rehearsed();

		await expect(writer.createTrustAnchor({name: 'x', certificates: 'no PEM'}, [])).rejects.toMatchObject({
			code: 'AWS_REFUSED',
			message: expect.stringContaining('rolesanywhere:CreateTrustAnchor was refused: ValidationException:'),
			refused: {status: 400},
		});
	});

	test('a signature with another key is refused', async () => {
		const {reader} = await rehearsed({
			credentials: async () => ({accessKeyId: 'AKIAEXAMPLEEXAMPLE00', secretAccessKey: 'wrong'}),
		});

		await expect(reader.listTrustAnchors()).rejects.toMatchObject({code: 'AWS_REFUSED'});
	});

	test.each([
		['a gateway that answers HTML', 502, '<html>Bad gateway</html>', 'HTTP 502: <html>Bad gateway</html>'],
		['an error without a body', 403, '', 'HTTP 403: no message'],
		[
			'an error with a namespace',
			400,
			'{"__type":"com.example#ValidationException","message":"m"}',
			'ValidationException: m',
		],
		['an answer that holds nothing', 200, '{}', 'UnexpectedAnswer: the answer holds no trustAnchor'],
		['controls in the message', 400, '{"message":"\\u001b[2J"}', '\\u{1b}[2J'],
	])('%s is said as it is', async (_case, status, body, message) => {
		const {url} = await playBack([{status, body}]);
		const {reader} = createRolesAnywhere(accessTo({rolesanywhere: url}));

		await expect(reader.findTrustAnchor('id')).rejects.toThrow(message);
	});

	test('tries again when it is throttled', async () => {
		const slept: number[] = [];
		const {url, received} = await playBack([{status: 429}, {status: 429}, {status: 200, body: '{"profiles": []}'}]);
		const {reader} = createRolesAnywhere(
			accessTo({rolesanywhere: url}, {sleep: async milliseconds => void slept.push(milliseconds)}),
		);

		expect(await reader.listProfiles()).toEqual([]);
		expect(slept).toEqual([1000, 2000]);
		expect(received).toHaveLength(3);
	});
});
