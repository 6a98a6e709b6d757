import rule from '../../../src/rules/certificate/ee-valid-now.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';

describeCertificateRule(rule, [
	['now', {role: 'end-entity'}, 'passed'],
	['the first second', {role: 'end-entity', at: '2026-05-01T00:00:00Z'}, 'passed'],
	['the last second', {role: 'end-entity', at: '2027-05-01T00:00:00Z'}, 'passed'],
	[
		'a second too early',
		{role: 'end-entity', at: '2026-04-30T23:59:59Z'},
		'failed',
		'It is not valid before 2026-05-01T00:00:00Z, and it is 2026-04-30T23:59:59Z now.',
	],
	[
		'a second too late',
		{role: 'end-entity', at: '2027-05-01T00:00:01Z'},
		'failed',
		'It ended on 2027-05-01T00:00:00Z, and it is 2027-05-01T00:00:01Z now.',
	],
	[
		'an end before the beginning',
		{role: 'end-entity', notAfter: new Date('2026-01-01T00:00:00Z')},
		'failed',
		'It is never valid: it begins on 2026-05-01T00:00:00Z and ended before that, on 2026-01-01T00:00:00Z.',
	],
	['another role', {role: 'issuer'}, 'not-applicable'],
]);
