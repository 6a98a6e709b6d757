import rule from '../../../src/rules/certificate/ends-soon.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';

describeCertificateRule(rule, [
	['most of a year left', {}, 'passed'],
	['45 days left', {at: '2027-03-17T00:00:00Z'}, 'passed'],
	['less than 45 days left', {at: '2027-03-17T00:00:01Z'}, 'failed', 'It ends on 2027-05-01T00:00:00Z, in 44 days.'],
	['a day left', {at: '2027-04-30T00:00:00Z'}, 'failed', 'It ends on 2027-05-01T00:00:00Z, in 24 hours.'],
	[
		'more than a third left of six days',
		{notAfter: new Date('2026-05-07T00:00:00Z'), at: '2026-05-04T00:00:00Z'},
		'passed',
	],
	[
		'less than a third left of six days',
		{notAfter: new Date('2026-05-07T00:00:00Z'), at: '2026-05-05T12:00:00Z'},
		'failed',
		'It ends on 2026-05-07T00:00:00Z, in 36 hours.',
	],
	[
		'an anchor of six days',
		{role: 'anchor', notAfter: new Date('2026-05-07T00:00:00Z'), at: '2026-05-04T00:00:00Z'},
		'failed',
		'It ends on 2026-05-07T00:00:00Z, in 3 days.',
	],
	['one that has ended, which has a rule of its own', {at: '2030-01-01T00:00:00Z'}, 'passed'],
	['one that has not begun', {at: '2020-01-01T00:00:00Z'}, 'passed'],
]);
