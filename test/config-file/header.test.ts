import {describe, expect, test} from 'vitest';
import {cliProfileToBotocore, cliProfileToJavaScript, headerOf} from '../../src/config-file/header.ts';

describe('the CLI profile of a header', () => {
	test.each([
		['default', 'default', 'default'],
		['profile a', 'a', 'a'],
		['profile "a"', 'a', 'a'],
		['profile default', 'default', 'default'],
		['profile  a', 'a', undefined],
		['profile "a b"', 'a b', undefined],
		['profile a b', undefined, undefined],
		['profile "a', undefined, undefined],
		[' profile a ', undefined, undefined],
		['a', undefined, undefined],
		['sso-session a', undefined, undefined],
	])('of [%s] is to botocore %s and to the SDK for JavaScript %s (CFG-02)', (header, botocore, javaScript) => {
		expect(cliProfileToBotocore(header)).toBe(botocore);
		expect(cliProfileToJavaScript(header)).toBe(javaScript);
	});

	test('is found again under the header that is written for it', () => {
		expect(headerOf('default')).toBe('default');
		expect(cliProfileToBotocore(headerOf('it@x.y+z-1'))).toBe('it@x.y+z-1');
		expect(cliProfileToJavaScript(headerOf('it@x.y+z-1'))).toBe('it@x.y+z-1');
	});
});
