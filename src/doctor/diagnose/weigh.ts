import {STAGES, type Stage} from '../../decide/decision.ts';
import type {CheckId, Heard} from './diagnosis.ts';
import type {Found} from './found.ts';
import {isError} from './found.ts';
import {stageOf} from './stage-of.ts';
import type {WhatHappened} from './what-happened.ts';

/** Checks of what the service itself judges whoever asks it, and of what leads to it. */
const JUDGED_BY_SERVICE: ReadonlySet<CheckId> = new Set(['dates', 'arns', 'network', 'account', 'session']);
/** Checks of what each helper reads and sends in its own way. */
const SENT_BY_HELPER: ReadonlySet<CheckId> = new Set(['key', 'certificate', 'path']);
/** What is found in a run itself. */
const OF_RUN = /^process-/;

const GRANTED = 'The service granted credentials all the same.';
const RAN = 'The credential process printed credentials all the same.';
const PASSED = 'It is not the reason: what the service answers comes of a later look.';

/**
 * What trying proves: an error of what evidently works is a warning, which says so.
 *
 * @param heard - What the service answered to our own request, if anything.
 */
export function weigh(found: Found, happened: WhatHappened, heard: readonly Heard[]): Found {
	if (!isError(found)) {
		return found;
	}

	const {isGranted, hasRun, isOwn} = happened;
	const isOfConfig = found.check === 'config' || OF_RUN.test(found.finding.rule);
	if (hasRun && !isOfConfig) {
		return demoted(found, RAN);
	}

	if (isGranted && (JUDGED_BY_SERVICE.has(found.check) || (isOwn && SENT_BY_HELPER.has(found.check)))) {
		return demoted(found, GRANTED);
	}

	const proven = heard.find(({from, known}) => from === 'live' && known?.stage !== undefined)?.known?.stage;
	return proven !== undefined && isBefore(stageOf(found), proven) ? demoted(found, PASSED) : found;
}

function demoted({finding, check}: Found, proof: string): Found {
	return {check, finding: {...finding, severity: 'warning', message: `${finding.message} ${proof}`}};
}

/** True when the service judges the one stage before the other. */
export function isBefore(stage: Stage | undefined, other: Stage): boolean {
	return stage !== undefined && STAGES.indexOf(stage) < STAGES.indexOf(other);
}
