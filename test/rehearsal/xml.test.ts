import fc from 'fast-check';
import {expect, test} from 'vitest';
import {writeXml} from '../../src/rehearsal/xml.ts';

test('structures become elements, lists become members, absent ones nothing', () => {
	expect(writeXml('A', {B: 'x', C: [1, {D: true}], E: undefined, F: []}, 'urn:a')).toBe(
		'<A xmlns="urn:a"><B>x</B><C><member>1</member><member><D>true</D></member></C><F></F></A>',
	);
});

test('text cannot leave its element, and what XML cannot hold is replaced', () => {
	expect(writeXml('A', `<&>"'\r\u0000\u001b\ud800é😀`)).toBe(
		'<A>&lt;&amp;&gt;&quot;&apos;&#xD;\u{fffd}\u{fffd}\u{fffd}é😀</A>',
	);
	fc.assert(
		fc.property(fc.string({unit: 'binary'}), text => {
			expect(writeXml('A', text)).toMatch(/^<A>[^<]*<\/A>$/);
		}),
	);
});
