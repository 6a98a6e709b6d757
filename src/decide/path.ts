import {Certificate} from '../pki/certificate/certificate.ts';
import {findCertificationPath} from '../pki/path/find-path.ts';
import {printable} from '../printable.ts';
import type {AttemptedPath} from '../rules/attempted-path.ts';
import type {Finding} from '../rules/finding.ts';
import {enforcedCertificateRules} from '../rules/judge-certificate.ts';
import {rules as pathRules} from '../rules/path/rules.generated.ts';
import {runRules} from '../rules/run.ts';

/** The most certificates that a request may carry beside the end-entity certificate (fact sheet, CH-02). */
const MAX_CHAIN_LENGTH = 5;

/** From where to where a path is looked for; certificates as DER. */
export interface PathInput {
	readonly certificate: Certificate;
	/** In any order; those that no path needs do no harm, readable or not. */
	readonly chain: readonly Uint8Array[];
	readonly anchors: readonly Uint8Array[];
	readonly at: Date;
}

/** Whether there is a path, and if not, which certificate failed which rule. */
export interface PathResult {
	readonly accepted: boolean;
	/** SHA-256 fingerprints, end-entity certificate first and anchor last; empty unless accepted. */
	readonly path: readonly string[];
	/** As `path`, the certificates themselves. */
	readonly certificates: readonly Certificate[];
	/** Empty when accepted. */
	readonly findings: readonly Finding[];
}

type Failure = AttemptedPath['failures'][number];

/**
 * Looks for a certification path to one of the anchors: RFC 5280, and what is documented of the service beyond it.
 * Extended key usage and revocation are not asked about. Never throws.
 */
export function findPath({certificate, chain, anchors, at}: PathInput): PathResult {
	const intermediates = readAll(chain, 'chain');
	const roots = readAll(anchors, 'anchor');
	const places = new Map([[certificate, 'certificate'], ...intermediates.read, ...roots.read]);
	const {path, failures} = findCertificationPath({
		target: certificate,
		intermediates: [...intermediates.read.keys()],
		anchors: [...roots.read.keys()],
		crls: [],
		at,
		purpose: 'any',
		revocation: 'ignored',
		maxDepth: MAX_CHAIN_LENGTH,
		demands: 'service',
	});
	const located = failures.map(failure => ({...failure, at: places.get(failure.certificate) ?? ''}));
	const findings =
		path.length === 0
			? judge([...intermediates.unreadable, ...roots.unreadable, ...located])
			: [...path.slice(1, -1).flatMap(issuer => judgeIssuer(issuer, places.get(issuer) ?? '', at)), ...judge(located)];
	const accepted = findings.length === 0;
	const certificates = accepted ? path : [];
	return {accepted, path: certificates.map(({fingerprint}) => fingerprint), certificates, findings};
}

/** The certificates that can be read, each with its place, and what cannot. */
function readAll(all: readonly Uint8Array[], name: string) {
	const read = new Map<Certificate, string>();
	const unreadable: Failure[] = [];
	for (const [index, der] of all.entries()) {
		const result = Certificate.read(der);
		const at = `${name}[${index}]`;
		if (result.ok) {
			read.set(result.value, at);
		} else {
			const message = `The certificate cannot be read: ${printable(result.problem.message)}.`;
			unreadable.push({requirement: 'readable', at, message});
		}
	}

	return {read, unreadable};
}

function judge(failures: readonly Failure[]): readonly Finding[] {
	return runRules<AttemptedPath>(pathRules, {failures});
}

/** What the service wants of the content of an intermediate, beside its place in the path. */
function judgeIssuer(certificate: Certificate, place: string, at: Date): readonly Finding[] {
	return runRules(enforcedCertificateRules, {certificate, role: 'issuer', at})
		.filter(({severity}) => severity === 'error')
		.map(finding => ({...finding, at: `${place}.${finding.at}`}));
}
