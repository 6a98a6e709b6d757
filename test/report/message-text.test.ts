import {describe, expect, test} from 'vitest';
import {catalogue} from '../../src/messages/catalogue.ts';
import {findMessages} from '../../src/messages/find-messages.ts';
import {messagesPage, messagesText} from '../../src/report/message-text.ts';
import {everyRule} from '../../src/rules/folders.ts';

describe('messages in words', () => {
	test('fit 80 columns, commands and rules aside', () => {
		const long = catalogue.flatMap(message =>
			messagesText([{message, quoted: message.says}], {before: ['one', 'two']})
				.split('\n')
				.filter(line => line.length > 80 && !/https?:|[\w-]{40,}|-----/.test(line)),
		);
		expect(long).toEqual([]);
	});

	test('name commands as they are typed', () => {
		const [found] = findMessages('Certificate revoked');
		const text =
			found && messagesText([found], {before: []}, advice => advice.replaceAll('anchorsmith', 'npx anchorsmith'));
		expect(text).toContain('npx anchorsmith doctor looks');
		expect(text).not.toContain('Since it came to that');
	});
});

describe('the page of messages', () => {
	const page = messagesPage(catalogue);

	test('has each message once, and leads to the pages of its rules', () => {
		const headings = page.split('\n').filter(line => line.startsWith('### '));
		expect(headings).toHaveLength(catalogue.length);
		const linked = [...page.matchAll(/\(rules\/([\w-]+)\.md\)/g)].map(([, id]) => id);
		const ids = new Set(everyRule.map(({id}) => id));
		expect(linked.filter(id => id === undefined || !ids.has(id))).toEqual([]);
	});

	test('marks the words that are ours', () => {
		expect(page).toContain("(ERR-14; the rehearsal's words)");
	});
});
