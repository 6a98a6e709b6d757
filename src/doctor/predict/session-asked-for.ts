import {type Arn, parseArnOf} from '../../aws/arn.ts';
import type {Stage} from '../../decide/decision.ts';
import type {SessionRequest} from '../../decide/session-request.ts';
import type {Certificate} from '../../pki/certificate/certificate.ts';
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

/** The request that a helper makes of what it is told and given. */
export function sessionAskedFor(evidence: Evidence, command: CommandEvidence, helper: Helper): AskedFor {
	const {certificate, chain} = presentedCertificates(evidence.files, helper);
	const spki = publicKeyOf(evidence.files);
	const isChainUnseen = evidence.files.intermediates.state === 'unseen';
	return {
		request: {
			certificate: certificate?.der,
			chain,
			signature: signatureOf(evidence, command, helper, certificate, spki),
			parameters: parametersOf(command, helper),
		},
		certificate,
		isChainUnseen,
		missing: [
			...missingIf(certificate === undefined, 'signature', 'the certificate'),
			...missingIf(spki === undefined, 'signature', 'whether the private key belongs to the certificate'),
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
	spki: Uint8Array | undefined,
): SessionRequest['signature'] {
	if (certificate && isKeyOf(certificate, spki) === false) {
		return {isValid: false, reason: 'the private key does not belong to the certificate'};
	}

	const signedFor = seenIn(evidence.network.endpoint)?.region;
	const region = serviceRegion(evidence, command);
	if (signedFor !== undefined && region !== undefined && signedFor !== region) {
		return {isValid: false, reason: `the request is signed for ${signedFor}, and ${region} answers`};
	}

	const offset = clockOffset(evidence) ?? 0;
	return helper === 'official' && Math.abs(offset) > CLOCK_TOLERANCE_MS
		? {isValid: false, reason: `this machine's clock is ${describeOffset(offset)} the service's`}
		: {isValid: true};
}

function describeOffset(offset: number): string {
	const seconds = Math.round(Math.abs(offset) / 1000);
	return `${seconds} seconds ${offset > 0 ? 'behind' : 'ahead of'}`;
}
