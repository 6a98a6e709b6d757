import path from 'node:path';
import {ExpectedError} from '../errors.ts';
import {readBytes} from '../files/read.ts';
import type {Certificate} from '../pki/certificate/certificate.ts';
import {loadCertificates} from '../pki/intake/load-certificates.ts';
import {loadCrls} from '../pki/intake/load-crls.ts';
import type {PathDemands} from '../pki/path/demands.ts';
import {drawAttempt} from '../pki/path/draw-attempt.ts';
import type {PathAnswer} from '../pki/path/find-path.ts';
import {nameOf, shownTime} from '../pki/path/requirement.ts';
import type {AsTyped} from '../report/as-typed.ts';
import type {Finding} from '../rules/finding.ts';
import {explainPath} from '../rules/validate-path.ts';
import type {Outcome} from './command.ts';
import type {CommandContext} from './context.ts';
import {exit} from './exit-codes.ts';
import {readMoment} from './moment.ts';

/** What was typed after `verify`. */
export interface VerifyRequest {
	readonly certificate: string;
	readonly anchors: readonly string[];
	readonly intermediates: readonly string[];
	readonly crls: readonly string[];
	readonly at: string | undefined;
	readonly purpose: 'client-auth' | 'any';
	readonly revocation: 'if-crl-given' | 'required';
	readonly maxDepth: number | undefined;
	readonly demands: PathDemands;
	readonly policies: readonly string[];
	readonly requireExplicitPolicy: boolean;
	readonly tree: boolean;
}

/**
 * Judges the certification path of a certificate in files.
 *
 * @throws {ExpectedError} When a file cannot be read or holds something else.
 */
export async function verifyPath(request: VerifyRequest, {workingDirectory, now}: CommandContext): Promise<Outcome> {
	if (request.anchors.length === 0) {
		throw new ExpectedError('USAGE', 'verify needs a trust anchor to verify against.', {
			next: ['Give the certificate that is registered as the trust anchor: --anchor root.pem'],
		});
	}

	const read = async <Value>(files: readonly string[], load: (bytes: Uint8Array, file: string) => readonly Value[]) =>
		(
			await Promise.all(files.map(async file => load(await readBytes(path.resolve(workingDirectory, file)), file)))
		).flat();
	const [certificate, ...others] = await read([request.certificate], loadCertificates);
	const [anchors, intermediates, crls] = await Promise.all([
		read(request.anchors, loadCertificates),
		read(request.intermediates, loadCertificates),
		read(request.crls, loadCrls),
	]);
	const at = request.at === undefined ? now() : readMoment(request.at, '--at');
	const {
		accepted,
		path: fingerprints,
		findings,
		answer,
	} = explainPath({
		certificate: certificate?.der ?? new Uint8Array(),
		intermediates: [...others, ...intermediates].map(({der}) => der),
		anchors: anchors.map(({der}) => der),
		crls: crls.map(({der}) => der),
		at,
		purpose: request.purpose,
		revocation: request.revocation,
		demands: request.demands,
		...(request.maxDepth !== undefined && {maxDepth: request.maxDepth}),
		policies: {initial: request.policies, requireExplicit: request.requireExplicitPolicy},
	});
	const tree = request.tree && answer ? drawAttempt(answer) : undefined;
	return {
		exit: accepted ? exit.done : exit.findings,
		result: {
			accepted,
			path: fingerprints,
			findings: findings.map(toJson),
			...(tree && {tree: tree.join('\n')}),
		},
		text: asTyped =>
			[
				...(accepted
					? acceptedText(answer?.path ?? [], at)
					: refusedText(findings, {at, hasLed: hasLedToAnchor(answer), asTyped})),
				...(tree ? ['', 'Tried:', ...tree] : []),
			]
				.join('\n')
				.concat('\n'),
	};
}

function acceptedText(certificates: readonly Certificate[], at: Date): readonly string[] {
	return [
		`Accepted at ${shownTime(at)}.`,
		...certificates.map((certificate, index) => {
			const role =
				index === 0 ? 'end-entity certificate' : index === certificates.length - 1 ? 'trust anchor' : 'intermediate';
			return `  ${nameOf(certificate)} (${role}, until ${shownTime(certificate.validity.notAfter)})`;
		}),
	];
}

/** Whether some way led up to an anchor, though it does not hold. */
function hasLedToAnchor(answer: PathAnswer | undefined): boolean {
	return answer !== undefined && (answer.path.length > 0 || answer.attempt.failedPaths.length > 0);
}

function refusedText(
	findings: readonly Finding[],
	{at, hasLed, asTyped}: {readonly at: Date; readonly hasLed: boolean; readonly asTyped: AsTyped},
): readonly string[] {
	const what = hasLed
		? 'a path leads to the trust anchor, but it does not hold.'
		: 'there is no certification path to the trust anchor.';
	return [
		`Refused at ${shownTime(at)}: ${what}`,
		...findings.flatMap(({message, why, fix, rule, source}) => [
			'',
			`  ${message}`,
			`    Why: ${why}`,
			`    Fix: ${asTyped(fix)}`,
			`    Rule: ${rule} (${source.title})`,
		]),
	];
}

function toJson({rule, severity, message, why, fix, at, source, refusal}: Finding) {
	const {title, url, read} = source;
	return {rule, severity, message, why, fix, at, source: {title, url, read}, ...(refusal && {refusal: {...refusal}})};
}
