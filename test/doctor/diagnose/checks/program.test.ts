import {expect, test} from 'vitest';
import check from '../../../../src/doctor/diagnose/checks/program.ts';
import type {ProgramRun} from '../../../../src/doctor/evidence/command.ts';
import {seen, unseen} from '../../../../src/doctor/evidence/look.ts';
import {emptyMachine} from '../../../support/diagnosed.ts';
import {wholeEvidence} from '../../../support/whole-evidence.ts';

const good: ProgramRun = {
	exit: 0,
	isTimeout: false,
	stderr: '',
	output: {
		kind: 'json',
		members: ['Version', 'AccessKeyId', 'SecretAccessKey', 'SessionToken', 'Expiration'],
		version: '1',
		expiration: '2026-06-01T01:00:00Z',
	},
};

function withRun(run: ProgramRun) {
	const {command} = wholeEvidence;
	return {...emptyMachine, command: command.state === 'seen' ? seen({...command.value, run: seen(run)}) : command};
}

test.each<readonly [Partial<ProgramRun>, string]>([
	[{}, 'anchorsmith 0.1.0, prints credentials'],
	[{exit: 2}, 'anchorsmith 0.1.0, ends with exit code 2'],
	[{output: {kind: 'empty'}}, 'anchorsmith 0.1.0, prints no credentials that can be used'],
	[{isTimeout: true, exit: 0, output: {kind: 'empty'}}, 'anchorsmith 0.1.0, does not end'],
])('tells what came of running it: %j', (differing, words) => {
	expect(check.judge(withRun({...good, ...differing})).words).toBe(words);
});

test('judges what was printed', () => {
	const {findings} = check.judge(withRun({...good, output: {kind: 'not-json', beginning: 'Welcome!'}}));
	expect(findings.map(({rule}) => rule)).toContain('process-json');
});

test('is unknown without a command, and says why a program was not seen', () => {
	expect(check.judge(emptyMachine)).toMatchObject({findings: [], state: 'unknown'});
	const {command} = wholeEvidence;
	const gone =
		command.state === 'seen'
			? seen({...command.value, program: unseen('failed', 'There is no such file.', 'ENOENT')})
			: command;
	expect(check.judge({...emptyMachine, command: gone})).toMatchObject({words: 'There is no such file.'});
});
