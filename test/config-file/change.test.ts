import {describe, expect, test} from 'vitest';
import {type ConfigChange, parseConfigChange} from '../../src/config-file/change.ts';

const change: ConfigChange = {
	version: 1,
	path: '/home/ada/.aws/config',
	existed: true,
	folderExisted: true,
	block: {
		cliProfile: 'a',
		before: null,
		after: '[profile a]',
		joint: {lineEnd: '', blank: '\n'},
		hadByteOrderMark: false,
	},
};

describe('parseConfigChange', () => {
	test('reads back what a journal keeps', () => {
		expect(parseConfigChange(JSON.parse(JSON.stringify(change)))).toEqual({ok: true, value: change});
		const restored = {...change, block: {...change.block, before: '[profile a]'}};
		expect(parseConfigChange(JSON.parse(JSON.stringify(restored)))).toEqual({ok: true, value: restored});
	});

	test.each([
		['nothing', null],
		['text', 'change'],
		['a list', [change]],
		['a later version', {...change, version: 2}],
		['no path', {...change, path: undefined}],
		['no block', {...change, block: undefined}],
		['a block without what it was', {...change, block: {...change.block, before: undefined}}],
		['a block without its joint', {...change, block: {...change.block, joint: '\n'}}],
	])('refuses %s', (_case, value) => {
		expect(parseConfigChange(value)).toEqual({ok: false, problem: 'is not the record of a change to a config file'});
	});
});
