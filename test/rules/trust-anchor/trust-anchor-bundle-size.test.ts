import {readPem} from '../../../src/pki/intake/pem.ts';
import rule from '../../../src/rules/trust-anchor/trust-anchor-bundle-size.ts';
import {describeRule} from '../../support/rule-cases.ts';

describeRule(rule, text => ({text, pem: readPem(text)}), [
	['16 000 characters', '#'.repeat(16_000), 'passed'],
	['one more', '#'.repeat(16_001), 'failed', 'The PEM has 16001 characters.'],
]);
