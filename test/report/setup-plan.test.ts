import {expect, test} from 'vitest';
import {planText} from '../../src/report/setup-plan.ts';
import type {Detail} from '../../src/setup/change.ts';

test('a policy is laid out, member by member', () => {
	expect(linesOf({what: 'trust policy', after: '{"Statement":[{"Effect":"Allow"}]}'})).toEqual([
		'trust policy:',
		'  {',
		'    "Statement": [',
		'      {',
		'        "Effect": "Allow"',
		'      }',
		'    ]',
		'  }',
	]);
});

test('an update of a policy shows what goes and what comes', () => {
	const detail = {what: 'trust policy', before: '{"a":1,"b":2,"c":3}', after: '{"a":1,"b":4,"c":3}'};
	expect(linesOf(detail)).toEqual([
		'trust policy:',
		'  {',
		'    "a": 1,',
		'-   "b": 2,',
		'+   "b": 4,',
		'    "c": 3',
		'  }',
	]);
});

test.each([
	[{what: 'longest session', before: '900 s', after: '3600 s'}, 'longest session: 900 s -> 3600 s'],
	[{what: 'session policy', after: 'none'}, 'session policy: none'],
	[{what: 'subject', after: '{not JSON'}, 'subject: {not JSON'],
])('all else is one line: %j', (detail, line) => {
	expect(linesOf(detail)).toEqual([line]);
});

/** The lines of one detail in a plan, without their indent. */
function linesOf(detail: Detail): readonly string[] {
	const text = planText({
		setup: 'build',
		accountId: '111122223333',
		region: 'us-east-1',
		changes: [
			{
				kind: 'role',
				name: 'build',
				action: 'update',
				details: [detail],
				calls: [],
				files: [],
				goal: () => ({}),
				apply: async (_writer, known) => ({known, facts: {}}),
			},
		],
		unchanged: [],
		warnings: [],
		recovered: [],
		known: {},
		journalSize: 0,
	});
	const lines = text.split('\n');
	return lines.slice(3, lines.indexOf('', 3)).map(line => line.slice(6));
}
