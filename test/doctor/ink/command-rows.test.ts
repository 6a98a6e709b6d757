import {describe, expect, test} from 'vitest';
import {adviceRows, commandRows} from '../../../src/doctor/ink/command-rows.ts';
import {plainText} from '../../../src/ui/line.ts';

const rowsOf = (command: string, width: number) => commandRows(command, width).map(plainText);

describe('a command in rows', () => {
	test('is one that a shell takes as the same', () => {
		expect(rowsOf("aws iam get-role --role-name 'build hosts' --region eu-central-1", 30)).toEqual([
			'aws iam get-role --role-name \\',
			"  'build hosts' --region \\",
			'  eu-central-1',
		]);
	});

	test('is broken anywhere where a word is longer than a row, with nothing lost', () => {
		const command = `chmod 600 /${'very-long-'.repeat(8)}name`;
		expect(
			rowsOf(command, 40)
				.join('')
				.replace(/ \\ {2}/, ' '),
		).toBe(command);
	});

	test('keeps quotes within quotes and lines of its own', () => {
		const quoted = String.raw`printf '%s' 'it'\''s' "and so on and so forth" and more`;
		expect(rowsOf(quoted, 20).join('')).toBe(quoted);
		expect(rowsOf("cat > file <<'END'\na b\nEND", 40)).toEqual(["cat > file <<'END'", 'a b', 'END']);
	});
});

test('advice shows the command that it ends in on rows of its own', () => {
	expect(adviceRows('Undo it: cp -p old new', 40).map(plainText)).toEqual(['Undo it:', 'cp -p old new']);
	expect(adviceRows('chmod 600 key.pem', 40).map(plainText)).toEqual(['chmod 600 key.pem']);
	expect(adviceRows('Look at the file: it is short.', 40).map(plainText)).toEqual(['Look at the file: it is short.']);
});
