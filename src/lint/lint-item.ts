import {hash} from 'node:crypto';
import type {Item} from '../pki/intake/intake.ts';
import type {CertificateRole} from '../rules/certificate-in-role.ts';
import {type Finding, SEVERITIES} from '../rules/finding.ts';
import {judgeCertificate} from '../rules/judge-certificate.ts';
import {judgeCrl} from '../rules/judge-crl.ts';
import {judgeFile} from '../rules/judge-file.ts';
import {judgeKey} from '../rules/judge-key.ts';
import {judgeReading} from '../rules/judge-reading.ts';
import {likelyRole} from '../rules/roles.ts';
import type {LintedItem, LintInput, LintOptions} from './lint-result.ts';
import {type ReadItem, readItem} from './read-item.ts';
import {verdictOf} from './verdict.ts';

/** A thing that was judged by itself. */
export interface JudgedItem {
	readonly item: Item;
	readonly read: ReadItem;
	/** Of a certificate. */
	readonly role: CertificateRole | null;
	/** Worst first. */
	readonly findings: readonly Finding[];
}

/** Judges one thing by itself. */
export function judgeItem(
	item: Item,
	file: Pick<LintInput, 'path' | 'mode' | 'keys'>,
	{as, at, rules, passphrase}: LintOptions,
): JudgedItem {
	const {path, mode} = file;
	const read = readItem(item, file, passphrase);
	const role = read.certificate ? (as ?? likelyRole(read.certificate)) : null;
	const findings = [
		...judgeFile({notes: item.notes, item, path}),
		...judgeContent(item, read, {role, at, path, ...(mode !== undefined && {mode})}),
	];
	return {item, read, role, findings: worstFirst(selected(findings, rules))};
}

/** A judged thing as results have it. */
export function lintedItem({item, read, role, findings}: JudgedItem, index: number): LintedItem {
	return withVerdict({
		index,
		kind: read.kind,
		form: item.kind,
		role,
		subject: subjectOf(read) ?? null,
		fingerprint: fingerprintOf(item, read),
		line: item.line ?? null,
		within: item.source,
		findings,
	});
}

function subjectOf({certificate, crl, subject}: ReadItem): string | undefined {
	return certificate?.subject.text ?? crl?.issuer.text ?? subject;
}

/** The item with what all its findings come to. */
export function withVerdict(item: Omit<LintedItem, 'verdict'>): LintedItem {
	return {...item, verdict: verdictOf(item)};
}

interface Circumstances {
	readonly role: CertificateRole | null;
	readonly at: Date;
	readonly path: string;
	readonly mode?: number;
}

function judgeContent(item: Item, read: ReadItem, {role, at, path, mode}: Circumstances): readonly Finding[] {
	const {certificate, crl, key, problem} = read;
	if (certificate && role) {
		return judgeCertificate({certificate, role, at});
	}

	if (crl) {
		return judgeCrl({crl, at});
	}

	if (key) {
		return judgeKey({item, facts: key, path, ...(mode !== undefined && {mode})});
	}

	return problem !== undefined &&
		(item.kind === 'certificate' || item.kind === 'crl' || item.kind === 'certificate-request')
		? judgeReading({what: item.kind, problem})
		: [];
}

function fingerprintOf({kind, der}: Item, {certificate, crl}: ReadItem): string | null {
	const known = certificate?.fingerprint ?? crl?.fingerprint;
	return known ?? (kind === 'certificate-request' ? hash('sha256', der, 'hex') : null);
}

/** Those of the rules that count. */
export function selected(findings: readonly Finding[], rules: readonly string[] | undefined): readonly Finding[] {
	return rules ? findings.filter(({rule}) => rules.includes(rule)) : findings;
}

/** Errors before warnings before notices, otherwise as they are. */
export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
	return findings.length < 2
		? findings
		: findings.toSorted((one, other) => SEVERITIES.indexOf(other.severity) - SEVERITIES.indexOf(one.severity));
}
