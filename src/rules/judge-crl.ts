import {rules} from './crl/rules.generated.ts';
import type {CrlToImport} from './crl-to-import.ts';
import type {Finding} from './finding.ts';
import {runRules} from './run.ts';

/** Judges a list that is to be imported; worst findings first. */
export function judgeCrl(crl: CrlToImport): readonly Finding[] {
	return runRules<CrlToImport>(rules, crl);
}
