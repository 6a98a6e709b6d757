import {expect, test} from 'vitest';
import {ReportLines} from '../../src/report/report-lines.ts';

function lines(columns = 40): ReportLines {
	return new ReportLines(columns, advice => advice.replace('anchorsmith ', 'npx anchorsmith '));
}

test('parts are kept apart by one empty line, with none before the first', () => {
	const report = lines();
	report.blank();
	report.words('One');
	report.blank();
	report.blank();
	report.words('Two');
	expect(report.text()).toBe('One\n\nTwo\n');
});

test('words are broken where the columns end, and indented', () => {
	const report = lines(20);
	report.words('one two three four five', 4, '  - ');
	expect(report.text()).toBe('  - one two three\n    four five\n');
});

test('commands are as they are typed here, never broken, without controls', () => {
	const report = lines(20);
	report.commands(['anchorsmith doctor --cli-profile build', "printf 'a\u001b[2J'"]);
	expect(report.text()).toBe("  npx anchorsmith doctor --cli-profile build\n  printf 'a\\u{1b}[2J'\n");
});

test('a command at the end of advice stands alone', () => {
	const report = lines();
	report.advice('Look at it: anchorsmith inspect FILE', 2);
	report.advice('anchorsmith explain tells more.', 2);
	expect(report.text()).toBe('  Look at it:\n  npx anchorsmith inspect FILE\n  npx anchorsmith explain tells more.\n');
});
