import type {Finding} from '../../rules/finding.ts';
import type {Evidence} from '../evidence/evidence.ts';
import type {Mend} from '../mend/mend.ts';

/** What is to be done about one finding. */
export interface Remedy {
	/** In one sentence, in the imperative. */
	readonly what: string;
	/** Who can: whoever operates this machine, administers the account, or owns the PKI. */
	readonly who: 'operator' | 'administrator' | 'pki-owner';
	/**
	 * What mends it, typed into a POSIX shell word for word, one after the other; nothing in it is left to fill in. Our own
	 * program is `anchorsmith` here; reports put the words in its place with which the person started it. Empty when there is no
	 * such command, as when only somebody else can mend it.
	 */
	readonly commands: readonly string[];
	/** The same, where this program can do it itself. */
	readonly mend?: Mend;
}

/** What is to be done about the findings of some rules. */
export interface RemedyFor {
	/** Ids of rules. */
	readonly rules: readonly string[];
	/** Pure. Undefined when this is not what helps here; the next one is asked then, and at last the rule's own fix stands. */
	remedy(finding: Finding, evidence: Evidence): Remedy | undefined;
}
