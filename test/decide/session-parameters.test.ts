import {describe, expect, test} from 'vitest';
import {readSessionParameters, validationMessage} from '../../src/decide/session-parameters.ts';
import {names} from '../support/decide.ts';

const good = {profileArn: names.profile, roleArn: names.role, trustAnchorArn: names.anchor};

function messageFor(differsBy: object): string | undefined {
	const read = readSessionParameters({...good, ...differsBy});
	return read.ok ? undefined : validationMessage(read.problem);
}

describe('members of a session request', () => {
	test('are taken when well formed', () => {
		expect(readSessionParameters({...good, durationSeconds: 900, roleSessionName: 'a@b', sessionName: 3})).toEqual({
			ok: true,
			value: {...good, durationSeconds: 900, roleSessionName: 'a@b'},
		});
	});

	test.each([
		[{roleSessionName: null, durationSeconds: null}],
		[{durationSeconds: 43_200}],
		[{roleSessionName: 'ab'}],
		[{roleSessionName: 'x'.repeat(64)}],
		[{cert: 'ignored', instanceProperties: {}}],
	])('may be %j', differsBy => {
		expect(messageFor(differsBy)).toBeUndefined();
	});

	test.each([
		[{profileArn: undefined}, "Value null at 'profileArn' failed to satisfy constraint: Member must not be null"],
		[{trustAnchorArn: null}, "Value null at 'trustAnchorArn' failed to satisfy constraint: Member must not be null"],
		[
			{roleArn: 'role/app'},
			"Value 'role/app' at 'roleArn' failed to satisfy constraint: Member must satisfy regular expression pattern: arn:aws(-[^:]+)?:iam(:.*){2}(:role.*)",
		],
		[
			{profileArn: names.anchor},
			`Value '${names.anchor}' at 'profileArn' failed to satisfy constraint: Member must satisfy regular expression pattern: arn:aws(-[^:]+)?:rolesanywhere(:.*){2}(:profile.*)`,
		],
		[
			{roleArn: ''},
			"Value '' at 'roleArn' failed to satisfy constraint: Member must have length greater than or equal to 1",
		],
		[
			{durationSeconds: 899},
			"Value '899' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900",
		],
		[
			{durationSeconds: 43_201},
			"Value '43201' at 'durationSeconds' failed to satisfy constraint: Member must have value less than or equal to 43200",
		],
		[
			{durationSeconds: 900.5},
			"Value '900.5' at 'durationSeconds' failed to satisfy constraint: Member must be an integer",
		],
		[
			{durationSeconds: '3600'},
			"Value '3600' at 'durationSeconds' failed to satisfy constraint: Member must be an integer",
		],
		[
			{roleSessionName: 'a'},
			"Value 'a' at 'roleSessionName' failed to satisfy constraint: Member must have length greater than or equal to 2",
		],
		[
			{roleSessionName: 'x'.repeat(65)},
			`Value '${'x'.repeat(65)}' at 'roleSessionName' failed to satisfy constraint: Member must have length less than or equal to 64`,
		],
		[
			{roleSessionName: 'a b'},
			"Value 'a b' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*",
		],
		[
			{roleSessionName: ['ab']},
			"Value '[ 'ab' ]' at 'roleSessionName' failed to satisfy constraint: Member must be a string",
		],
	])('must not be %j', (differsBy, message) => {
		expect(messageFor(differsBy)).toBe(`1 validation error detected: ${message}`);
	});

	test('are all named when several are wrong', () => {
		expect(messageFor({profileArn: null, durationSeconds: 1})).toMatch(
			/^2 validation errors detected: Value null at 'profileArn' .*; Value '1' at 'durationSeconds' /,
		);
	});

	test('that are long take no longer to refuse', () => {
		expect(messageFor({roleArn: `arn:aws:iam${':'.repeat(100_000)}`})).toContain('less than or equal to 1011');
	});
});
