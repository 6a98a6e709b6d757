import {describe, expect, test} from 'vitest';
import {everyRule} from '../../../src/rules/folders.ts';
import {member, memberOf} from '../../support/rehearsal.ts';
import {runIn} from '../../support/setup.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';
import {all} from './catalogue/all.ts';
import {messages} from './catalogue/messages.ts';
import {twice} from './catalogue/twice.ts';

/** The rows of the fact sheet that a machine can be broken by: 6.1, 6.6 and section 8. */
const ROWS = [
	...numbered('ERR', 1, 18),
	'6.6 untrusted / signing certificate',
	'6.6 insufficient certificate',
	'6.6 certificate expired / not yet valid',
	'6.6 invalid signature, clock skew, key mismatch',
	'6.6 unable to assume role',
	'6.6 region mismatch',
	'6.6 disabled anchor / profile',
	'6.6 disabled CRL',
	'6.6 role not in profile',
	'6.6 unsupported duration',
	'6.6 encrypted key, wrong PEM label, DER file',
	'6.6 several certificates in one PEM, chain missing',
	'6.6 proxy, TLS, DNS',
	'6.6 credential_process quoting, relative path, newline, spaces, Windows',
	'6.6 wrong identity is used',
	'6.6 works by hand, fails in CI / container',
	'6.6 throttled',
	...numbered('CFG', 1, 13),
	...numbered('CFG', 20, 31),
	...numbered('CFG', 40, 47),
	...numbered('CFG', 50, 54),
	'SEED-000',
	'SEED-001',
	'SEED-002 intro',
	'SEED-002 k8s',
	'SEED-002 pipeline',
	'SEED-002 yubikey',
	'SEED-003',
	'SEED-004',
];

/** Rows that no world stands for, and why. */
const WITHOUT_WORLD: Readonly<Record<string, string>> = {
	'ERR-13': 'the rehearsal refuses no policy for its size, since nobody knows how the service packs them',
	'ERR-16': 'a path of a URL that only a program of somebody else could get wrong',
	'CFG-12': 'only programs that do not ask this one are too old to read the config file',
	'CFG-27': 'works in every client: a percent sign is literal',
	'CFG-29': 'works in every client: line ends of Windows are accepted',
	'CFG-30': 'works in every client: blanks before a key are accepted',
	'CFG-42': 'about Windows: test/config-file and test/rules/config-file hold it against both ways of splitting',
	'CFG-47': 'what is tested after writing; no state of a machine',
	'CFG-54': 'says that clients wait for ever; no state of a machine',
};

const covered = new Set([...all, ...twice].flatMap(({facts}) => facts));

test('there are at least sixty worlds broken in one way, and twelve in two', () => {
	expect(all.length).toBeGreaterThanOrEqual(60);
	expect(twice.length).toBeGreaterThanOrEqual(12);
	expect(twice.filter(({second}) => second.length === 0)).toEqual([]);
});

test('every row has a world, or a reason why it has none', () => {
	expect(ROWS.filter(row => !covered.has(row) && !(row in WITHOUT_WORLD))).toEqual([]);
	expect(Object.keys(WITHOUT_WORLD).filter(row => covered.has(row) || !ROWS.includes(row))).toEqual([]);
});

test('causes are rules that there are', () => {
	const ids = new Set(everyRule.map(({id}) => id));
	expect([...all, ...twice].flatMap(({cause, second}) => [...cause, ...second]).filter(rule => !ids.has(rule))).toEqual(
		[],
	);
});

test('no two worlds have one name', () => {
	const names = [...all, ...twice].map(({name}) => name);
	expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('a fix that is not followed is one that nobody at this machine can follow', () => {
	const unfollowed = [...all, ...twice].filter(({how}) => how.notFollowed !== undefined);
	expect(unfollowed.length).toBeLessThan(all.length / 6);
});

test('every message of the service has been met', () => {
	const met = new Set(messages.map(({fact}) => fact));
	const unrecorded = ['ERR-05', 'ERR-14'];
	expect(numbered('ERR', 1, 18).filter(fact => !met.has(fact) && !unrecorded.includes(fact))).toEqual([]);
});

function numbered(letters: string, first: number, last: number): readonly string[] {
	return Array.from({length: last - first + 1}, (_, index) => `${letters}-${String(first + index).padStart(2, '0')}`);
}

describe('a message alone is explained, with nothing else known', () => {
	test.each(messages)('$fact: $text', async ({fact, text, rules}) => {
		const {exit, stdout} = await runIn(temporaryFolder(), ['doctor', '--offline', '--json', '--error', text]);
		const heard = memberOf(JSON.parse(stdout), 'result', 'messages', 0);
		const known = memberOf(heard, 'known');
		expect(exit).toBe(1);
		expect({fact: member(known, 'fact'), rules: rulesBehind(known)}, stdout).toEqual({
			fact,
			rules: rules.length === 0 ? expect.anything() : expect.arrayContaining([expect.toBeOneOf([...rules])]),
		});
	});

	test('one that nobody knows is said to be unknown', async () => {
		const {stdout} = await runIn(temporaryFolder(), ['doctor', '--offline', '--error', 'the frobnicator is sealed']);
		expect(stdout).toContain('not known');
	});
});

function rulesBehind(known: unknown): readonly string[] {
	const causes = memberOf(known, 'causes');
	return Array.isArray(causes) ? causes.flatMap(cause => String(memberOf(cause, 'rules')).split(',')) : [];
}
