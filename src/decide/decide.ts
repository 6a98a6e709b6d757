import type {AccountState} from './account-state.ts';
import {assumeRole} from './assume-role.ts';
import type {Decision, Refused} from './decision.ts';
import type {SessionRequest} from './session-request.ts';
import {judgeCertificate, judgeLists, judgeProfile, judgeShape, judgeSignature, judgeTrustAnchor} from './stages.ts';

/**
 * The service's decision on one session request, against one state of the account.
 *
 * Judges in the order that the service's messages give away (fact sheet, 6.1): request shape,
 * trust anchor, signature, path, end-entity certificate, revocation, profile, role in profile, role
 * session name, and at last what STS judges. The first stage that fails refuses, so a refusal proves that
 * all stages before it passed. Pure, and never throws, whatever the request or the account holds.
 */
export function decide(request: SessionRequest, account: AccountState, at: Date): Decision {
	const parameters = judgeShape(request);
	if (!parameters.ok) {
		return parameters.problem;
	}

	const anchor = judgeTrustAnchor(parameters.value.trustAnchorArn, account);
	if (!anchor.ok) {
		return anchor.problem;
	}

	const signed = judgeSignature(request);
	if (!signed.ok) {
		return signed.problem;
	}

	const path = judgeCertificate(signed.value, request, anchor.value, at);
	if (!path.ok) {
		return path.problem;
	}

	const certificate = judgeLists(path.value, anchor.value, account, at);
	if (!certificate.ok) {
		return certificate.problem;
	}

	const profile = judgeProfile(parameters.value, account);
	if (!profile.ok) {
		return profile.problem;
	}

	return assumeRole({
		parameters: parameters.value,
		certificate: certificate.value,
		profile: profile.value,
		account,
		at,
	});
}

/**
 * The first refusal that no certificate and no signature could prevent: of the request's shape, the trust anchor and
 * the profile. Undefined when there is none. As {@link decide} otherwise, for a request whose certificate nobody sees.
 */
export function decideWithoutCertificate(request: SessionRequest, account: AccountState): Refused | undefined {
	const parameters = judgeShape(request);
	if (!parameters.ok) {
		return parameters.problem;
	}

	const anchor = judgeTrustAnchor(parameters.value.trustAnchorArn, account);
	if (!anchor.ok) {
		return anchor.problem;
	}

	const profile = judgeProfile(parameters.value, account);
	return profile.ok ? undefined : profile.problem;
}
