import {issueAgain} from './issue-again.ts';
import type {RemedyFor} from './remedy.ts';

/** Lists of revoked certificates. */
export const revocation: readonly RemedyFor[] = [
	{
		rules: ['path-revoked', 'set-not-revoked'],
		remedy: (_finding, evidence) => issueAgain('Have a new certificate issued: this one was revoked.', evidence),
	},
];
