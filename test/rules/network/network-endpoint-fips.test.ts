import rule from '../../../src/rules/network/network-endpoint-fips.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readWay} from '../../support/rule-examples/network.ts';

describeRule(rule, readWay, [
	['not asked for', '', 'not-applicable'],
	[
		'where there is one',
		'endpoint = AWS https://rolesanywhere-fips.us-gov-west-1.amazonaws.com\nregion = us-gov-west-1',
		'passed',
	],
	[
		'where there is none',
		'endpoint = AWS https://rolesanywhere-fips.eu-central-1.amazonaws.com\ndns = ENOTFOUND',
		'failed',
		'IAM Roles Anywhere is not known to have a FIPS endpoint in eu-central-1.',
	],
	[
		'where there may be one',
		'endpoint = AWS https://rolesanywhere-fips.eu-central-1.amazonaws.com\noffline = yes',
		'failed',
		'warning: IAM Roles Anywhere is not known to have a FIPS endpoint in eu-central-1.',
	],
]);
