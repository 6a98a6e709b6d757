import path from 'node:path';
import {readBytes} from '../files/read.ts';
import {valueOf as presentValue} from '../pki/certificate/certificate.ts';
import {ALL_REASONS, type IssuingDistributionPoint} from '../pki/certificate/distribution-point.ts';
import type {Crl, CrlEntry} from '../pki/crl/crl.ts';
import {loadCrls} from '../pki/intake/load-crls.ts';
import {crlProblem} from '../pki/path/crl-soundness.ts';
import {shown, shownKey, shownTime} from '../pki/path/requirement.ts';
import {printable} from '../printable.ts';
import type {AsTyped} from '../report/as-typed.ts';
import {rules} from '../rules/crl/rules.generated.ts';
import {runRules} from '../rules/run.ts';
import type {Json, Outcome} from './command.ts';
import type {CommandContext} from './context.ts';
import {exit} from './exit-codes.ts';

/** Entries shown as text; `--json` has all. */
const SHOWN_ENTRIES = 20;

/** Shows every list in a file. @throws {ExpectedError} When it cannot be read or holds none. */
export async function inspectCrls(file: string, {workingDirectory, now}: CommandContext): Promise<Outcome> {
	const at = now();
	const crls = loadCrls(await readBytes(path.resolve(workingDirectory, file)), file);
	return {
		exit: exit.done,
		result: {crls: crls.map(crl => toJson(crl, at))},
		text: asTyped => crls.map(crl => textOf(crl, at, asTyped)).join('\n'),
	};
}

function textOf(crl: Crl, at: Date, asTyped: AsTyped): string {
	const entries = crl.entries.ok ? crl.entries.value : [];
	const key = presentValue(crl.authorityKeyIdentifier)?.keyIdentifier;
	const base = presentValue(crl.deltaBase);
	const problem = crlProblem(crl);
	const more = entries.length - SHOWN_ENTRIES;
	const lines = [
		`Issuer       ${shown(crl.issuer)}`,
		`Version      ${crl.version}`,
		`Number       ${presentValue(crl.crlNumber) ?? 'none'}`,
		...(base === undefined ? [] : [`Adds to      the complete list with number ${base} (delta CRL)`]),
		`In force     ${shownTime(crl.thisUpdate)} to ${crl.nextUpdate ? shownTime(crl.nextUpdate) : 'no stated end'}`,
		`Signature    ${printable(crl.signatureAlgorithm.name ?? crl.signatureAlgorithm.oid)}`,
		...(key === undefined ? [] : [`Signed by    key id ${shownKey(key)}`]),
		...scopeLines(presentValue(crl.issuingDistributionPoint)),
		`Revoked      ${entries.length} certificates`,
		...entries.slice(0, SHOWN_ENTRIES).map(entryLine),
		...(more > 0 ? [`  and ${more} more (--json shows all)`] : []),
		...(problem === undefined ? [] : [`Problem      The list ${printable(problem)}.`]),
		...runRules(rules, {crl, at}).flatMap(({message, why, fix}) => [
			`Finding      ${message}`,
			`  Why: ${why}`,
			`  Fix: ${asTyped(fix)}`,
		]),
	];
	return `${lines.join('\n')}\n`;
}

function entryLine({serialHex, revokedAt, reason}: CrlEntry): string {
	return `  ${shownKey(serialHex)}  ${shownTime(revokedAt)}  ${reason ?? 'no reason given'}`;
}

function scopeLines(scope: IssuingDistributionPoint | undefined): readonly string[] {
	if (!scope) {
		return [];
	}

	const words = [
		...(scope.onlyUserCertificates ? ['end-entity certificates only'] : []),
		...(scope.onlyCaCertificates ? ['CA certificates only'] : []),
		...(scope.onlyAttributeCertificates ? ['attribute certificates only'] : []),
		...(scope.isIndirect ? ['certificates of other issuers too (indirect)'] : []),
		...(scope.reasons === undefined || scope.reasons === ALL_REASONS ? [] : ['some reasons only']),
		...(scope.name ? ['one distribution point'] : []),
	];
	return [`Scope        ${words.join(', ') || 'everything'}`];
}

function toJson(crl: Crl, at: Date): Json {
	const scope = presentValue(crl.issuingDistributionPoint);
	return {
		issuer: crl.issuer.text,
		version: crl.version,
		number: presentValue(crl.crlNumber)?.toString() ?? null,
		deltaBase: presentValue(crl.deltaBase)?.toString() ?? null,
		thisUpdate: crl.thisUpdate.toISOString(),
		nextUpdate: crl.nextUpdate?.toISOString() ?? null,
		signatureAlgorithm: crl.signatureAlgorithm.name ?? crl.signatureAlgorithm.oid,
		authorityKeyIdentifier: presentValue(crl.authorityKeyIdentifier)?.keyIdentifier ?? null,
		fingerprint: crl.fingerprint,
		scope: scope
			? {
					onlyUserCertificates: scope.onlyUserCertificates,
					onlyCaCertificates: scope.onlyCaCertificates,
					onlyAttributeCertificates: scope.onlyAttributeCertificates,
					isIndirect: scope.isIndirect,
					hasDistributionPoint: scope.name !== undefined,
					hasSomeReasonsOnly: scope.reasons !== undefined && scope.reasons !== ALL_REASONS,
				}
			: null,
		problem: crlProblem(crl) ?? null,
		revoked: (crl.entries.ok ? crl.entries.value : []).map(({serialHex, revokedAt, reason, certificateIssuer}) => ({
			serial: serialHex,
			revokedAt: revokedAt.toISOString(),
			reason: reason ?? null,
			certificateIssuer: certificateIssuer.text,
		})),
		findings: runRules(rules, {crl, at}).map(({rule, severity, message, why, fix, at: place, source}) => ({
			rule,
			severity,
			message,
			why,
			fix,
			at: place,
			source: {title: source.title, url: source.url, read: source.read},
		})),
	};
}
