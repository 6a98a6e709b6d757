import type {Evidence} from '../evidence/evidence.ts';
import {seenIn} from '../evidence/look.ts';

/** Where people and machines are named in texts of any kind; the last group of each is the name. */
const PLACES: readonly RegExp[] = [
	/\barn:[\w-]*:[\w-]*:[\w-]*:\d*:(?:role|user|group|saml-provider|assumed-role|root)((?:\/[\w+=,.@-]+)+)/g,
	/\b(?:CN|OU|O|L|ST|DC|SERIALNUMBER|UID|emailAddress)=((?:\\.|[^\\,+"\n/])+)/gi,
	/([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/g,
	/\bhttps?:\/\/(?:[^\s/@"]*@)?([\w.-]+)/g,
	/\/(?:home|Users)\/([\w.-]+)/g,
	/^\s*\[\s*(?:profile |sso-session |services )?([^\]\n]+?)\s*\]/gm,
	/\b(?:DNS|URI|IP)(?: Name| Address)?:([\w.*:/-]+)/g,
];

/** What names nobody. */
const ORDINARY =
	/^(?:default|root|localhost|127\.[\d.]+|\d+|(?:[\w-]+\.)*(?:amazonaws\.com(?:\.cn)?|amazonaws\.eu|api\.aws|aws\.amazon\.com|rfc-editor\.org|microsoft\.com|openssl\.org))$/i;

/** Shorter names stand in too many other words. */
const SHORTEST = 3;

/** The numbers of accounts in a text. */
export function accountsIn(text: string): readonly string[] {
	return [...text.matchAll(/\b(\d{12})\b/g)].map(([number]) => number);
}

/** The names of people, machines and what they set up, in a text. */
export function namesIn(text: string): readonly string[] {
	return PLACES.flatMap(place => [...text.matchAll(place)])
		.flatMap(found => (found.at(-1) ?? '').split('/'))
		.map(name => name.trim())
		.filter(isName);
}

/** Names that stand by themselves in evidence. */
export function namesOf({cliProfile, host, account, files, network}: Evidence): readonly string[] {
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
		host.user?.name,
		seenIn(host.home)?.split(/[/\\]/).at(-1),
		seenIn(network.dns)?.host,
		seenIn(account.subject)?.subject,
		...details.map(detail => detail?.name),
	].flatMap(name => (name !== undefined && isName(name) ? [name] : []));
}

function isName(text: string): boolean {
	return text.length >= SHORTEST && !ORDINARY.test(text);
}
