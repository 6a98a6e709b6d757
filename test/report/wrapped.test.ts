import {expect, test} from 'vitest';
import {adviceLines, wrapped} from '../../src/report/wrapped.ts';

test('text is broken between words so that it fits, and a long word keeps its line', () => {
	const lines = wrapped(`${'word '.repeat(40)}${'x'.repeat(100)} end`, 4, '  > ');
	expect(lines[0]?.startsWith('  > word')).toBe(true);
	expect(lines.slice(1).every(line => line.startsWith('    '))).toBe(true);
	expect(lines.filter(line => line.length > 80)).toEqual([`    ${'x'.repeat(100)}`]);
	expect(lines.at(-1)).toBe('    end');
});

test('a command in advice stands by itself, broken only as a shell reads it', () => {
	expect(adviceLines('Fix: ', 'Convert it: openssl pkey -in FILE', 2)).toEqual([
		'  Fix: Convert it:',
		'       openssl pkey -in FILE',
	]);
	expect(adviceLines('Fix: ', 'openssl pkey -in FILE', 2)).toEqual(['  Fix:', '       openssl pkey -in FILE']);
	expect(adviceLines('Fix: ', 'Use openssl to convert it.', 2)).toEqual(['  Fix: Use openssl to convert it.']);
	const command = `openssl pkcs8 -topk8 -in ${'folder/'.repeat(8)}key.pem -out new.pem`;
	const [, ...lines] = adviceLines('Fix: ', command, 2);
	expect(
		lines
			.join('\n')
			.replace(/\s*\\\n\s*/g, ' ')
			.trim(),
	).toBe(command);
});
