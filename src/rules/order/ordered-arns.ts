import {type Arn, type ArnKind, parseArn, parseArnOf} from '../../aws/arn.ts';
import type {Result} from '../../result.ts';
import type {SessionCommand} from '../session-command.ts';

/** One of the three ARNs that every session request names. */
export interface OrderedArn {
	readonly kind: ArnKind & ('trust-anchor' | 'profile' | 'role');
	readonly flag: '--trust-anchor-arn' | '--profile-arn' | '--role-arn';
	/** As it stands there; undefined when it does not. */
	readonly text: string | undefined;
}

/** The three, in the order in which the service looks at them. */
export function orderedArns({order: {trustAnchorArn, profileArn, roleArn}}: SessionCommand): readonly OrderedArn[] {
	return [
		{kind: 'trust-anchor', flag: '--trust-anchor-arn', text: trustAnchorArn},
		{kind: 'profile', flag: '--profile-arn', text: profileArn},
		{kind: 'role', flag: '--role-arn', text: roleArn},
	];
}

/** Those that are there, read strictly as what they should be. */
export function readArns(
	command: SessionCommand,
): readonly (OrderedArn & {readonly text: string; readonly read: Result<Arn, string>})[] {
	return orderedArns(command).flatMap(({kind, flag, text}) =>
		text === undefined ? [] : [{kind, flag, text, read: parseArnOf(kind, text)}],
	);
}

/** Those that are sound, of whatever kind they are. */
export function soundArns(command: SessionCommand): readonly (OrderedArn & {readonly arn: Arn})[] {
	return orderedArns(command).flatMap(ordered => {
		const read = parseArn(ordered.text ?? '');
		return read.ok ? [{...ordered, arn: read.value}] : [];
	});
}

/** The region of the trust anchor, which is where a session is asked for; undefined when its ARN names none. */
export function anchorRegion(command: SessionCommand): string | undefined {
	const region = soundArns(command).find(({kind}) => kind === 'trust-anchor')?.arn.region;
	return region === '' ? undefined : region;
}
