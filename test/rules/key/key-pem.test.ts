import rule from '../../../src/rules/key/key-pem.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {keyExamples} from '../../support/rule-examples/key.ts';

describeRuleByExamples(rule, keyExamples, [
	['PKCS#8', 'form = pkcs8', 'passed'],
	['SEC 1', 'form = sec1', 'passed'],
	['DER', 'form = der', 'failed', 'The key is in DER, not in PEM.'],
	['a Secret', 'form = in a Secret', 'failed', 'warning: The key lies inside of tls.key, not in a file of its own.'],
]);
