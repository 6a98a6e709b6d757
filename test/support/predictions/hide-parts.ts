import type {Evidence} from '../../../src/doctor/evidence/evidence.ts';
import {unseen} from '../../../src/doctor/evidence/look.ts';
import type {Random} from '../random-hierarchy.ts';

const dark = unseen('denied', 'Nobody may look.', 'AccessDenied');

/** The same evidence, of which some was not seen. */
export function hideParts(evidence: Evidence, random: Random): Evidence {
	const isHidden = () => random.chance(0.3);
	const {account, files, network} = evidence;
	return {
		...evidence,
		account: {
			...account,
			...(isHidden() && {trustAnchor: dark}),
			...(isHidden() && {profile: dark}),
			...(isHidden() && {role: dark}),
			...(isHidden() && {crls: dark}),
		},
		files: {
			...files,
			...(random.chance(0.1) && {certificate: dark}),
			...(random.chance(0.1) && {privateKey: dark}),
			...(random.chance(0.1) && {intermediates: dark}),
		},
		network: {...network, ...(random.chance(0.1) && {http: dark})},
		command:
			evidence.command.state === 'seen' && random.chance(0.1)
				? {...evidence.command, value: {...evidence.command.value, program: dark}}
				: evidence.command,
	};
}
