import type {CommandEvidence} from '../evidence/command.ts';
import {seenIn} from '../evidence/look.ts';

/** False for a program of somebody else that gets none of our words: where it has its credentials from is its own affair. */
export function asksForSession({program, order}: CommandEvidence): boolean {
	const {trustAnchorArn, profileArn, roleArn, certificate, privateKey} = order;
	const isTold = [trustAnchorArn, profileArn, roleArn, certificate, privateKey].some(word => word !== undefined);
	return isTold || seenIn(program)?.maker !== 'other';
}
