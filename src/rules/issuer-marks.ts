import type {CertificateInRole} from './certificate-in-role.ts';
import type {Shortcoming} from './rule.ts';

/** What keeps a certificate from being marked as one that may sign others (fact sheet, CA-02). */
export function missingCaMark({certificate}: CertificateInRole): readonly Shortcoming[] {
	const {basicConstraints} = certificate;
	const at = 'extensions.basicConstraints';
	switch (basicConstraints.state) {
		case 'absent':
			return [{at, message: 'There is no basicConstraints extension, so the certificate may not sign others.'}];
		case 'malformed':
			return [{at, message: `basicConstraints cannot be read: ${basicConstraints.problem.message}.`}];
		default:
			return basicConstraints.value.isCa
				? []
				: [{at, message: 'basicConstraints says cA=FALSE, so the certificate may not sign others.'}];
	}
}

/** What keeps a key from being allowed to sign certificates (fact sheet, CA-05 to CA-07). */
export function missingKeyCertSign({certificate}: CertificateInRole): readonly Shortcoming[] {
	const {keyUsage} = certificate;
	const at = 'extensions.keyUsage';
	switch (keyUsage.state) {
		case 'absent':
			return [{at, message: 'There is no keyUsage extension, so nothing says that the key may sign certificates.'}];
		case 'malformed':
			return [{at, message: `keyUsage cannot be read: ${keyUsage.problem.message}.`}];
		default:
			return keyUsage.value.includes('keyCertSign') ? [] : [{at, message: 'keyUsage leaves out keyCertSign.'}];
	}
}
