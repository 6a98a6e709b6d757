import type {CertificateInRole} from './certificate-in-role.ts';
import {instant} from './quoted.ts';
import type {Shortcoming} from './rule.ts';

/** Why a certificate is not valid at the moment of judgement; both ends of its time count as within. */
export function notValidNow({certificate, at}: CertificateInRole): readonly Shortcoming[] {
	const {notBefore, notAfter} = certificate.validity;
	if (notBefore > notAfter) {
		const message = `It is never valid: it begins on ${instant(notBefore)} and ended before that, on ${instant(notAfter)}.`;
		return [{at: 'validity', message}];
	}

	if (at < notBefore) {
		const message = `It is not valid before ${instant(notBefore)}, and it is ${instant(at)} now.`;
		return [{at: 'validity.notBefore', message, fix: 'Wait until then, or correct this clock if it is wrong.'}];
	}

	return at > notAfter
		? [{at: 'validity.notAfter', message: `It ended on ${instant(notAfter)}, and it is ${instant(at)} now.`}]
		: [];
}
