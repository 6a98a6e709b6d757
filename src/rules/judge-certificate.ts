import {rules} from './certificate/rules.generated.ts';
import type {CertificateInRole} from './certificate-in-role.ts';
import type {Finding} from './finding.ts';
import type {Rule} from './rule.ts';
import {runRules} from './run.ts';

/** Every rule on the content of one certificate, by id. */
export const certificateRules: readonly Rule<CertificateInRole>[] = rules;

/** Those that the service itself enforces, as far as anyone knows: they carry the refusal that it answers with. */
export const enforcedCertificateRules: readonly Rule<CertificateInRole>[] = certificateRules.filter(
	({refusal}) => refusal !== undefined,
);

/** Judges one certificate in one role at one moment; worst findings first. */
export function judgeCertificate(subject: CertificateInRole): readonly Finding[] {
	return runRules(certificateRules, subject);
}
