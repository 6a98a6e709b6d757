import {describe, expect, test} from 'vitest';
import {rules} from '../../../src/rules/config-file/rules.generated.ts';
import {failing, GOOD_CONFIG} from '../../support/config-rule.ts';

describe('the rules on config files', () => {
	test('find nothing wrong with what configure writes', () => {
		expect(failing({config: GOOD_CONFIG})).toEqual([]);
		expect(failing({config: GOOD_CONFIG.replace('profile a', 'default'), cliProfile: 'default'})).toEqual([]);
	});

	test('find nothing wrong where there is nothing, but that there is nothing', () => {
		expect(failing({})).toEqual(['config-profile-found']);
	});

	test('each say which facts they rest on', () => {
		expect(
			rules.filter(({source: {facts}}) => facts.length === 0 || facts.some(fact => !fact.startsWith('CFG-'))),
		).toEqual([]);
	});
});
