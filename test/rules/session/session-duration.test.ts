import rule from '../../../src/rules/session/session-duration.ts';
import {describeRule} from '../../support/rule-cases.ts';

describeRule(rule, JSON.parse, [
	['as long as the role allows', '{"durationSeconds": 3600, "maxSessionDuration": 3600}', 'passed'],
	[
		'longer',
		'{"durationSeconds": 3601, "maxSessionDuration": 3600}',
		'failed',
		'The session would last 3601 seconds; the role allows 3600.',
	],
]);
