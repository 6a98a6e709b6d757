import rule from '../../../src/rules/network/network-clock.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readWay} from '../../support/rule-examples/network.ts';

describeRule(rule, readWay, [
	['together', 'clock = -3', 'passed'],
	['no Date', 'http = 404', 'not-applicable'],
	['of somebody else', 'http = 200\nclock = 7200', 'not-applicable'],
	['by whom AWS vouches for', 'http = 404\nserver = nginx\nclock = 3', 'passed'],
	['a little apart', 'clock = 61', 'failed', "notice: This machine's clock is one minute behind the service's."],
	['five minutes apart', 'clock = 300', 'failed', "notice: This machine's clock is 5 minutes behind the service's."],
	['more', 'clock = 301', 'failed', "This machine's clock is 5 minutes behind the service's."],
	['half an hour', 'clock = -1800', 'failed', "This machine's clock is 30 minutes ahead of the service's."],
	['hours', 'clock = 10800', 'failed', "This machine's clock is 3 hours behind the service's."],
	['days', 'clock = 864000', 'failed', "This machine's clock is 10 days behind the service's."],
]);
