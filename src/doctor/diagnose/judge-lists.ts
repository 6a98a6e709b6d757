import {readItem} from '../../lint/read-item.ts';
import {takeIn} from '../../pki/intake/intake.ts';
import type {Finding} from '../../rules/finding.ts';
import {judgeCrl} from '../../rules/judge-crl.ts';
import type {AccountEvidence, CrlEvidence} from '../evidence/account.ts';
import {seenIn} from '../evidence/look.ts';

/** Rules on what time does to a list that the service has taken already. */
const ON_TIME: ReadonlySet<string> = new Set(['crl-current', 'crl-ends-soon']);

/**
 * Judges the imported lists of revoked certificates that are enabled. What the service makes of one that has ended is not
 * documented, so none of it is an error.
 *
 * @param at - The moment of judgement.
 */
export function judgeLists({crls}: Pick<AccountEvidence, 'crls'>, at: Date): readonly Finding[] {
	const enabled = (seenIn(crls) ?? []).filter(({isEnabled}) => isEnabled);
	return enabled.flatMap(list => judgeList(list, at));
}

function judgeList({name, data}: CrlEvidence, at: Date): readonly Finding[] {
	const {items} = takeIn(Uint8Array.from(Buffer.from(data, 'base64')));
	const read = items.flatMap(item => readItem(item, {path: name}).crl ?? []);
	return read
		.flatMap(crl => judgeCrl({crl, at}))
		.filter(({rule}) => ON_TIME.has(rule))
		.map(finding => (finding.severity === 'error' ? {...finding, severity: 'warning'} : finding));
}
