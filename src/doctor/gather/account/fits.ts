import type {TrustAnchorDetail} from '../../../aws/roles-anywhere-shapes.ts';
import {findPath} from '../../../decide/path.ts';
import type {Certificate} from '../../../pki/certificate/certificate.ts';
import {readPem} from '../../../pki/intake/pem.ts';
import {seenIn} from '../../evidence/look.ts';
import {type PresentedCertificates, presentedCertificates} from '../../predict/presented-certificates.ts';
import {helpersAtHand} from '../../predict/session-asked-for.ts';
import type {Before} from '../probe.ts';

/** The end-entity certificate that is sent, as far as it was seen. */
export function presentedCertificate(before: Before): Certificate | undefined {
	return presentedIn(before).find(({certificate}) => certificate)?.certificate;
}

/** Whether the certificates lead to a trust anchor, so that there is no need to look for another one; true where nobody can tell. */
export function fitsTrustAnchor(before: Before, {certificates}: TrustAnchorDetail): boolean {
	const anchors = readPem(certificates ?? '').blocks.map(({der}) => der);
	const at = new Date(before.at);
	return presentedIn(before).every(
		({certificate, chain}) =>
			certificate === undefined ||
			certificates === undefined ||
			findPath({certificate, chain, anchors, at}).findings.every(({rule}) => rule === 'path-end-entity-validity'),
	);
}

function presentedIn({command, files}: Before): readonly PresentedCertificates[] {
	const helpers = helpersAtHand(command && seenIn(command));
	return files ? helpers.map(helper => presentedCertificates(files, helper)) : [];
}
