import type {Evidence} from '../evidence/evidence.ts';
import {seenIn} from '../evidence/look.ts';
import {adminCommands} from './admin-commands.ts';
import {reachAnchor} from './chain.ts';
import {meantCommand} from './meant-command.ts';
import type {Remedy, RemedyFor} from './remedy.ts';
import {configureRemedy} from './wanted-flags.ts';

/** Trust anchors. */
export const anchor: readonly RemedyFor[] = [
	{rules: ['session-trust-anchor-enabled'], remedy: (_finding, evidence) => enabled(evidence)},
	{
		rules: ['session-trust-anchor-found'],
		remedy: (_finding, evidence) => {
			const remedy = configureRemedy('Name a trust anchor that there is.', evidence);
			const named = meantCommand(evidence)?.order.trustAnchorArn;
			return remedy?.commands.some(command => named === undefined || !command.includes(named)) ? remedy : undefined;
		},
	},
	{
		rules: [
			'anchor-basic-constraints',
			'anchor-key-cert-sign',
			'anchor-not-public',
			'anchor-signature-algorithm',
			'anchor-size',
			'anchor-valid-now',
		],
		remedy: (_finding, evidence) => reachAnchor(evidence),
	},
];

function enabled(evidence: Evidence): Remedy | undefined {
	const arn = seenIn(evidence.account.trustAnchor)?.arn;
	return arn === undefined
		? undefined
		: {
				what: 'Enable the trust anchor, if it was not disabled on purpose.',
				who: 'administrator',
				commands: [adminCommands(evidence).enable(arn)],
				mend: {kind: 'enable', arn},
			};
}
