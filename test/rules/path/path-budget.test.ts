import rule from '../../../src/rules/path/path-budget.ts';
import {describePathRule} from '../../support/path-rule.ts';

describePathRule(rule, [
	[
		'thousands of names under thousands of constraints',
		'[CA]\nnameConstraints = critical, excluded;DNS:example.org times 3000\n[host]\nsubjectAltName = DNS:host.example.com times 3000',
		['certificate', 'CN=host,O=Example has more names under more constraints than are compared here.'],
	],
	[
		'a name under a constraint',
		'[CA]\nnameConstraints = critical, excluded;DNS:example.org\n[host]\nsubjectAltName = DNS:host.example.com',
	],
]);
