import {Certificate} from '../../pki/certificate/certificate.ts';
import type {Evidence} from '../evidence/evidence.ts';
import {seenIn} from '../evidence/look.ts';

/** Where people and machines are named in texts of any kind. */
const PLACES: readonly RegExp[] = [
	/\barn:[\w-]*:[\w-]*:[\w-]*:\d*:(?:role|user|group|saml-provider|assumed-role|root)((?:\/[\w+=,.@-]+)+)/g,
	/\b(?:CN|OU|O|L|ST|DC|SERIALNUMBER|UID|emailAddress)=((?:\\.|[^\\\s,+"/])+)/gi,
	/([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/g,
	/\bhttps?:\/\/(?:[^\s/@"]*@)?([\w.-]+)/g,
	/\b((?:[a-z0-9-]+\.){2,}[a-z]{2,})\b/gi,
	/\/(?:home|Users)\/([\w.-]+)/g,
	/^\s*\[\s*(?:profile |sso-session |services )?([^\]\n]+?)\s*\]/gm,
	/\b(?:DNS|URI|IP)(?: Name| Address)?:([\w.*:/-]+)/g,
];

/** What names nobody. */
const ORDINARY =
	/^(?:default|anchorsmith|aws_signing_helper|root|localhost|127\.[\d.]+|\d+|(?:[\w-]+\.)*(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|api\.aws|aws\.amazon\.com|rfc-editor\.org|microsoft\.com|openssl\.org))$/i;

/** Shorter names stand in too many other words. */
const SHORTEST = 3;

/** The numbers of accounts in a text. */
export function accountsIn(text: string): readonly string[] {
	return [...text.matchAll(/(?<![\w-])\d{12}(?![\w-])/g)].map(([number]) => number);
}

/** The names of people, machines and what they set up, in a text. */
export function namesIn(text: string): readonly string[] {
	return PLACES.flatMap(place => [...text.matchAll(place)])
		.flatMap(found => (found.at(-1) ?? '').split('/'))
		.map(name => name.replace(/^\s+|[\s.]+$/g, ''))
		.filter(isName);
}

/** Names that stand by themselves in evidence. */
export function namesOf({cliProfile, host, command, account, files, network}: Evidence): readonly string[] {
	const details = [
		seenIn(account.trustAnchor),
		seenIn(account.profile),
		...(seenIn(account.trustAnchors) ?? []),
		...(seenIn(account.profiles) ?? []),
		...(seenIn(account.crls) ?? []),
		...files.issuers,
	];
	return [
		cliProfile.name,
		seenIn(command)?.order.roleSessionName,
		host.user?.name,
		seenIn(host.home)?.split(/[/\\]/).at(-1),
		seenIn(network.dns)?.host,
		...distinguishedNames(files, account, network).flatMap(valuesOf),
		...details.map(detail => detail?.name),
	].flatMap(name => (name !== undefined && isName(name) ? [name] : []));
}

/** Whole names of certificates, as text: RFC 4514. */
function distinguishedNames(
	{certificate, privateKey, intermediates, nearby, issuers}: Evidence['files'],
	{subject}: Evidence['account'],
	{tls}: Evidence['network'],
): readonly string[] {
	const found = [seenIn(certificate), seenIn(privateKey), seenIn(intermediates), ...nearby];
	const ders = [
		...found.flatMap(file => file?.content?.items.map(({der}) => der) ?? []),
		...issuers.flatMap(issuer => [issuer.certificate, issuer.root]),
	];
	const certificates = ders.flatMap(der => {
		const read = der === undefined ? undefined : Certificate.read(Buffer.from(der, 'base64'));
		return read?.ok ? [read.value.subject.text, read.value.issuer.text] : [];
	});
	const {subjects = [], issuer} = seenIn(tls) ?? {};
	return [...certificates, ...subjects, issuer ?? '', seenIn(subject)?.subject ?? ''];
}

/** The values in the text of a distinguished name. */
function valuesOf(name: string): readonly string[] {
	return [...name.matchAll(/=((?:\\.|[^\\,+])*)/g)].map(([, value = '']) => value);
}

function isName(text: string): boolean {
	return text.length >= SHORTEST && !ORDINARY.test(text);
}
