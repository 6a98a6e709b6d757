import {printable} from '../../printable.ts';
import type {Evidence} from '../evidence/evidence.ts';
import {seenIn} from '../evidence/look.ts';
import type {CheckId, Diagnosis} from './diagnosis.ts';
import {titleOf} from './judge-check.ts';
import type {WhatHappened} from './what-happened.ts';

interface Circumstances {
	readonly evidence: Evidence;
	readonly happened: WhatHappened;
	/** Of the cause. */
	readonly check?: CheckId;
}

/** The verdict in a sentence. */
export function summaryOf(verdict: Diagnosis['verdict'], {evidence, happened, check}: Circumstances): string {
	const whose = `the CLI profile ${printable(evidence.cliProfile.name)}`;
	switch (verdict) {
		case 'working':
			return `Credentials of ${whose} work: ${proofOf(evidence)}.`;
		case 'sound':
			return `Nothing is wrong with the credentials of ${whose}, as far as could be looked; the service was not asked.`;
		case 'broken': {
			const works = happened.isGranted || happened.hasRun;
			const what = works ? 'are not as they should be' : 'do not work';
			return `Credentials of ${whose} ${what}. ${check === undefined ? '' : `Most likely cause, found under "${titleOf(check)}":`}`;
		}
		case 'unexplained':
			return evidence.told !== undefined && evidence.command.state !== 'seen'
				? 'There is nothing here to look at but the message; this is what it may come from.'
				: `Credentials of ${whose} do not work, and nothing that was seen says why.`;
	}
}

function proofOf({live}: Evidence): string {
	const answer = seenIn(live);
	return answer?.outcome === 'granted'
		? `the service granted ${printable(answer.assumedRoleArn)}`
		: 'the credential process printed some';
}
