import rule from '../../../src/rules/network/network-proxy-address.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readWay} from '../../support/rule-examples/network.ts';

describeRule(rule, readWay, [
	['none', '', 'not-applicable'],
	['one', 'proxy = HTTPS_PROXY http://proxy.example.com:3128', 'passed'],
	['malformed', 'proxy = malformed', 'failed', 'HTTPS_PROXY is no address of an http or https proxy.'],
]);
