import {expect, test} from 'vitest';
import check from '../../../../src/doctor/diagnose/checks/arns.ts';
import {seen} from '../../../../src/doctor/evidence/look.ts';
import {emptyMachine} from '../../../support/diagnosed.ts';
import {wholeEvidence} from '../../../support/whole-evidence.ts';

test('names role, region and account, and judges them', () => {
	expect(check.judge({...emptyMachine, command: wholeEvidence.command})).toMatchObject({
		words: 'welding-robot in eu-central-1 of 111122223333',
	});
	const {command} = wholeEvidence;
	const lost =
		command.state === 'seen' ? seen({...command.value, order: {...command.value.order, roleArn: 'role/x'}}) : command;
	expect(check.judge({...emptyMachine, command: lost}).findings.map(({rule}) => rule)).toContain('order-arn-kinds');
});

test('is unknown without a command', () => {
	expect(check.judge(emptyMachine)).toMatchObject({findings: [], state: 'unknown'});
});
