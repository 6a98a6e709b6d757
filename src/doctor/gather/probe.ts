import type {Evidence, EvidencePart} from '../evidence/evidence.ts';
import type {Surroundings} from './surroundings.ts';

/** What was seen before: a probe may stand on the parts that were gathered ahead of it. */
export type Before = Partial<Evidence> & Pick<Evidence, 'format' | 'at' | 'cliProfile'>;

/** Looks at one part of the world. Never judges, and never throws for anything that the world does: a failed look is evidence too. */
export interface Probe<Part extends EvidencePart = EvidencePart> {
	/** The part of the evidence that it fills. */
	readonly part: Part;
	/** Parts that must be there before. */
	readonly needs: readonly EvidencePart[];
	gather(before: Before, surroundings: Surroundings): Promise<Evidence[Part]>;
}

/** Gives a probe its type; the identity function. */
export function defineProbe<Part extends EvidencePart>(probe: Probe<Part>): Probe<Part> {
	return probe;
}
