import {expect, test} from 'vitest';
import {CHECKS} from '../../../src/doctor/diagnose/diagnosis.ts';
import {type CheckRow, Examination, rowsOf} from '../../../src/doctor/guide/examination.ts';
import {surroundingsForTest} from '../../support/doctor-surroundings.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

test('an examination fills its lines in from waiting over running to what was seen', async () => {
	const home = temporaryFolder();
	let clock = 0;
	const told: CheckRow[] = [];
	const states = new Set<CheckRow['state']>();
	let cliProfile: string | undefined;
	const examination: Examination = new Examination({
		now() {
			clock += 10;
			return new Date(clock);
		},
		changed() {
			cliProfile ??= examination.cliProfile;
			for (const {state, spent, words} of examination.rows) {
				states.add(state);
				expect(spent > 0).toBe(state === 'running');
				expect(words === '').toBe(state === 'running' || state === 'waiting');
			}
		},
		judged: row => told.push(row),
	});
	expect(examination.rows.map(({check, state}) => [check, state])).toEqual(CHECKS.map(check => [check, 'waiting']));

	const findings = await examination.run(
		surroundingsForTest({userHome: () => home, stateDirectory: () => home, options: {isOffline: true}}),
	);
	expect(states).toContain('running');
	expect(cliProfile).toBe('default');
	expect(told.map(({check}) => check).toSorted()).toEqual([...CHECKS].toSorted());
	expect(examination.rows).toEqual(rowsOf(findings));
});

test('of what is wrong the finding is told instead of what was seen', async () => {
	const home = temporaryFolder();
	const findings = await new Examination({now: () => new Date(), changed: () => undefined}).run(
		surroundingsForTest({
			userHome: () => home,
			stateDirectory: () => home,
			options: {isOffline: true, flags: {certificate: '/nowhere/certificate.pem'}},
		}),
	);
	const failed = findings.diagnosis.checks.find(({state}) => state === 'failed');
	expect(rowsOf(findings).find(({check}) => check === failed?.check)?.words).toBe(failed?.findings[0]?.message);
});
