import path from 'node:path';
import type {Evidence} from '../evidence/evidence.ts';
import {seenIn} from '../evidence/look.ts';
import {adminCommands} from './admin-commands.ts';
import {mendCommand} from './config-file.ts';
import {issueAgain, issuerFor, newFolder} from './issue-again.ts';
import {chainToOwnRoot, neededChain} from './needed-chain.ts';
import type {Remedy, RemedyFor} from './remedy.ts';
import {leadsTo} from './right-arns.ts';
import {anchorCertificates, certificatesOfPem, endEntityOf} from './seen-certificates.ts';
import {configureRemedy, wantedFlags} from './wanted-flags.ts';

/** Paths that do not reach the trust anchor. */
export const chain: readonly RemedyFor[] = [
	{
		rules: [
			'path-issuer-present',
			'path-signature',
			'path-key-identifier',
			'path-validity',
			'path-ca',
			'path-key-cert-sign',
			'path-signature-algorithm',
			'path-readable',
			'path-budget',
			'path-length',
			'path-depth',
			'path-critical-extension',
			'path-sound',
			'path-conforming',
			'path-name-constraints',
			'path-policy',
			'path-purpose',
			'path-revocation-known',
			'set-issuer-present',
			'set-issuer-signed',
			'set-issuer-name',
			'set-chain-length',
			'set-path-length',
			'session-chain-length',
			'issuer-basic-constraints',
			'issuer-key-cert-sign',
			'issuer-key-kind',
			'issuer-name-present',
			'issuer-signature-algorithm',
			'issuer-subject-present',
			'issuer-valid-now',
			'issuer-version-3',
		],
		remedy: (_finding, evidence) => reachAnchor(evidence),
	},
];

/** The chain that lies here, another trust anchor that the certificate leads to, a new certificate, or a new trust anchor. */
export function reachAnchor(evidence: Evidence): Remedy | undefined {
	return (
		chainRemedy('Name the certificates that lead from this one to the trust anchor.', evidence) ??
		otherAnchor(evidence) ??
		(issuerFor(evidence) ? issueFromAnchor(evidence) : undefined) ??
		renewedAnchor(evidence) ??
		issueFromAnchor(evidence)
	);
}

function issueFromAnchor(evidence: Evidence): Remedy | undefined {
	return issueAgain('Have a certificate issued by an authority that the trust anchor knows.', evidence);
}

/** Names the certificates that are needed, from a file of theirs where there is one, else from a new one. */
export function chainRemedy(what: string, evidence: Evidence): Remedy | undefined {
	const needed = neededChain(evidence);
	if (!needed) {
		return undefined;
	}

	if (needed.certificates.length === 0 || needed.file !== undefined) {
		const isSo = seenIn(evidence.files.intermediates)?.path === needed.file;
		return isSo ? undefined : configureRemedy(what, evidence, {intermediates: needed.file});
	}

	const file = path.join(newFolder(evidence, 'chain'), 'chain.pem');
	const flags = wantedFlags(evidence, {intermediates: file});
	return (
		flags && {
			what,
			who: 'operator',
			commands: [mendCommand(evidence)],
			mend: {
				kind: 'chain',
				path: file,
				certificates: needed.certificates.map(({der}) => Buffer.from(der).toString('base64')),
				flags,
			},
		}
	);
}

function otherAnchor(evidence: Evidence): Remedy | undefined {
	const named = seenIn(evidence.account.trustAnchor)?.arn;
	const others = (seenIn(evidence.account.trustAnchors) ?? []).filter(({arn}) => arn !== named);
	const fitting = others.find(anchor => anchor.isEnabled && leadsTo(anchor, evidence));
	if (!fitting) {
		return undefined;
	}

	const assumed = {...evidence, account: {...evidence.account, trustAnchor: {state: 'seen', value: fitting}}} as const;
	const file = neededChain(assumed)?.file;
	return configureRemedy('Name the trust anchor that this certificate leads to.', evidence, {
		trustAnchorArn: fitting.arn,
		...(file !== undefined && {intermediates: file}),
	});
}

/** Has AWS trust the authority that issued the certificate, beside what it trusts already where there is room. */
function renewedAnchor(evidence: Evidence): Remedy | undefined {
	const anchor = seenIn(evidence.account.trustAnchor);
	const own = chainToOwnRoot(evidence);
	if (!anchor || anchor.certificates === undefined || !own || endEntityOf(evidence) === undefined) {
		return undefined;
	}

	const held = certificatesOfPem(anchor.certificates);
	const kept = held.filter(({fingerprint}) => fingerprint !== own.anchor.fingerprint).slice(-1);
	const pem = [...kept, own.anchor].map(certificate => certificate.toPem()).join('');
	const isTrustedAlready = anchorCertificates(evidence).some(({fingerprint}) => fingerprint === own.anchor.fingerprint);
	return isTrustedAlready
		? undefined
		: {
				what: `Have the trust anchor hold the authority that issued this certificate${kept.length > 0 ? ', beside the one that it holds now' : ''}: every certificate of that authority is trusted then.`,
				who: 'administrator',
				commands: [adminCommands(evidence).updateTrustAnchor(anchor.arn, pem)],
			};
}
