import type {MendedThing} from '../../report/doctor-text.ts';
import type {Diagnosis} from '../diagnose/diagnosis.ts';
import type {Evidence} from '../evidence/evidence.ts';
import type {GatherOptions, Surroundings} from '../gather/surroundings.ts';

/** What guiding a person needs of the world. */
export interface DoctorWorld {
	/** The world to look at, for what was asked to be looked at. */
	surround(options: GatherOptions): Promise<Surroundings>;
	/** A command of this program as it works in the person's shell. */
	asCalled(text: string): string;
}

/** What was seen at last, and what it came to. */
export interface Findings {
	readonly evidence: Evidence;
	readonly diagnosis: Diagnosis;
}

/** How a person left. */
export interface DoctorEnd {
	/** Of the last time that everything was looked at; absent when it never was. */
	readonly last?: Findings;
	/** What was mended on the way, in order. */
	readonly mended: readonly MendedThing[];
}

/** Whether something is broken, or does not work for reasons unknown. */
export function isBroken({last}: DoctorEnd): boolean {
	return last !== undefined && (last.diagnosis.verdict === 'broken' || last.diagnosis.verdict === 'unexplained');
}
