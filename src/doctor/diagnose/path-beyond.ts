import {findPath} from '../../decide/path.ts';
import {readPem} from '../../pki/intake/pem.ts';
import type {Finding} from '../../rules/finding.ts';
import {seenIn} from '../evidence/look.ts';
import {presentedCertificates} from '../predict/presented-certificates.ts';
import {helpersAtHand, serviceTime} from '../predict/session-asked-for.ts';
import {type ForAnswer, predictedFrom} from './predicted.ts';

/**
 * Why no path leads to the trust anchor, where the service would refuse the signature before it looks for one: a key or a
 * clock that is put right must not bring it to light. Empty when there is a path, or when it cannot be told.
 */
export function pathBeyondSignature(evidence: ForAnswer): readonly Finding[] {
	const anchor = seenIn(evidence.account.trustAnchor);
	const command = seenIn(evidence.command);
	const [helper = 'own'] = helpersAtHand(command);
	const {certificate, chain} = presentedCertificates(evidence.files, helper);
	const isChainUnseen = evidence.files.intermediates.state === 'unseen';
	if (predictedFrom(evidence).stage !== 'signature' || !anchor?.certificates || !certificate || isChainUnseen) {
		return [];
	}

	const anchors = readPem(anchor.certificates).blocks.map(({der}) => der);
	return findPath({certificate, chain, anchors, at: serviceTime(evidence)}).findings;
}
