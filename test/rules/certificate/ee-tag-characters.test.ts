import {expect} from 'vitest';
import rule from '../../../src/rules/certificate/ee-tag-characters.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';

describeCertificateRule(rule, [
	['nothing unusual', {}, 'passed'],
	[
		'an ampersand in the name of the issuer',
		{issuer: 'CN=Research & Development'},
		'failed',
		'CN "Research & Development" cannot become a session tag.',
	],
	[
		'parentheses in an organization',
		{subject: 'CN=host,O=Example (old)'},
		'failed',
		'O "Example (old)" cannot become a session tag.',
	],
	[
		'units that are too long together',
		{subject: `CN=host,OU=${'a'.repeat(200)},OU=${'b'.repeat(60)}`},
		'failed',
		expect.stringMatching(/^OU "b+\/a+…" cannot become a session tag\.$/),
	],
	['a common name, which has a rule of its own', {subject: 'CN=R&D'}, 'passed'],
	[
		'a question mark in the first URI',
		{subjectAlternativeName: [{uri: 'https://example.com/?a'}, {uri: 'https://example.com/'}]},
		'failed',
		'URI "https://example.com/?a" cannot become a session tag.',
	],
	[
		'a question mark in the second URI',
		{subjectAlternativeName: [{uri: 'https://example.com/'}, {uri: 'https://example.com/?a'}]},
		'passed',
	],
	['an email address, which never becomes one', {subjectAlternativeName: [{email: 'a!b@example.com'}]}, 'passed'],
	['an attribute type without a short name', {subject: 'CN=host,1.2.3.4=a&b'}, 'passed'],
	['an issuer', {role: 'issuer', subject: 'O=R&D'}, 'not-applicable'],
]);
