import rule from '../../../src/rules/set/set-superfluous.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {setExamples} from '../../support/rule-examples/set.ts';

describeRuleByExamples(rule, setExamples, [
	['what is needed', 'host.pem: host\nchain.pem: issuing, root', 'passed'],
	[
		'another root',
		'host.pem: host\nchain.pem: issuing, other root',
		'failed',
		'It issued none of the certificates here.',
	],
	['roots alone', 'roots.pem: root, other root', 'not-applicable'],
]);
