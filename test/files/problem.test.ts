import {describe, expect, test} from 'vitest';
import {ExpectedError} from '../../src/errors.ts';
import {fileProblem} from '../../src/files/problem.ts';

describe('fileProblem', () => {
	test.each([
		['EACCES', 'write', 'FILE_UNWRITABLE', 'permission denied'],
		['EPERM', 'read', 'FILE_UNREADABLE', 'permission denied'],
		['EROFS', 'write', 'FILE_UNWRITABLE', 'the file system is read-only'],
		['ENOSPC', 'create', 'DISK_FULL', 'no space is left for it'],
		['ENAMETOOLONG', 'create', 'FILE_UNWRITABLE', 'the path is too long'],
		['ENOENT', 'create', 'FILE_MISSING', 'the folder /there does not exist'],
		['EBUSY', 'remove', 'FILE_UNWRITABLE', 'another program is using it'],
	] as const)('explains %s when it cannot %s', (code, doing, expected, reason) => {
		const cause = Object.assign(new Error('system'), {code});
		const problem = fileProblem(cause, '/there/file', doing);

		expect(problem).toBeInstanceOf(ExpectedError);
		expect(problem).toMatchObject({code: expected, message: `Cannot ${doing} /there/file: ${reason}.`, cause});
	});

	test('shows a path that would move the cursor harmlessly', () => {
		const problem = fileProblem(Object.assign(new Error('system'), {code: 'EACCES'}), '/a\u001b[2Jb', 'read');

		expect(problem).toMatchObject({message: 'Cannot read /a\\u{1b}[2Jb: permission denied.'});
	});

	test('gives back what is no system error that a person can mend', () => {
		const bug = new TypeError('ours');
		const strange = Object.assign(new Error('strange'), {code: 'EIO'});

		expect(fileProblem(bug, '/file', 'read')).toBe(bug);
		expect(fileProblem(strange, '/file', 'read')).toBe(strange);
		expect(fileProblem('text', '/file', 'read')).toBe('text');
	});
});
