import {expect, test} from 'vitest';
import check from '../../../../src/doctor/diagnose/checks/dates.ts';
import {seen} from '../../../../src/doctor/evidence/look.ts';
import {emptyMachine} from '../../../support/diagnosed.ts';
import {filesOf} from '../../../support/file-evidence.ts';

const YEARS = 20 * 365 * 86_400_000;
const late = '2099-01-01T00:00:00.000Z';

test('a certificate that has ended is told with the day', async () => {
	const {findings, words} = check.judge({...emptyMachine, at: late, files: await filesOf()});
	expect(findings.map(({rule}) => rule)).toContain('ee-valid-now');
	expect(words).toMatch(/^ended \d{4}-\d\d-\d\d; the clock was not compared$/);
});

test('where the clock is wrong, dates are judged by that of the service', async () => {
	const at = new Date(Date.parse(emptyMachine.at) + YEARS).toISOString();
	const http = seen({status: 404, headers: {}, isService: true, clockOffset: -YEARS});
	const network = {...emptyMachine.network, http};
	const {findings, words} = check.judge({...emptyMachine, at, files: await filesOf(), network});
	const rules = findings.map(({rule}) => rule);
	expect(rules).toContain('network-clock');
	expect(rules).not.toContain('ee-valid-now');
	expect(words).toMatch(/; the clock is \d+ s fast$/);
});
