import {type Arn, type ArnKind, parseArnOf} from '../../../aws/arn.ts';
import type {CommandEvidence} from '../../evidence/command.ts';

/** What a command names at AWS; undefined where it names nothing, or what is no such ARN. */
export interface NamedArns {
	readonly trustAnchor: Arn | undefined;
	readonly profile: Arn | undefined;
	readonly role: Arn | undefined;
}

/** Takes the ARNs of a command apart. */
export function arnsOf({trustAnchorArn, profileArn, roleArn}: CommandEvidence['order']): NamedArns {
	return {
		trustAnchor: parse('trust-anchor', trustAnchorArn),
		profile: parse('profile', profileArn),
		role: parse('role', roleArn),
	};
}

function parse(kind: ArnKind, text: string | undefined): Arn | undefined {
	const arn = parseArnOf(kind, text ?? '');
	return arn.ok ? arn.value : undefined;
}

/** The last part of an ARN: the id of a resource of Roles Anywhere, the name of a role. */
export function lastPartOf({resource}: Arn): string {
	return resource.slice(resource.lastIndexOf('/') + 1);
}
