import fc from 'fast-check';
import {expect, test} from 'vitest';
import {lineDiff} from '../../../src/doctor/mend/line-diff.ts';

test('only what changes is shown, with as much around it as is asked for', () => {
	expect(lineDiff(['a', 'b', 'c', 'd'], ['a', 'b', 'x', 'd'], 1)).toEqual([' b', '-c', '+x', ' d']);
	expect(lineDiff(['a', 'b'], ['a', 'b'], 5)).toEqual([]);
});

test('what outside text would do to a terminal is made visible', () => {
	expect(lineDiff([], ['\u001b[31mred'], 0).join('')).not.toContain('\u001b');
});

test('of whatever lines, those that stay and go are the old ones, and those that stay and come the new ones', () => {
	const lines = fc.array(fc.constantFrom('a', 'b', 'c'), {minLength: 1, maxLength: 8});
	fc.assert(
		fc.property(lines, lines, (before, after) => {
			fc.pre(before.join() !== after.join());
			const diff = lineDiff(before, after, 100);
			const marked = (marks: string) => diff.filter(line => marks.includes(line.charAt(0))).map(line => line.slice(1));
			expect(marked(' -')).toEqual(before);
			expect(marked(' +')).toEqual(after);
		}),
	);
});
