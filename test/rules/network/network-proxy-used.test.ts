import rule from '../../../src/rules/network/network-proxy-used.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readWay} from '../../support/rule-examples/network.ts';

describeRule(rule, readWay, [
	['no proxy', 'program = official-helper 1.4.0', 'not-applicable'],
	['our own program', 'proxy = HTTPS_PROXY http://proxy.example.com:3128', 'not-applicable'],
	['new enough', 'program = official-helper 1.5.0\nproxy = HTTPS_PROXY http://proxy.example.com:3128', 'passed'],
	['of unknown age', 'program = official-helper\nproxy = HTTPS_PROXY http://proxy.example.com:3128', 'passed'],
	[
		'told to',
		'program = official-helper 1.4.0\nwords = /opt/helper credential-process --with-proxy\nproxy = HTTPS_PROXY http://proxy.example.com:3128',
		'passed',
	],
	[
		'old and not told to',
		'program = official-helper 1.4.0\nproxy = HTTPS_PROXY http://proxy.example.com:3128',
		'failed',
		'Version 1.4.0 of the helper does not ask the proxy proxy.example.com:3128, which HTTPS_PROXY names, by itself.',
	],
]);
