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
	const credentials = `Credentials ${whose(evidence)}`;
	switch (verdict) {
		case 'working':
			return `${credentials} work: ${proofOf(evidence)}.`;
		case 'sound':
			return `Nothing is wrong with credentials ${whose(evidence)}, as far as could be looked; the service was not asked.`;
		case 'broken': {
			const what = happened.isGranted || happened.hasRun ? 'are not as they should be' : 'do not work';
			const where = check === undefined ? '' : `; the most likely cause was found under "${titleOf(check)}"`;
			return `${credentials} ${what}${where}.`;
		}
		case 'unexplained':
			return evidence.told !== undefined && evidence.command.state !== 'seen'
				? 'There is nothing here to look at but the message; this is what it may come from.'
				: `${credentials} do not work, and nothing that was seen says why.`;
	}
}

function whose({cliProfile: {name, chosenBy}, command}: Evidence): string {
	return seenIn(command)?.origin === 'flags' && chosenBy !== 'flag'
		? 'that the flags ask for'
		: `of the CLI profile ${printable(name)}`;
}

function proofOf({live}: Evidence): string {
	const answer = seenIn(live);
	return answer?.outcome === 'granted'
		? `the service granted ${printable(answer.assumedRoleArn)}`
		: 'the credential process printed some';
}
