import {Certificate} from '../pki/certificate/certificate.ts';
import {readPem} from '../pki/intake/pem.ts';
import {ok, problem, type Result} from '../result.ts';
import type {AnchorBundle} from '../rules/anchor-bundle.ts';
import type {Finding, Refusal} from '../rules/finding.ts';
import {enforcedCertificateRules} from '../rules/judge-certificate.ts';
import {runRules} from '../rules/run.ts';
import {rules as bundleRules} from '../rules/trust-anchor/rules.generated.ts';
import {type ServiceRefusal, toServiceRefusal} from './decision.ts';
import {unrecorded} from './unrecorded-words.ts';

/** Why the service does not take a trust anchor's certificates. */
export interface AnchorRefusal {
	readonly refusal: ServiceRefusal;
	/** Never empty. */
	readonly findings: readonly Finding[];
}

/**
 * The service's decision on the certificates of CreateTrustAnchor and UpdateTrustAnchor: exact
 * PEM, one or two CA certificates, each as the enforced rules want an anchor's (fact sheet, CA-02,
 * CA-05, CA-06, CA-20, CA-21, CA-24). Certificates outside their dates are taken. Never throws.
 */
export function judgeTrustAnchorBundle(text: string, at: Date): Result<readonly Certificate[], AnchorRefusal> {
	const pem = readPem(text);
	const bundle = runRules<AnchorBundle>(bundleRules, {text, pem}).filter(({severity}) => severity === 'error');
	if (bundle.length > 0) {
		return refuseAnchor(bundle, unrecorded.tooManyAnchorCertificates);
	}

	const read = pem.blocks.map(({der}) => Certificate.read(der));
	const certificates = read.flatMap(result => (result.ok ? [result.value] : []));
	const findings = certificates
		.flatMap(certificate => runRules(enforcedCertificateRules, {certificate, role: 'anchor', at}))
		.filter(({severity}) => severity === 'error');
	return findings.length > 0 ? refuseAnchor(findings, unrecorded.unsuitedAnchorCertificate) : ok(certificates);
}

function refuseAnchor(
	findings: readonly Finding[],
	otherwise: Refusal,
): {readonly ok: false; readonly problem: AnchorRefusal} {
	const words = findings.find(({refusal}) => refusal?.code === 'ValidationException')?.refusal ?? otherwise;
	return problem({refusal: toServiceRefusal(words), findings});
}
