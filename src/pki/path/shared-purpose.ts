import {decodedValue} from '../certificate/certificate.ts';
import {keyPurposeOids} from '../der/oids.ts';
import type {CertificateFacts} from './certificate-facts.ts';
import {type Standpoint, shownPurposes} from './own-failures.ts';
import {shown} from './requirement.ts';

/**
 * Where nobody says what a path is wanted for, it must still be good for something: extended key usages of issuers limit
 * what is below them, as widely used programs have it, so all certificates of a path that have the extension must share a
 * purpose.
 *
 * @param path - From the target to the anchor.
 * @returns The first certificate, from the target upwards, that leaves nothing over, and why.
 */
export function sharedPurposeProblem(
	path: readonly CertificateFacts[],
	{purpose, demands}: Standpoint,
): {readonly at: CertificateFacts; readonly what: string} | undefined {
	if (purpose !== 'any' || demands !== 'rfc5280') {
		return undefined;
	}

	let left: readonly string[] | undefined;
	let below = '';
	for (const facts of path) {
		const purposes = decodedValue(facts.certificate.extendedKeyUsage);
		if (!purposes || purposes.includes(keyPurposeOids.any)) {
			continue;
		}

		const before = left;
		left = before?.filter(oid => purposes.includes(oid)) ?? purposes;
		if (before && left.length === 0) {
			const what = `is limited to ${shownPurposes(purposes)}, and ${below} below it to ${shownPurposes(before)}: the path is good for nothing.`;
			return {at: facts, what};
		}

		below = shown(facts.certificate.subject);
	}

	return undefined;
}
