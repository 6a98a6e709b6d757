import {expect} from 'vitest';
import rule from '../../../src/rules/path/path-name-constraints.ts';
import {describePathRule} from '../../support/path-rule.ts';

describePathRule(rule, [
	[
		'a name outside what the issuer may vouch for',
		'[CA]\nnameConstraints = critical, permitted;DNS:example.com\n[host]\nsubjectAltName = DNS:host.example.org',
		[
			'certificate',
			'CN=host,O=Example breaks the name constraints of CN=CA,O=Example: it has the DNS name host.example.org as its alternative name, which is not among what is permitted there (example.com).',
		],
	],
	[
		'a name within',
		'[CA]\nnameConstraints = critical, permitted;DNS:example.com\n[host]\nsubjectAltName = DNS:host.example.com',
	],
	[
		'a name that the issuer must not vouch for',
		'[CA]\nnameConstraints = critical, excluded;DNS:example.org\n[host]\nsubjectAltName = DNS:host.example.org',
		['certificate', expect.stringContaining('host.example.org')],
	],
]);
