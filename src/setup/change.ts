import type {Facts} from './journal.ts';
import type {Known} from './known.ts';
import type {Writer} from './world.ts';

/** The kinds of thing that a set-up makes, in the order in which it makes them. */
export const RESOURCE_KINDS = [
	'issuer',
	'certificate request',
	'certificate',
	'trust anchor',
	'role',
	'role policy',
	'attached policy',
	'Roles Anywhere profile',
	'CLI profile',
] as const;

/** One of {@link RESOURCE_KINDS}. */
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** Those of them that are at AWS, where a change takes a while to be known everywhere. */
export const AWS_KINDS: readonly ResourceKind[] = [
	'trust anchor',
	'role',
	'role policy',
	'attached policy',
	'Roles Anywhere profile',
];

/** One line of what a change makes of a resource. */
export interface Detail {
	readonly what: string;
	/** Only of updates. */
	readonly before?: string;
	/** Ready to show; `known after apply` stands for what no plan can know. */
	readonly after: string;
}

/** Stands in a plan for what only applying tells, such as the ARN of what does not exist yet. */
export const KNOWN_AFTER_APPLY = '(known after apply)';

/** What a change says while it makes an RSA key. */
export const RSA_NOTE = 'making an RSA key; that can take some seconds';

/** A file that a change writes. */
export interface PlannedFile {
	readonly path: string;
	/** Permission bits. */
	readonly mode: number;
}

/** One write, planned. Only `apply` performs it, and only with a {@link Writer}. */
export interface Change {
	readonly kind: ResourceKind;
	readonly name: string;
	/** `delete` takes away what this very set-up made and no longer wants. */
	readonly action: 'create' | 'update' | 'delete';
	readonly details: readonly Detail[];
	/** Calls to AWS in order, such as `rolesanywhere:CreateTrustAnchor`. */
	readonly calls: readonly string[];
	readonly files: readonly PlannedFile[];
	/** For the journal, so that an update can be taken back. */
	readonly before?: Facts;
	/** What the resource is about to become, for the journal: it lets a change whose outcome is unknown be looked up. */
	goal(known: Known): Facts | Promise<Facts>;
	/**
	 * Makes the change; gives what it learned and how the resource is now.
	 *
	 * @param doing - Is told what goes on while that takes long.
	 */
	apply(
		writer: Writer,
		known: Known,
		doing: (note: string) => void,
	): Promise<{readonly known: Known; readonly facts: Facts}>;
}

/** A resource that is as it should be. */
export interface Unchanged {
	readonly kind: ResourceKind;
	readonly name: string;
	/** Why nothing is done: "already there", "used as it is; another made it". */
	readonly note: string;
}
