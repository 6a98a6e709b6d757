import type {Evidence} from '../evidence/evidence.ts';
import type {Look, Unseen} from '../evidence/look.ts';
import type {Open} from './diagnosis.ts';

/** One thing that may not have been looked at, and what that would leave open. */
interface Place {
	readonly name: string;
	readonly leavesOpen: string;
	look(evidence: Evidence): Look<unknown>;
}

const PLACES: readonly Place[] = [
	{
		name: 'the config file',
		leavesOpen: 'which credentials clients take',
		look: ({config}) => config.config,
	},
	{
		name: 'the credentials file',
		leavesOpen: 'whether static keys win',
		look: ({config}) => config.credentials,
	},
	{
		name: 'the certificate',
		leavesOpen: 'whether it is fit, valid and trusted',
		look: ({files}) => contentOf(files.certificate),
	},
	{
		name: 'the private key',
		leavesOpen: 'whether it belongs to the certificate',
		look: ({files}) => contentOf(files.privateKey),
	},
	{
		name: 'the intermediate certificates',
		leavesOpen: 'whether the chain is whole',
		look: ({files}) => contentOf(files.intermediates),
	},
	{
		name: 'the way to the service',
		leavesOpen: 'DNS, proxies, TLS and the clock',
		look: ({network}) => firstUnseen(network.dns, network.tcp, network.http),
	},
	{
		name: 'the account',
		leavesOpen: 'whether trust anchor, profile, role, trust policy and revocation lists are as they should be',
		look: ({account}) =>
			firstUnseen(account.administrator, account.trustAnchor, account.profile, account.role, account.crls),
	},
	{
		name: 'what the service answers',
		leavesOpen: 'whether it grants a session',
		look: ({live}) => live,
	},
];

/** What is to be done about each reason. */
const NEXT: Readonly<Record<Unseen, string>> = {
	'nothing-to-look-at': 'Mend what is broken first.',
	offline: 'Run it without --offline.',
	'no-credentials': 'Name a CLI profile that administers the account: anchorsmith doctor --admin-profile NAME',
	denied: 'Run it as a user who may read this, or with credentials that may look at it.',
	unreachable: 'See what is said of the way to the service.',
	'not-possible': 'Look on a machine where this can be looked at.',
	failed: 'Run it again; if it fails again, look at it by hand.',
};

type UnseenLook = Extract<Look<never>, {readonly state: 'unseen'}>;

/**
 * What could not be looked at, what that leaves open, and how it could be looked at; things for which there is one reason
 * are told together. What there was no cause to look at is not among them.
 */
export function openIn(evidence: Evidence): readonly Open[] {
	const unseen = PLACES.flatMap(place => {
		const look = place.look(evidence);
		return look.state === 'unseen' && look.why !== 'nothing-to-look-at' && !isMissing(look) ? [{place, look}] : [];
	});
	const reasons = [...new Set(unseen.map(({look}) => reasonOf(look)))];
	return reasons.flatMap(reason => openOf(unseen.filter(({look}) => reasonOf(look) === reason)));
}

interface UnseenPlace {
	readonly place: Place;
	readonly look: UnseenLook;
}

/** Places for which there is the same reason, as one. */
function openOf(places: readonly UnseenPlace[]): readonly Open[] {
	const [first] = places;
	if (!first) {
		return [];
	}

	const names = places.map(({place}) => place.name);
	return [
		{
			what: `${capitalised(listed(names))}: ${first.look.message.replace(/[.\s]*$/, '.')}`,
			leavesOpen: `Open: ${places.map(({place}) => place.leavesOpen).join('; ')}.`,
			next: NEXT[first.look.why],
		},
	];
}

/** Offline is one reason, whatever it kept from being looked at; elsewhere each message is one. */
function reasonOf({why, message}: UnseenLook): string {
	return why === 'offline' ? why : `${why} ${message}`;
}

/** A path that leads nowhere was looked at. */
function isMissing({code}: UnseenLook): boolean {
	return code === 'ENOENT';
}

function firstUnseen(...looks: readonly Look<unknown>[]): Look<unknown> {
	return looks.find(({state}) => state === 'unseen') ?? {state: 'absent'};
}

/** A file that is there, and whose content is not. */
function contentOf(file: Evidence['files']['certificate']): Look<unknown> {
	if (file.state !== 'seen' || file.value.content) {
		return file;
	}

	const {access, path} = file.value;
	const why = access.isReadable ? 'failed' : 'denied';
	return {state: 'unseen', why, message: `${path} could not be read.`, code: 'EACCES'};
}

function listed(names: readonly string[]): string {
	return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function capitalised(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
