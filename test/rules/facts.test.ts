import {expect, test} from 'vitest';
import {everyRule} from '../../src/rules/folders.ts';

/** The last number of each family of the fact sheet that speaks of certificates, chains, keys, lists and sessions made of them. */
const FAMILIES = {CA: 28, EE: 19, CRL: 9, KEY: 10, CH: 8, SID: 5, TAG: 9} as const;

/** Statements that no file can break, and why. */
const NOT_IN_FILES: ReadonlyMap<string, string> = new Map([
	['CA-15', 'allows something'],
	['CA-19', 'does not exist'],
	['CA-22', 'is about a request to AWS'],
	['CA-23', 'is about a request to AWS'],
	['CA-25', 'is about printing commands'],
	['CA-28', 'is about what is in the account'],
	['CRL-09', 'is about the console of AWS'],
	['CH-05', 'is about a request to AWS'],
	['SID-04', 'is about policies'],
	['SID-05', 'is about roles assumed later'],
	['TAG-09', 'is about a change in the account'],
	['EE-18', 'is advice to issuers'],
]);

test('every statement that files can break stands behind a rule', () => {
	const cited = new Set(everyRule.flatMap(({source}) => source.facts));
	const demanded = Object.entries(FAMILIES).flatMap(([family, last]) =>
		Array.from({length: last}, (_, index) => `${family}-${String(index + 1).padStart(2, '0')}`),
	);
	expect(demanded.filter(fact => !cited.has(fact) && !NOT_IN_FILES.has(fact))).toEqual([]);
});

/** The last number of each group of statements about config files and credential processes. */
const CONFIG_FILES = [
	[1, 13],
	[20, 31],
	[40, 47],
	[50, 54],
] as const;

/** Statements about config files that nothing can break, and why. */
const NOT_BREAKABLE: ReadonlyMap<string, string> = new Map([
	['CFG-27', 'says what is fine'],
	['CFG-29', 'says what is fine'],
	['CFG-30', 'says what is fine'],
	['CFG-53', 'says how often the process is run'],
]);

test('every statement that config files, the environment or a credential process can break stands behind a rule', () => {
	const cited = new Set(everyRule.flatMap(({source}) => source.facts));
	const demanded = CONFIG_FILES.flatMap(([first, last]) =>
		Array.from({length: last - first + 1}, (_, index) => `CFG-${String(first + index).padStart(2, '0')}`),
	);
	expect(demanded.filter(fact => !cited.has(fact) && !NOT_BREAKABLE.has(fact))).toEqual([]);
});
