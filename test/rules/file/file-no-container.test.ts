import rule from '../../../src/rules/file/file-no-container.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {fileExamples} from '../../support/rule-examples/file.ts';

describeRuleByExamples(rule, fileExamples, [
	['a certificate as it should be', '<certificate>', 'passed'],
	['PKCS#7', '<certificate, in PKCS#7>', 'failed', 'It is a PKCS#7 bundle, and helpers read certificates in PEM.'],
	['JSON', '<certificate, in JSON>', 'failed', 'It is JSON.'],
	['a Secret', '<certificate, in a Secret>', 'failed', 'It is a Kubernetes Secret in YAML.'],
]);
