import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {LARGEST_BLOCK, PemSplitter} from '../../src/lint/pem-splitter.ts';
import {takeIn} from '../../src/pki/intake/intake.ts';
import type {Item} from '../../src/pki/intake/item.ts';
import {encodePem} from '../../src/pki/intake/pem.ts';
import {pki} from '../support/certificates.ts';

function split(bytes: Uint8Array, sizes: readonly number[] = [bytes.length]): readonly Item[] {
	const splitter = new PemSplitter();
	const items: Item[] = [];
	let at = 0;
	for (const size of sizes) {
		items.push(...splitter.push(bytes.subarray(at, at + size)));
		at += size;
	}

	return [...items, ...splitter.push(bytes.subarray(at)), ...splitter.finish()];
}

const brief = (items: readonly Item[]) =>
	items.map(({kind, label, line, offset, der}) => ({
		kind,
		label,
		line,
		offset,
		der: Buffer.from(der).toString('hex'),
	}));

describe('blocks that come in pieces', () => {
	test('are those that the whole text has, with their lines and places, wherever it is cut', async () => {
		const {root, endEntity} = await pki();
		const key = encodePem('EC PRIVATE KEY', Uint8Array.of(0x30, 0x03, 0x02, 0x01, 0x01));
		const text = Buffer.from(
			`a note\n${root.pem}\r\nBag Attributes\n${key}${endEntity.pem.replaceAll('\n', '\r\n')}${root.pem}`,
		);
		const whole = brief(takeIn(text).items);
		expect(whole).toHaveLength(4);
		fc.assert(
			fc.property(fc.array(fc.integer({min: 0, max: 700}), {maxLength: 12}), sizes => {
				expect(brief(split(text, sizes))).toEqual(whole);
			}),
		);
	});

	test('come one byte at a time', async () => {
		const {root} = await pki();
		const text = Buffer.from(root.pem + root.pem);
		expect(
			brief(
				split(
					text,
					Array.from({length: text.length}, () => 1),
				),
			),
		).toEqual(brief(takeIn(text).items));
	});

	test('are found in any bytes without an error', () => {
		const parts = fc.array(
			fc.oneof(
				fc.constant('-----BEGIN CERTIFICATE-----\n'),
				fc.constant('-----END CERTIFICATE-----\n'),
				fc.constant('-----BEGIN '),
				fc.constant('MAMCAQE=\n'),
				fc.string({maxLength: 40}),
			),
		);
		fc.assert(
			fc.property(parts, fc.array(fc.integer({min: 0, max: 60})), (texts, sizes) => {
				const bytes = Buffer.from(texts.join(''));
				expect(brief(split(bytes, sizes))).toEqual(brief(split(bytes)));
			}),
		);
	});

	test('are judged slowly where one letter is wrong', async () => {
		const {root} = await pki();
		const damaged = root.pem.replace(/^(.{100})./s, '$1*');
		expect(brief(split(Buffer.from(damaged)))).toEqual(brief(takeIn(Buffer.from(damaged)).items));
	});

	test('that never end are given up before they fill the memory', () => {
		const splitter = new PemSplitter();
		const piece = Buffer.alloc(1024 * 1024, 0x41);
		const items = [...splitter.push(Buffer.from('-----BEGIN CERTIFICATE-----\n'))];
		for (let held = 0; held <= LARGEST_BLOCK * 2; held += piece.length) {
			items.push(...splitter.push(piece));
		}

		expect(items.map(({kind}) => kind)).toEqual(['damaged']);
	});
});
