import {describe, expect, test} from 'vitest';
import {previewPermissions} from '../../../src/wizard/previews/permissions-preview.ts';

const preview = (statement: unknown, managed: readonly string[] = []) =>
	previewPermissions({inline: JSON.stringify({Statement: statement}), managed, called: 'permissions.json'});

describe('previewPermissions', () => {
	test('says that nothing is allowed without a policy', () => {
		expect(previewPermissions({inline: undefined, managed: [], called: ''})).toEqual({
			sentences: ['Sessions may do nothing but ask who they are.'],
			warnings: [],
		});
	});

	test('tells each statement in a sentence', () => {
		expect(
			preview([
				{Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: 'arn:aws:s3:::example/*'},
				{Effect: 'Deny', NotAction: 'sts:*', Resource: '*', Condition: {Bool: {'aws:SecureTransport': 'false'}}},
			]),
		).toEqual({
			sentences: [
				'May do s3:GetObject, s3:PutObject on arn:aws:s3:::example/*.',
				'May never do everything except sts:* on everything. Only under its conditions.',
			],
			warnings: [],
		});
	});

	test.each([
		['everything', {Effect: 'Allow', Action: '*', Resource: '*'}, /owns the account/],
		['all but some actions', {Effect: 'Allow', NotAction: 'iam:*', Resource: '*'}, /owns the account/],
		['a whole service', {Effect: 'Allow', Action: 's3:*', Resource: '*'}, /s3:\*/],
	])('warns of %s', (_what, statement, warning) => {
		expect(preview(statement)).toMatchObject({warnings: [expect.stringMatching(warning)]});
	});

	test('names managed policies, and warns of the widest', () => {
		const managed = ['arn:aws:iam::aws:policy/AdministratorAccess'];
		expect(previewPermissions({inline: undefined, managed, called: ''})).toMatchObject({
			sentences: [expect.stringContaining('AdministratorAccess')],
			warnings: [expect.stringContaining('AdministratorAccess')],
		});
	});

	test('says what is wrong with what is no policy', () => {
		expect(previewPermissions({inline: '{', managed: [], called: 'permissions.json'})).toMatchObject({
			message: expect.stringContaining('permissions.json is no IAM policy'),
		});
	});
});
