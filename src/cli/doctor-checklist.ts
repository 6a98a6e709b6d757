import {CHECKS, type CheckId} from '../doctor/diagnose/diagnosis.ts';
import {judgeCheck, titleOf} from '../doctor/diagnose/judge-check.ts';
import type {Evidence, EvidencePart} from '../doctor/evidence/evidence.ts';
import {checkLine} from '../report/doctor-text.ts';

/** Tells of each check, in a line of its own, as soon as what it needs is gathered. */
export function checklistOn(say: (text: string) => void): {
	done(part: EvidencePart, soFar: Partial<Evidence>): void;
} {
	const told = new Set<CheckId>();
	return {
		done(_part, soFar) {
			for (const check of CHECKS.filter(candidate => !told.has(candidate))) {
				const result = judgeCheck(check, soFar);
				if (result) {
					told.add(check);
					say(checkLine(result, titleOf(check)));
				}
			}
		},
	};
}
