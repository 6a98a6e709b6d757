import rule from '../../../src/rules/certificate/ee-common-name-length.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';

describeCertificateRule(rule, [
	['61 characters', {subject: `CN=${'a'.repeat(61)}`}, 'passed'],
	[
		'62 characters',
		{subject: `CN=${'a'.repeat(62)}`},
		'failed',
		`notice: The source identity will be "${'a'.repeat(62)}", without CN= before it.`,
	],
	[
		'64 characters',
		{subject: `CN=${'a'.repeat(64)}`},
		'failed',
		`notice: The source identity will be "${'a'.repeat(64)}", without CN= before it.`,
	],
	[
		'65 characters',
		{subject: `CN=${'a'.repeat(65)}`},
		'failed',
		`The common name "${'a'.repeat(65)}" has 65 characters.`,
	],
	[
		'a thousand characters, cut in the message',
		{subject: `CN=${'a'.repeat(1000)}`},
		'failed',
		`The common name "${'a'.repeat(120)}…" has 1000 characters.`,
	],
	['61 characters beyond ASCII', {subject: `CN=${'é'.repeat(61)}`}, 'passed'],
	['an issuer', {role: 'issuer', subject: `CN=${'a'.repeat(65)}`}, 'not-applicable'],
]);
