import {expect, test} from 'vitest';
import check from '../../../../src/doctor/diagnose/checks/config.ts';
import {seen, unseen} from '../../../../src/doctor/evidence/look.ts';
import {emptyMachine} from '../../../support/diagnosed.ts';

const rulesOf = (text: string, path = '/home/ida/.aws/config') =>
	check
		.judge({...emptyMachine, config: {...emptyMachine.config, config: seen({path, text})}})
		.findings.map(({rule}) => rule);

test('judges the files by their rules', () => {
	expect(rulesOf('[default]\ncredential_process = /x\nregion = us-east-1\n')).toEqual([]);
	expect(rulesOf('[default]\nregion = us-east-1\n[default]\n')).toContain('config-no-duplicates');
});

test('says nothing of what may stand in a file that was not seen', () => {
	const denied = unseen('denied', 'Permission denied.', 'EACCES');
	const {findings, state} = check.judge({...emptyMachine, config: {config: denied, credentials: denied}});
	expect(findings.map(({rule}) => rule)).not.toContain('config-profile-found');
	expect(state).toBe('unknown');
});

test('does not ask for a CLI profile where flags stand for it', () => {
	const command = seen({
		origin: 'flags',
		words: [],
		order: {},
		unknownFlags: [],
		program: unseen('not-possible', 'None.'),
		run: unseen('offline', 'None.'),
	} as const);
	expect(check.judge({...emptyMachine, command})).toEqual({findings: [], words: 'not asked: flags stand for them'});
});
