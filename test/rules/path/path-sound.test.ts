import rule from '../../../src/rules/path/path-sound.ts';
import {describePathRule} from '../../support/path-rule.ts';

describePathRule(rule, [
	['no issuer', '[host]\nissuer =', ['certificate', 'CN=host,O=Example names no issuer.']],
	['an issuer', '[host]\nissuer = CN=CA,O=Example'],
]);
