import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {attemptDer, type DerProblem, readDer} from '../../../src/pki/der/der.ts';
import {readTime} from '../../../src/pki/der/der-time.ts';
import * as der from '../../support/der.ts';

function read(bytes: Uint8Array) {
	const notes: DerProblem[] = [];
	const element = readDer(bytes);
	const time = element.ok ? attemptDer(() => readTime(element.value, 'It', problem => notes.push(problem))) : element;
	return time.ok
		? {time: time.value.toISOString(), notes: notes.map(({message}) => message)}
		: {problem: time.problem.message};
}

describe('a time', () => {
	test.each([
		[der.utcTime('491231235959Z'), '2049-12-31T23:59:59.000Z'],
		[der.utcTime('500101000000Z'), '1950-01-01T00:00:00.000Z'],
		[der.utcTime('000229120000Z'), '2000-02-29T12:00:00.000Z'],
		[der.generalizedTime('20500101000000Z'), '2050-01-01T00:00:00.000Z'],
		[der.generalizedTime('99991231235959Z'), '9999-12-31T23:59:59.000Z'],
		[der.generalizedTime('00500101000000Z'), '0050-01-01T00:00:00.000Z'],
		[der.generalizedTime('00000229000000Z'), '0000-02-29T00:00:00.000Z'],
	])('as RFC 5280 has it is read (%#)', (bytes, time) => {
		expect(read(bytes)).toEqual({time, notes: []});
	});

	test.each([
		['no seconds', der.utcTime('2601010000Z'), '2026-01-01T00:00:00.000Z', 'to the second'],
		['a zone', der.utcTime('260101000000+0130'), '2025-12-31T22:30:00.000Z', 'to the second'],
		['a zone behind', der.generalizedTime('20600101000000-0130'), '2060-01-01T01:30:00.000Z', 'to the second'],
		['a fraction', der.generalizedTime('20600101000000.5Z'), '2060-01-01T00:00:00.000Z', 'to the second'],
		['the wrong type', der.generalizedTime('20260101000000Z'), '2026-01-01T00:00:00.000Z', 'should be a UTCTime'],
	])('with %s is read and noted', (_what, bytes, time, note) => {
		expect(read(bytes)).toEqual({time, notes: [expect.stringContaining(note)]});
	});

	test.each([
		['a month that does not exist', der.utcTime('261301000000Z')],
		['month zero', der.utcTime('260001000000Z')],
		['the 30th of February', der.utcTime('260230000000Z')],
		['a leap day in 2100', der.generalizedTime('21000229000000Z')],
		['hour 24', der.utcTime('260101240000Z')],
		['a leap second', der.utcTime('261231235960Z')],
		['letters', der.utcTime('26010100000AZ')],
		['nothing', der.utcTime('')],
		['no zone', der.utcTime('260101000000')],
		['a year of two digits in the long form', der.generalizedTime('260101000000Z')],
		['very many digits', der.generalizedTime('2'.repeat(100_000))],
		['another type', der.ia5String('260101000000Z')],
	])('with %s is none', (_what, bytes) => {
		expect(read(bytes).problem).toMatch(/at byte 0$/);
	});

	test('of any second until 9999 is read back', () => {
		const [min, max] = [new Date('1950-01-01T00:00:00Z'), new Date('9999-12-31T23:59:59Z')];
		void fc.assert(
			fc.property(fc.date({min, max, noInvalidDate: true}), date => {
				const iso = date.toISOString().slice(0, 19);
				const digits = `${iso.replaceAll(/\D/g, '')}Z`;
				const bytes = date.getUTCFullYear() < 2050 ? der.utcTime(digits.slice(2)) : der.generalizedTime(digits);
				expect(read(bytes)).toEqual({time: `${iso}.000Z`, notes: []});
			}),
		);
	});
});
