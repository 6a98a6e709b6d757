import rule from '../../../src/rules/key/key-kind.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {keyExamples} from '../../support/rule-examples/key.ts';

describeRuleByExamples(rule, keyExamples, [
	['EC', 'algorithm = p256', 'passed'],
	['RSA', 'algorithm = rsa2048', 'passed'],
	['Ed25519', 'algorithm = ed25519', 'failed', 'The key is of the kind "ed25519".'],
	['RSASSA-PSS', 'algorithm = rsa-pss', 'failed', 'The key is of the kind "rsa-pss".'],
	['Ed25519 of OpenSSH', 'form = openssh of another kind', 'failed', 'The key is of the kind "ssh-ed25519".'],
]);
