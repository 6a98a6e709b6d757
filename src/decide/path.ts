import {Certificate} from '../pki/certificate.ts';
import {buildPath, type PathFailure} from '../pki/path/build-path.ts';
import {printable} from '../printable.ts';
import type {AttemptedPath} from '../rules/attempted-path.ts';
import type {Finding} from '../rules/finding.ts';
import {rules as pathRules} from '../rules/path/rules.generated.ts';
import {runRules} from '../rules/run.ts';

/** The most certificates that a request may carry beside the end-entity certificate (fact sheet, CH-02). */
export const MAX_CHAIN_LENGTH = 5;

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
	/** Empty when accepted. */
	readonly findings: readonly Finding[];
}

/** Looks for a certification path to one of the anchors. Never throws. */
export function findPath({certificate, chain, anchors, at}: PathInput): PathResult {
	const places = new Map([[certificate, 'certificate']]);
	const unreadable: AttemptedPath['failures'][number][] = [];
	const readAll = (all: readonly Uint8Array[], place: string) =>
		all.flatMap((der, index) => {
			const read = Certificate.read(der);
			if (!read.ok) {
				const message = `The certificate cannot be read: ${printable(read.problem.message)}.`;
				unreadable.push({requirement: 'readable', at: `${place}[${index}]`, message});
				return [];
			}

			places.set(read.value, `${place}[${index}]`);
			return [read.value];
		});

	const outcome = buildPath({
		endEntity: certificate,
		intermediates: readAll(chain, 'chain'),
		anchors: readAll(anchors, 'anchor'),
		at,
		maxIntermediates: MAX_CHAIN_LENGTH,
	});
	if (outcome.isAccepted) {
		return {accepted: true, path: outcome.path.map(({fingerprint}) => fingerprint), findings: []};
	}

	const isFound = outcome.path.length > 0;
	const failures = outcome.failures.filter(({requirement}) => !isFound || requirement === 'end-entity-validity');
	const attempt = {failures: [...(isFound ? [] : unreadable), ...failures.map(failure => located(failure, places))]};
	return {accepted: false, path: [], findings: runRules<AttemptedPath>(pathRules, attempt)};
}

function located({requirement, certificate, message}: PathFailure, places: ReadonlyMap<Certificate, string>) {
	return {requirement, at: places.get(certificate) ?? 'certificate', message};
}
