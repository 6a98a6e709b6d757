import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {encodePem, readPem} from '../../../src/pki/intake/pem.ts';

const bytes = Uint8Array.from({length: 100}, (_, index) => index);
const pem = encodePem('CERTIFICATE', bytes);
const block = (line: number) => ({label: 'CERTIFICATE', der: bytes, headers: [], line});

describe('writing', () => {
	test('gives lines of 64 characters between boundaries, and a final newline', () => {
		expect(pem).toBe(
			[
				'-----BEGIN CERTIFICATE-----',
				'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4v',
				'MDEyMzQ1Njc4OTo7PD0+P0BBQkNERUZHSElKS0xNTk9QUVJTVFVWV1hZWltcXV5f',
				'YGFiYw==',
				'-----END CERTIFICATE-----',
				'',
			].join('\n'),
		);
	});

	test('and reading give back any bytes', () => {
		const label = fc.constantFrom('CERTIFICATE', 'PRIVATE KEY', 'X509 CRL');
		void fc.assert(
			fc.property(label, fc.uint8Array({minLength: 1, maxLength: 300}), (name, contents) => {
				expect(readPem(encodePem(name, contents))).toEqual({
					blocks: [{label: name, der: contents, headers: [], line: 1}],
					problems: [],
				});
			}),
		);
	});
});

describe('reading', () => {
	test.each([
		['text', pem, 1],
		['bytes', Buffer.from(pem), 1],
		['CRLF', pem.replaceAll('\n', '\r\n'), 1],
		['CR alone', pem.replaceAll('\n', '\r'), 1],
		['a byte order mark', `\u{feff}${pem}`, 1],
		['a byte order mark in bytes', Buffer.from(`\u{feff}${pem}`), 1],
		['text around it', `subject=CN=host\n\n${pem}\nthe end`, 3],
		['no final newline', pem.trimEnd(), 1],
		['spaces at the ends of lines', pem.replaceAll('\n', ' \t\n'), 1],
		['one long line of base64', pem.replaceAll(/(?<=\w)\n(?=\w)/g, ''), 1],
		['empty lines within', pem.replace('\nMDEy', '\n\nMDEy'), 1],
	])('takes %s', (_what, input, line) => {
		expect(readPem(input)).toEqual({blocks: [block(line)], problems: []});
	});

	test('takes several blocks, and says where each begins', () => {
		const other = encodePem('PRIVATE KEY', Uint8Array.of(1));
		const {blocks, problems} = readPem(`${pem}# key\n${other}${pem}`);
		expect(blocks.map(({label, line}) => [label, line])).toEqual([
			['CERTIFICATE', 1],
			['PRIVATE KEY', 7],
			['CERTIFICATE', 10],
		]);
		expect(problems).toEqual([]);
	});

	test('keeps headers', () => {
		const headed = pem.replace(
			'-----\n',
			'-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,FD4CDB671389DBFCADB48559F7BB1165\n\n',
		);
		expect(readPem(headed).blocks[0]?.headers).toEqual([
			['Proc-Type', '4,ENCRYPTED'],
			['DEK-Info', 'AES-256-CBC,FD4CDB671389DBFCADB48559F7BB1165'],
		]);
		expect(readPem(headed).blocks[0]?.der).toEqual(bytes);
	});

	test('finds nothing where there is nothing', () => {
		expect(readPem('')).toEqual({blocks: [], problems: []});
		expect(readPem('hello\n--\n')).toEqual({blocks: [], problems: []});
	});
});

describe('what is not sound', () => {
	test.each([
		['no end', pem.replace(/-----END.*/, ''), 'no-end', 'The block has no end (line 1)'],
		[
			'another end',
			pem.replace('END CERTIFICATE', 'END PRIVATE KEY'),
			'wrong-end',
			'The block that begins in line 1 ends with another label (line 5)',
		],
		['an end alone', '-----END CERTIFICATE-----', 'wrong-end', 'A block ends that never began (line 1)'],
		[
			'letters that are no base64',
			pem.replace('MDEy', 'M*Ey'),
			'bad-base64',
			'The block does not hold sound base64 (line 1)',
		],
		[
			'base64 that is cut',
			pem.replace('YGFiYw==', 'YGFiYw'),
			'bad-base64',
			'The block does not hold sound base64 (line 1)',
		],
		[
			'nothing inside',
			'-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----',
			'bad-base64',
			'The block does not hold sound base64 (line 1)',
		],
		[
			'four dashes',
			pem.replace('-----BEGIN', '----BEGIN'),
			'broken-boundary',
			'A boundary is not written as five dashes, BEGIN or END, a label, five dashes (line 1)',
		],
		[
			'line breaks written as \\n',
			pem.replaceAll('\n', '\\n'),
			'broken-lines',
			'A whole block stands in one line; its line breaks were lost or written as \\n (line 1)',
		],
		[
			'spaces instead of line breaks',
			pem.replaceAll('\n', ' '),
			'broken-lines',
			'A whole block stands in one line; its line breaks were lost or written as \\n (line 1)',
		],
		[
			'no line breaks',
			pem.replaceAll('\n', ''),
			'broken-lines',
			'A whole block stands in one line; its line breaks were lost or written as \\n (line 1)',
		],
	])('%s is told with its line', (_what, text, kind, message) => {
		const {blocks, problems} = readPem(text);
		expect(blocks).toEqual([]);
		expect(problems[0]).toEqual({kind, line: problems[0]?.line, message});
	});

	test('boundaries that are indented are read and told', () => {
		const {blocks, problems} = readPem(pem.replaceAll(/^(?=.)/gm, '  '));
		expect(blocks).toEqual([block(1)]);
		expect(problems.map(({kind, line}) => [kind, line])).toEqual([
			['indented', 1],
			['indented', 5],
		]);
	});

	test('does not hide the blocks after it', () => {
		const {blocks, problems} = readPem(`-----BEGIN CERTIFICATE-----\nAAAA\n${pem}`);
		expect(problems.map(({kind}) => kind)).toEqual(['no-end']);
		expect(blocks).toEqual([block(3)]);
	});

	test('of any kind never throws, and never yields a block without bytes', () => {
		const piece = fc.constantFrom(
			'-----',
			'BEGIN ',
			'END ',
			'CERTIFICATE',
			'\n',
			'\r',
			'AAAA',
			'=',
			':',
			' ',
			'é',
			'\0',
			'\\n',
		);
		void fc.assert(
			fc.property(fc.array(piece, {maxLength: 40}), pieces => {
				const {blocks} = readPem(pieces.join(''));
				expect(blocks.every(({der}) => der.length > 0)).toBe(true);
			}),
			{numRuns: 3000},
		);
		void fc.assert(
			fc.property(fc.uint8Array({maxLength: 200}), random => {
				readPem(random);
			}),
		);
	});
});
