/** True for what may stand as a host name in a certificate: labels with dots between, the first one perhaps `*`. */
export function isHostName(text: string): boolean {
	return (
		text.length <= 253 &&
		/^(?:\*\.)?(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/i.test(text)
	);
}

/** True for what may stand in a subtree of host names: a host name, one with a leading dot, or nothing. */
export function isHostConstraint(text: string): boolean {
	return text === '' || (!text.startsWith('*') && isHostName(text.startsWith('.') ? text.slice(1) : text));
}

/**
 * True when a host name lies in the subtree (RFC 5280, section 4.2.1.10): it is the constraint, or has labels before
 * it. With a leading dot, as many programs write it, there must be labels before it.
 *
 * @param name - For `*.example.com`, whether every name that it stands for lies within.
 */
export function isHostWithin(constraint: string, name: string): boolean {
	const base = constraint.toLowerCase();
	const host = name.toLowerCase();
	if (base === '') {
		return true;
	}

	return base.startsWith('.') ? host.endsWith(base) : host === base || host.endsWith(`.${base}`);
}

/** True when a host name, or for `*.example.com` any name that it stands for, lies in the subtree. */
export function mayHostBeWithin(constraint: string, name: string): boolean {
	const above = name.startsWith('*.') ? name.slice(1).toLowerCase() : undefined;
	const base = constraint.toLowerCase();
	const isOneBelow = above !== undefined && base.endsWith(above) && !base.slice(0, -above.length).includes('.');
	return isHostWithin(constraint, name) || (isOneBelow && !base.startsWith('.'));
}

const DOTTED_LOCAL_PART = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const QUOTED_LOCAL_PART = /^"(?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\[\x20-\x7e])*"$/;

/** True for a mailbox (RFC 2821, section 4.1.2): a local part, quoted where it is odd, an at sign and a host name. */
export function isMailbox(text: string): boolean {
	const at = text.lastIndexOf('@');
	const local = text.slice(0, Math.max(0, at));
	return isHostName(text.slice(at + 1)) && (DOTTED_LOCAL_PART.test(local) || QUOTED_LOCAL_PART.test(local));
}

/** True for a mailbox, a host, or a host with a leading dot. */
export function isMailboxConstraint(text: string): boolean {
	return text.includes('@') ? isMailbox(text) : isHostConstraint(text);
}

/** A mailbox, all mailboxes of one host, or with a leading dot of all hosts below (section 4.2.1.10). */
export function isMailboxWithin(constraint: string, mailbox: string): boolean {
	const at = mailbox.lastIndexOf('@');
	const [local, host] = [mailbox.slice(0, at), mailbox.slice(at + 1).toLowerCase()];
	const wantedAt = constraint.lastIndexOf('@');
	if (wantedAt >= 0) {
		return constraint.slice(0, wantedAt) === local && constraint.slice(wantedAt + 1).toLowerCase() === host;
	}

	return isOneHostWithin(constraint.toLowerCase(), host);
}

/** The host of a URI; undefined when it has none, or an address instead of a name. */
export function hostOfUri(uri: string): string | undefined {
	const authority = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(uri)?.[1];
	const host = authority?.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, '');
	const isName = host !== undefined && isHostName(host) && !host.startsWith('*') && !isIpv4(host);
	return isName ? host.toLowerCase() : undefined;
}

/** One host, or with a leading dot all hosts below it. */
export function isUriHostWithin(constraint: string, host: string): boolean {
	return isOneHostWithin(constraint.toLowerCase(), host);
}

function isOneHostWithin(base: string, host: string): boolean {
	return base === '' || (base.startsWith('.') ? host.endsWith(base) : host === base);
}

/** True when the address lies in the range, which is an address and a mask of the same length. */
export function isAddressWithin(range: Uint8Array, address: Uint8Array): boolean {
	const length = address.length;
	return (
		range.length === length * 2 &&
		address.every((octet, index) => {
			const mask = range[length + index] ?? 0;
			return (octet & mask) === ((range[index] ?? 0) & mask);
		})
	);
}

/** True for four numbers with dots between. */
export function isIpv4(text: string): boolean {
	return /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/.test(text);
}
