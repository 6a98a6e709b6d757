import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {choiceField, windowAround} from '../../../src/ui/fields/choice-field.ts';
import {drawn, pressAll, typed} from '../../support/keys.ts';

const regions = ['eu-central-1', 'eu-west-1', 'us-east-1', 'us-west-2', 'ap-south-1', 'sa-east-1'];

const field = (more: Partial<Parameters<typeof choiceField<string>>[0]> = {}) =>
	choiceField<string>({
		options: regions.map(value => ({value, label: value})),
		nothing: 'Nothing matches.',
		move: 'choose',
		filter: 'to filter',
		...more,
	});

describe('a choice', () => {
	test('starts at what is chosen and moves around its ends', () => {
		expect(field({chosen: 'us-east-1'}).value).toBe('us-east-1');
		expect(pressAll(field(), 'up').value).toBe('sa-east-1');
		expect(pressAll(field(), 'end', 'down').value).toBe('eu-central-1');
	});

	test('filters as one types, and Escape takes the filter away before it means anything else', () => {
		const filtered = pressAll(field(), ...typed('us w'));
		expect(drawn(filtered)).toEqual(['  us w', '', '❯ us-west-2']);
		expect(filtered.value).toBe('us-west-2');
		expect(filtered.isTyping).toBe(true);
		const cleared = pressAll(filtered, 'escape');
		expect(drawn(cleared)).toHaveLength(regions.length);
		expect(cleared.press({name: 'escape'})).toBeUndefined();
	});

	test('has no value when nothing matches, and says so', () => {
		const lost = pressAll(field(), ...typed('zz'));
		expect(lost.value).toBeUndefined();
		expect(drawn(lost)).toEqual(['  zz', '', '  Nothing matches.']);
		expect(pressAll(lost, 'backspace', 'backspace').value).toBe('eu-central-1');
	});

	test('takes what nothing matches where that may be right too', () => {
		const free = field({free: typed => ({value: typed, label: `Take ${typed}`})});
		const lost = pressAll(free, ...typed('xx-new-1'));
		expect(lost.value).toBe('xx-new-1');
		expect(drawn(lost).at(-1)).toBe('❯ Take xx-new-1');
	});

	test('leaves letters and the question mark to others where it does not filter or nothing was typed', () => {
		const {filter: _unused, ...plain} = {
			options: [{value: 'a', label: 'a'}],
			nothing: '',
			move: '',
			filter: '',
		};
		expect(choiceField(plain).press({name: 'text', text: 'x'})).toBeUndefined();
		expect(field().press({name: 'text', text: '?'})).toBeUndefined();
	});

	test('shows a window with the pointer in it', () => {
		const rows = drawn(pressAll(field(), 'down', 'down', 'down', 'down'), 40, {rows: 3});
		expect(rows).toEqual(['  us-west-2 ↑', '❯ ap-south-1', '  sa-east-1']);
		fc.assert(
			fc.property(fc.nat(200), fc.integer({min: 1, max: 200}), fc.integer({min: 1, max: 40}), (place, count, room) => {
				const at = place % count;
				const {from, to} = windowAround(at, count, room);
				expect(from).toBeLessThanOrEqual(at);
				expect(to).toBeGreaterThan(at);
				expect(to - from).toBe(Math.min(room, count));
			}),
		);
	});

	test('shows the option under the pointer whole, the others cut', () => {
		const long = choiceField({
			options: [
				{value: 1, label: 'Only AWS; the certificate comes later'},
				{value: 2, label: 'Only authority and certificates; nothing at AWS'},
			],
			nothing: '',
			move: '',
		});
		expect(drawn(long, 30)).toEqual(['❯ Only AWS; the certificate', '  comes later', '  Only authority and certif…']);
	});

	test('puts notes beside options where all fit, else the one of the pointer below', () => {
		const noted = choiceField({
			options: [
				{value: 1, label: 'one', note: 'first of all'},
				{value: 2, label: 'two', note: 'second'},
			],
			nothing: '',
			move: '',
		});
		expect(drawn(noted, 40)).toEqual(['❯ one   first of all', '  two   second']);
		expect(drawn(noted, 15)).toEqual(['❯ one', '  two', '', '  first of all']);
	});

	test('makes control characters in labels visible', () => {
		const hostile = choiceField({options: [{value: 1, label: 'a\u0007b'}], nothing: '', move: ''});
		expect(drawn(hostile)).toEqual(['❯ a\\u{7}b']);
	});
});
