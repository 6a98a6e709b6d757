import {describe, expect, test} from 'vitest';
import {member, memberOf} from '../../support/rehearsal.ts';
import {runIn} from '../../support/setup.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';
import {messages} from './catalogue/messages.ts';

describe('a message alone is explained, with nothing else known', () => {
	test.each(messages)('$fact: $text', async ({fact, text, rules}) => {
		const {exit, stdout} = await runIn(temporaryFolder(), ['doctor', '--offline', '--json', '--error', text]);
		const heard = memberOf(JSON.parse(stdout), 'result', 'messages', 0);
		const known = memberOf(heard, 'known');
		expect(exit).toBe(1);
		expect({fact: member(known, 'fact'), rules: rulesBehind(known)}, stdout).toEqual({
			fact,
			rules: rules.length === 0 ? expect.anything() : expect.arrayContaining([expect.toBeOneOf([...rules])]),
		});
	});

	test('one that nobody knows is said to be unknown', async () => {
		const {stdout} = await runIn(temporaryFolder(), ['doctor', '--offline', '--error', 'the frobnicator is sealed']);
		expect(stdout).toContain('not known');
	});
});

function rulesBehind(known: unknown): readonly string[] {
	const causes = memberOf(known, 'causes');
	return Array.isArray(causes) ? causes.flatMap(cause => String(memberOf(cause, 'rules')).split(',')) : [];
}
