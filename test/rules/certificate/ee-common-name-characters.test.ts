import rule from '../../../src/rules/certificate/ee-common-name-characters.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';

describeCertificateRule(rule, [
	['the safe ones', {subject: 'CN=Build-7_a.b=c@d+e'}, 'passed'],
	[
		'letters of other scripts',
		{subject: 'CN=größe-東京'},
		'failed',
		'warning: The common name "größe-東京" holds "ö" "ß" "東" "京", which session tags take and the source identity may not.',
	],
	[
		'a space, as the official test certificate has',
		{subject: 'CN=TEST CLIENT'},
		'failed',
		'warning: The common name "TEST CLIENT" holds " ", which session tags take and the source identity may not.',
	],
	[
		'colon and slash',
		{subject: 'CN=spiffe://host'},
		'failed',
		'warning: The common name "spiffe://host" holds ":" "/", which session tags take and the source identity may not.',
	],
	['parentheses', {subject: 'CN=host (old)'}, 'failed', 'The common name "host (old)" holds "(" ")".'],
	['an ampersand', {subject: 'CN=R&D'}, 'failed', 'The common name "R&D" holds "&".'],
	['an asterisk', {subject: 'CN=*.example.com'}, 'failed', 'The common name "*.example.com" holds "*".'],
	[
		'a terminal escape, made visible',
		{subject: 'CN=a\u001b[2Jb'},
		'failed',
		String.raw`The common name "a\u{1b}[2Jb" holds "\u{1b}" "[".`,
	],
	['an issuer', {role: 'issuer', subject: 'CN=R&D'}, 'not-applicable'],
]);
