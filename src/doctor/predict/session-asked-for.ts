import {type Arn, parseArnOf} from '../../aws/arn.ts';
import type {Stage} from '../../decide/decision.ts';
import type {SessionRequest} from '../../decide/session-request.ts';
import type {Certificate} from '../../pki/certificate/certificate.ts';
import {signingAlgorithmOf} from '../../session/signing-algorithm.ts';
import {CLOCK_TOLERANCE_MS} from '../../session/verify.ts';
import type {CommandEvidence} from '../evidence/command.ts';
import type {Evidence} from '../evidence/evidence.ts';
import {seenIn} from '../evidence/look.ts';
import {type Helper, isKeyOf, presentedCertificates, publicKeyOf} from './presented-certificates.ts';

/** Something that was not seen, and the first stage of the service's order that depends on it. */
export interface Missing {
	readonly stage: Stage;
	/** Fit to stand in a list: `the role`. */
	readonly what: string;
}

/** A request as a helper would send it, and what of it is only taken to be right. */
export interface AskedFor {
	readonly request: SessionRequest;
	/** Undefined when none was seen; the request then has none either. */
	readonly certificate: Certificate | undefined;
	readonly missing: readonly Missing[];
	/** True when certificates that link to the trust anchor may be there without having been seen. */
	readonly isChainUnseen: boolean;
}

/** The helpers that may be run: the one that was seen, or each where it cannot be told. */
export function helpersAtHand(command: CommandEvidence | undefined): readonly Helper[] {
	if (command === undefined || command.origin === 'flags') {
		return ['own'];
	}

	const maker = seenIn(command.program)?.maker;
	switch (maker) {
		case 'own':
			return ['own'];
		case 'official-helper':
			return ['official'];
		default:
			return ['own', 'official'];
	}
}

/** The request that a helper makes of what it is told, with the certificates that it sends. */
export function sessionAskedFor(
	evidence: Evidence,
	command: CommandEvidence,
	helper: Helper,
	{certificate, chain} = presentedCertificates(evidence.files, helper),
): AskedFor {
	const spki = publicKeyOf(evidence.files);
	const isMlDsaSigned = certificate !== undefined && isMlDsa(certificate.publicKey);
	const isChainUnseen = evidence.files.intermediates.state === 'unseen';
	return {
		request: {
			certificate: certificate?.der,
			chain,
			signature: signatureOf(evidence, command, helper, certificate),
			parameters: parametersOf(command, helper),
		},
		certificate,
		isChainUnseen,
		missing: [
			...missingIf(certificate === undefined, 'signature', 'the certificate'),
			...missingIf(spki === undefined, 'signature', 'whether the private key belongs to the certificate'),
			...missingIf(
				isMlDsaSigned,
				'signature',
				'whether a signature with an ML-DSA key holds, which is not verified here',
			),
			...missingIf(clockOffset(evidence) === undefined, 'signature', "the service's clock"),
			...missingIf(isChainUnseen, 'path', 'the intermediate certificates'),
		],
	};
}

/** How far the service's clock is ahead of this machine's, in milliseconds. */
function clockOffset({network}: Pick<Evidence, 'network'>): number | undefined {
	return seenIn(network.http)?.clockOffset;
}

/** One thing that is missing, or nothing. */
export function missingIf(isMissing: boolean, stage: Stage, what: string): readonly Missing[] {
	return isMissing ? [{stage, what}] : [];
}

/** What the service's clock said when the evidence was gathered; this machine's, where the two were not compared. */
export function serviceTime(evidence: Pick<Evidence, 'at' | 'network'>): Date {
	return new Date(Date.parse(evidence.at) + (clockOffset(evidence) ?? 0));
}

/** The region that answers at an endpoint: its host says so for AWS's own; for others it is taken to be the trust anchor's. */
export function serviceRegion({network}: Evidence, {order}: CommandEvidence): string | undefined {
	const url = seenIn(network.endpoint)?.url;
	const named = url === undefined ? undefined : /\brolesanywhere(?:-fips)?\.([a-z0-9-]+)\./.exec(url)?.[1];
	return named ?? anchorOf(order)?.region;
}

/** The trust anchor's ARN, when it is one. */
export function anchorOf({trustAnchorArn}: CommandEvidence['order']): Arn | undefined {
	const arn = parseArnOf('trust-anchor', trustAnchorArn ?? '');
	return arn.ok ? arn.value : undefined;
}

/** The official helper asks for an hour unless told otherwise (fact sheet, DUR-04). */
const OFFICIAL_DURATION = 3600;

function parametersOf({order}: CommandEvidence, helper: Helper): SessionRequest['parameters'] {
	const {trustAnchorArn, profileArn, roleArn, sessionDuration, roleSessionName} = order;
	const durationSeconds =
		sessionDuration === undefined
			? undefined
			: /^\d+$/.test(sessionDuration)
				? Number(sessionDuration)
				: sessionDuration;
	return {
		trustAnchorArn,
		profileArn,
		roleArn,
		durationSeconds: durationSeconds ?? (helper === 'official' ? OFFICIAL_DURATION : undefined),
		roleSessionName,
	};
}

/** What was not seen of key and clock is taken to be right. */
function signatureOf(
	evidence: Evidence,
	command: CommandEvidence,
	helper: Helper,
	certificate: Certificate | undefined,
): SessionRequest['signature'] {
	const reason =
		(certificate && keyProblem(evidence, helper, certificate)) ??
		regionProblem(evidence, command) ??
		clockProblem(evidence);
	return reason === undefined ? {isValid: true} : {isValid: false, reason};
}

function keyProblem({files}: Evidence, helper: Helper, certificate: Certificate): string | undefined {
	if (isKeyOf(certificate, publicKeyOf(files)) === false) {
		return 'the private key does not belong to the certificate';
	}

	return canSign(certificate, helper) ? undefined : 'no helper signs with a key of this kind';
}

/** The official helper signs with ML-DSA too, which is not verified here (fact sheet, WIRE-13). */
function canSign({publicKey}: Certificate, helper: Helper): boolean {
	const key = publicKey.toKeyObject();
	return isMlDsa(publicKey) ? helper === 'official' : key.ok && signingAlgorithmOf(key.value) !== undefined;
}

function isMlDsa({kind}: Certificate['publicKey']): boolean {
	return kind === 'ml-dsa';
}

function regionProblem(evidence: Evidence, command: CommandEvidence): string | undefined {
	const signedFor = seenIn(evidence.network.endpoint)?.region;
	const region = serviceRegion(evidence, command);
	return signedFor === undefined || region === undefined || signedFor === region
		? undefined
		: `the request is signed for ${signedFor}, and ${region} answers`;
}

/** The first request counts: that ours asks once more by the service's clock does not make the clock right (fact sheet, WIRE-18). */
function clockProblem(evidence: Evidence): string | undefined {
	const offset = clockOffset(evidence) ?? 0;
	const seconds = Math.round(Math.abs(offset) / 1000);
	return Math.abs(offset) > CLOCK_TOLERANCE_MS
		? `this machine's clock is ${seconds} seconds ${offset > 0 ? 'behind' : 'ahead of'} the service's`
		: undefined;
}
