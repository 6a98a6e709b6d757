import path from 'node:path';
import {parsePolicy} from '../../decide/policy/document.ts';
import {ExpectedError} from '../../errors.ts';
import type {Certificate} from '../../pki/certificate/certificate.ts';
import {decodedValue} from '../../pki/certificate/certificate.ts';
import {parseDistinguishedName} from '../../pki/names/distinguished-name-text.ts';
import {encodeSubject} from '../../pki/names/subject.ts';
import {shellWord} from '../../shell-word.ts';
import type {Evidence} from '../evidence/evidence.ts';
import type {IssuerEvidence} from '../evidence/files.ts';
import {seenIn} from '../evidence/look.ts';
import {meantCommand} from './meant-command.ts';
import type {Remedy} from './remedy.ts';

import {anchorCertificates, endEntityOf, readOne} from './seen-certificates.ts';
import {commandWith, wantedFlags} from './wanted-flags.ts';

/**
 * Has the certificate issued again: here where the trust anchor's issuer keeps its key here, else a request for the PKI
 * owner. Undefined where nobody knows for whom.
 */
export function issueAgain(what: string, evidence: Evidence): Remedy | undefined {
	const subject = subjectFor(evidence);
	if (subject === undefined) {
		return undefined;
	}

	const into = newFolder(evidence, 'issued');
	const issuer = issuerFor(evidence);
	const asked = [
		'--name',
		nameFor(subject),
		'--subject',
		subject,
		...alternativeNames(endEntityOf(evidence)),
		'--out',
		into,
	];
	if (!issuer) {
		return {
			what: `${what} Let the owner of the PKI sign the request that this makes.`,
			who: 'pki-owner',
			commands: [['anchorsmith', 'request', ...asked].map(shellWord).join(' ')],
		};
	}

	const file = (name: string) => path.join(into, name);
	const flags = wantedFlags(evidence, {
		certificate: file('certificate.pem'),
		privateKey: file('private-key.pem'),
		intermediates: issuer.root === undefined ? undefined : file('chain.pem'),
		passphraseFile: undefined,
	});
	const issue = ['anchorsmith', 'issue', '--issuer', issuer.name, ...asked].map(shellWord).join(' ');
	return {what, who: 'operator', commands: [issue, ...(flags ? [commandWith(flags, evidence)] : [])]};
}

/** The issuer that keeps its key here and leads to the trust anchor; where that was not seen, the one that issued before. */
export function issuerFor(evidence: Evidence): IssuerEvidence | undefined {
	const {issuers} = evidence.files;
	const anchors = anchorCertificates(evidence).map(({fingerprint}) => fingerprint);
	if (anchors.length > 0) {
		return issuers.find(issuer =>
			[...readOne(issuer.certificate), ...readOne(issuer.root)].some(({fingerprint}) => anchors.includes(fingerprint)),
		);
	}

	const before = endEntityOf(evidence)?.issuer.der;
	const same = issuers.find(({certificate}) =>
		readOne(certificate).some(({subject}) => before !== undefined && Buffer.compare(subject.der, before) === 0),
	);
	return same ?? (issuers.length === 1 ? issuers[0] : undefined);
}

/** A folder that is new: named after the moment, beside the certificate in use, else at home. */
export function newFolder(evidence: Evidence, kind: string): string {
	const {certificate, privateKey} = meantCommand(evidence)?.order ?? {};
	const file = [seenIn(evidence.files.certificate)?.path, certificate, privateKey].find(
		one => one !== undefined && path.isAbsolute(one),
	);
	const folder =
		file === undefined ? (seenIn(evidence.host.home) ?? evidence.host.workingDirectory) : path.dirname(file);
	return path.join(folder, `${kind}-${evidence.at.replace(/[-:]|\.\d+/g, '')}`);
}

/** RFC 4514 text: what the certificate says, as far as the service takes it, and as the trust policy wants it. */
function subjectFor(evidence: Evidence): string | undefined {
	const certificate = endEntityOf(evidence);
	const wanted = commonNameInPolicy(evidence);
	const isOurs = certificate !== undefined && !isAuthority(certificate);
	const parsed = isOurs ? parseDistinguishedName(certificate.subject.text) : undefined;
	const attributes = parsed?.ok ? parsed.value.flat() : [];
	const parts = attributes.flatMap(({shortName, value}) =>
		shortName === undefined || shortName === 'CN' ? [] : [`${shortName}=${escaped(mappable(value))}`],
	);
	const written = attributes.find(({shortName}) => shortName === 'CN')?.value;
	const commonName = isGoodName(written)
		? written
		: (wanted ?? (written === undefined ? undefined : plainName(written)));
	if (commonName === undefined || commonName === '') {
		return undefined;
	}

	const whole = [`CN=${escaped(commonName)}`, ...parts].join(',');
	return isEncodable(whole) ? whole : `CN=${escaped(commonName)}`;
}

function isAuthority({basicConstraints}: Certificate): boolean {
	return basicConstraints.state === 'present' && basicConstraints.value.isCa;
}

/** The one common name that the trust policy asks for, if it is one. */
function commonNameInPolicy({account}: Evidence): string | undefined {
	const policy = parsePolicy(seenIn(account.role)?.trustPolicy ?? '', 'trust');
	const conditions = policy.ok ? policy.value.statements.flatMap(statement => statement.conditions) : [];
	const values = conditions
		.filter(({key, operator}) => /^aws:PrincipalTag\/x509Subject\/CN$/i.test(key) && operator.name === 'StringEquals')
		.flatMap(condition => condition.values);
	const [only, ...others] = values;
	return others.length === 0 && isGoodName(only) ? only : undefined;
}

function isGoodName(name: string | undefined): name is string {
	return name !== undefined && /^[\p{L}\p{N}][\p{L}\p{N} _.=@+-]{0,60}$/u.test(name);
}

/** A common name of the characters that STS documents, made of another. */
function plainName(text: string): string {
	return text
		.replace(/[^\p{L}\p{N}_.=@+-]+/gu, '-')
		.replace(/^[^\p{L}\p{N}]+|-+$/gu, '')
		.slice(0, 60);
}

function mappable(text: string): string {
	return text
		.replaceAll('&', 'and')
		.replace(/[^\p{L}\p{Z}\p{N}_.:/=+\-@]+/gu, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 60);
}

function escaped(value: string): string {
	return value.replace(/^[ #]|[,+"\\<>;=]| $/g, character => `\\${character}`);
}

function isEncodable(subject: string): boolean {
	try {
		encodeSubject(subject);
		return true;
	} catch (error) {
		if (error instanceof ExpectedError) {
			return false;
		}

		throw error;
	}
}

function nameFor(subject: string): string {
	const [, commonName = ''] = /^CN=((?:\\.|[^,])*)/.exec(subject) ?? [];
	const safe = commonName.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
	return safe === '' ? 'host' : safe.slice(0, 64);
}

function alternativeNames(certificate: Certificate | undefined): readonly string[] {
	if (certificate === undefined || isAuthority(certificate)) {
		return [];
	}

	const names = decodedValue(certificate.subjectAlternativeName) ?? [];
	return names.flatMap(name => {
		const flag = FLAGS.get(name.kind);
		const value = 'value' in name && typeof name.value === 'string' ? name.value : '';
		return flag === undefined || !/^[\x21-\x7e]+$/.test(value) || value.includes('*') ? [] : [flag, value];
	});
}

const FLAGS: ReadonlyMap<string, string> = new Map([
	['dns', '--dns'],
	['uri', '--uri'],
	['ip', '--ip'],
	['email', '--email'],
]);
