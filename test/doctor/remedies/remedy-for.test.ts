import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Evidence} from '../../../src/doctor/evidence/evidence.ts';
import {seen} from '../../../src/doctor/evidence/look.ts';
import {describeMend} from '../../../src/doctor/mend/describe-mend.ts';
import {remedies, remedyFor} from '../../../src/doctor/remedies/remedy-for.ts';
import type {Finding} from '../../../src/rules/finding.ts';
import {everyRule} from '../../../src/rules/folders.ts';
import {fileWith, machineForTest, words} from '../../support/broken-machine.ts';
import {emptyMachine} from '../../support/diagnosed.ts';
import {remedyOf} from '../../support/remedy-of.ts';
import {wholeEvidence} from '../../support/whole-evidence.ts';

/** Rules of which only somebody else can act, or that are never the cause of missing credentials, and why. */
const WITHOUT_COMMANDS: Readonly<Record<string, string>> = {
	'crl-complete': 'whoever issues the list makes it anew',
	'crl-issuer-present': 'whoever issues the list makes it anew',
	'crl-lists-something': 'the service does not import such a list',
	'crl-readable': 'the service does not import such a list',
	'crl-size': 'the service does not import such a list',
	'crl-sound': 'whoever issues the list makes it anew',
	'crl-version': 'whoever issues the list makes it anew',
	'network-proxy-login': 'only the owner of the proxy knows the password',
	'request-readable': 'no credentials are asked for with a request',
	'set-list-signed': 'whoever issues the list makes it anew',
	'trust-anchor-bundle-count': 'the service does not register such a trust anchor',
	'trust-anchor-bundle-pem': 'the service does not register such a trust anchor',
	'trust-anchor-bundle-size': 'the service does not register such a trust anchor',
};

const findingOf = (rule: (typeof everyRule)[number]): Finding => {
	const {id, severity, why, fix, source} = rule;
	return {rule: id, severity, message: 'It is so.', why, fix, at: 'here', source};
};

const known = new Set(remedies.flatMap(({rules}) => rules));

test('every rule that can be a cause has a remedy, but those of which only others can act', () => {
	const without = everyRule.filter(({id, severity}) => severity === 'error' && !known.has(id)).map(({id}) => id);
	expect(without.toSorted()).toEqual(Object.keys(WITHOUT_COMMANDS).toSorted());
});

test('every remedy is for rules that there are', () => {
	const ids = everyRule.map(({id}) => id);
	expect([...known].filter(id => !ids.includes(id))).toEqual([]);
});

test('where no remedy helps, the fix of the rule itself stands', () => {
	const [rule] = everyRule.filter(({id}) => id === 'network-proxy-login');
	expect(rule && remedyFor(findingOf(rule), emptyMachine)).toEqual({what: rule?.fix, who: 'operator', commands: []});
});

test('a name that could move the cursor stands in no command', async () => {
	const evidence = await machineForTest({
		files: {privateKey: seen(fileWith('/srv/\u001b[2J\nkey.pem', 'x', {mode: 0o644}))},
	});
	const {what, commands} = remedyOf('key-private', evidence);
	expect(commands).toEqual([]);
	expect(what).toContain('rename that first');
});

describe('on whatever machine, no remedy leaves anything to fill in, or shows a secret', () => {
	test.each<[string, Evidence]>([
		['one on which there is nothing', emptyMachine],
		['one with something of everything', wholeEvidence],
		['one on Windows', {...wholeEvidence, host: {...wholeEvidence.host, platform: 'win32'}}],
	])('%s', (_machine, evidence) => {
		for (const rule of everyRule) {
			const {what, commands} = remedyFor(findingOf(rule), evidence);
			expect(what, rule.id).toMatch(/\S/);
			expect(commands.join('\n'), rule.id).not.toMatch(/undefined|REDACTED|\bNAME\b|\bFILE\b|\bARN\b|\[object/);
		}
	});
});

test('whatever stands in the config file and in the words, each finding has a remedy that can be described', async () => {
	const machine = await machineForTest();
	const odd = [
		'\\',
		'"',
		"'",
		'#',
		'\n',
		'\n  ',
		'\n[profile build]\n',
		'=',
		':',
		'REDACTED',
		'$HOME/x',
		'~/y',
		'–certificate',
		'\uFEFF',
	];
	const piece = fc.oneof(fc.constantFrom(...words, ...odd), fc.string({maxLength: 8}));
	fc.assert(
		fc.property(fc.array(piece, {maxLength: 30}), fc.constantFrom(' ', '', '\n'), (pieces, joint) => {
			const text = `[profile build]\ncredential_process = ${pieces.join(joint)}\n`;
			const {command} = machine;
			const evidence: Evidence = {
				...machine,
				config: {
					config: seen({path: '/home/ida/.aws/config', text}),
					credentials: seen({path: '/home/ida/.aws/credentials', text}),
				},
				command: command.state === 'seen' ? seen({...command.value, words: pieces}) : command,
			};
			for (const rule of everyRule) {
				const {what, mend} = remedyFor(findingOf(rule), evidence);
				expect(what).not.toBe('');
				expect(mend && describeMend(mend)).not.toBe('');
			}
		}),
		{numRuns: 10},
	);
});
