import type {CertificateInRole} from '../certificate-in-role.ts';
import {userGuide} from '../citation.ts';
import {undocumentedKeyKind} from '../key-kind.ts';
import {MAKE_NEW_ISSUER} from '../remedies.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'issuer-key-kind',
	severity: 'error',
	title: 'The key of an issuer is RSA, EC or ML-DSA.',
	why: 'The documentation names these kinds alone, so nothing says that the service can check what another key signs.',
	fix: `Make an issuer with an RSA or EC key: ${MAKE_NEW_ISSUER}`,
	source: userGuide('trust-model', 'Signature validation', '2026-11-22', ['CA-08']),
	examples: {fails: 'role = issuer\nkey = ed25519', passes: 'role = issuer\nkey = p256'},
	appliesTo: ({role}) => role !== 'end-entity',
	check: undocumentedKeyKind,
});
