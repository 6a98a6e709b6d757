import {type Decoded, valueOf as presentValue} from '../certificate/certificate.ts';
import {
	ALL_REASONS,
	type DistributionPoint,
	type DistributionPointName,
	type IssuingDistributionPoint,
	readDistributionPoints,
} from '../certificate/distribution-point.ts';
import {decodeExtension} from '../certificate/extensions.ts';
import type {Crl} from '../crl/crl.ts';
import {hexOf} from '../der/der-values.ts';
import {extensionOids} from '../der/oids.ts';
import type {DistinguishedName} from '../names/distinguished-name.ts';
import type {GeneralName} from '../names/general-name.ts';
import {nameKey, rdnKey} from '../names/name-match.ts';
import type {CertificateFacts} from './certificate-facts.ts';

/** Where a certificate says that lists about it are found. */
export function distributionPointsOf({certificate}: CertificateFacts): Decoded<readonly DistributionPoint[]> {
	return decodeExtension(certificate.extensions, extensionOids.cRLDistributionPoints, readDistributionPoints, () => {});
}

/** True for a list of someone who may revoke the certificate: its issuer, or whom its distribution points name instead. */
export function isAddressedTo(crl: Crl, facts: CertificateFacts): boolean {
	const issuer = nameKey(crl.issuer);
	const points = presentValue(distributionPointsOf(facts)) ?? [];
	return issuer === facts.issuerKey || points.some(({crlIssuer}) => crlIssuer?.some(name => nameKey(name) === issuer));
}

/**
 * Reasons that a list speaks about for a certificate (RFC 5280, section 6.3.3 (b) and (d)): the union over the
 * certificate's distribution points and the one that stands for its issuer; 0 when the list is not about it.
 */
export function reasonsCovered(crl: Crl, facts: CertificateFacts): number {
	const points = presentValue(distributionPointsOf(facts)) ?? [];
	const implied: DistributionPoint = {
		name: {kind: 'full', names: [{kind: 'directoryName', value: facts.certificate.issuer}]},
	};
	const scope = presentValue(crl.issuingDistributionPoint);
	return [...points, implied].reduce((reasons, point) => reasons | reasonsAt(point, crl, scope, facts), 0);
}

function reasonsAt(
	point: DistributionPoint,
	crl: Crl,
	scope: IssuingDistributionPoint | undefined,
	facts: CertificateFacts,
): number {
	const crlIssuer = nameKey(crl.issuer);
	const isByIssuer = crlIssuer === facts.issuerKey;
	const isNamed = point.crlIssuer?.some(name => nameKey(name) === crlIssuer) ?? isByIssuer;
	if (!isNamed || (!isByIssuer && scope?.isIndirect !== true)) {
		return 0;
	}

	const reasons = point.reasons ?? ALL_REASONS;
	if (!scope) {
		return reasons & ALL_REASONS;
	}

	const isOutside =
		scope.onlyAttributeCertificates ||
		(scope.onlyUserCertificates && facts.isCa) ||
		(scope.onlyCaCertificates && !facts.isCa) ||
		(scope.name && !areNamesShared(scope.name, crl.issuer, point, facts));
	return isOutside ? 0 : reasons & (scope.reasons ?? ALL_REASONS) & ALL_REASONS;
}

/** Section 6.3.3 (b) (2) (i). */
function areNamesShared(
	name: DistributionPointName,
	crlIssuer: DistinguishedName,
	point: DistributionPoint,
	{certificate}: CertificateFacts,
): boolean {
	const ofList = pointKeys(name, crlIssuer);
	const ofCertificate = point.name
		? pointKeys(point.name, point.crlIssuer?.[0] ?? certificate.issuer)
		: (point.crlIssuer ?? []).map(value => generalNameKey({kind: 'directoryName', value}));
	return ofCertificate.some(key => ofList.includes(key));
}

function pointKeys(name: DistributionPointName, issuer: DistinguishedName): readonly string[] {
	return name.kind === 'full'
		? name.names.map(generalNameKey)
		: [`directoryName ${[...issuer.rdns, name.rdn].map(rdnKey).join('\u{3}')}`];
}

function generalNameKey(name: GeneralName): string {
	switch (name.kind) {
		case 'directoryName':
			return `directoryName ${nameKey(name.value)}`;
		case 'uri':
			return `uri ${name.value.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, authority => authority.toLowerCase())}`;
		case 'ip':
		case 'other':
			return `${name.kind} ${hexOf(name.bytes)}`;
		default:
			return `${name.kind} ${name.value.toLowerCase()}`;
	}
}
