import type {Finding} from '../../rules/finding.ts';
import type {Evidence, EvidencePart} from '../evidence/evidence.ts';
import type {CheckId, CheckResult} from './diagnosis.ts';

/** Evidence of which these parts are there. */
export type Gathered<Need extends EvidencePart> = Pick<Evidence, Need | 'format' | 'at' | 'cliProfile' | 'told'>;

/** What a check makes of the evidence. */
export interface Judgement {
	readonly findings: readonly Finding[];
	/** In a few words, fit to be shown; what was seen, not what is wrong with it. */
	readonly words: string;
	/** Where findings do not say it: told from their severities unless given. */
	readonly state?: CheckResult['state'];
}

/** One line of the checklist. */
export interface Check<Need extends EvidencePart = EvidencePart> {
	/** The name of its file too. */
	readonly check: CheckId;
	/** What is looked at, fit to stand before the words: `Private key`. */
	readonly title: string;
	/** What must have been gathered before it can be judged. */
	readonly needs: readonly Need[];
	/** Pure. Never throws on evidence that is well-formed. */
	judge(evidence: Gathered<Need>): Judgement;
}

/** Gives a check its type; the identity function. */
export function defineCheck<Need extends EvidencePart>(check: Check<Need>): Check<Need> {
	return check;
}
