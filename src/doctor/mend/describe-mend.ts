import {repairConfig} from '../../config-file/repair.ts';
import {ExpectedError} from '../../errors.ts';
import {printable} from '../../printable.ts';
import {canonicalPolicy} from '../../setup/policy-json.ts';
import {configureCommand} from './configure-command.ts';
import {lineDiff} from './line-diff.ts';
import type {Mend} from './mend.ts';

/** What a mend would do, for people, fit to be shown: lines that change, the files that are written, or the call that is made. Pure. */
export function describeMend(mend: Mend): string {
	switch (mend.kind) {
		case 'configure':
			return configureCommand(mend.flags);
		case 'config-file':
			return describeRepair(mend);
		case 'encoding':
			return `The same text as UTF-8: ${printable(mend.path)}`;
		case 'mode':
			return `chmod ${mend.mode.toString(8)} ${printable(mend.path)}`;
		case 'chain':
			return `${writing([mend.path])}\n${configureCommand(mend.flags)}`;
		case 'convert':
			return `${writing([mend.flags.certificate, mend.flags.privateKey].filter(file => file.startsWith(mend.into)))}\n${configureCommand(mend.flags)}`;
		case 'trust-policy':
			return `iam:UpdateAssumeRolePolicy ${printable(mend.roleArn)}\n${lineDiff(spread(mend.before), spread(mend.policy), 1000).join('\n')}`;
		case 'enable':
			return `rolesanywhere:${mend.arn.includes(':trust-anchor/') ? 'EnableTrustAnchor' : 'EnableProfile'} ${printable(mend.arn)}`;
		case 'profile-roles':
			return `rolesanywhere:UpdateProfile ${printable(mend.profileArn)}\n${lineDiff(mend.before, mend.roleArns, 1000).join('\n')}`;
		case 'map-attributes':
			return `rolesanywhere:PutAttributeMapping ${printable(mend.profileArn)} ${mend.goal.certificateField}\n${lineDiff(mend.before.specifiers, mend.goal.specifiers, 1000).join('\n')}`;
	}
}

function describeRepair({path, seen, repairs, context}: Mend & {readonly kind: 'config-file'}): string {
	try {
		const repaired = repairConfig(seen, repairs, context);
		return [`--- ${printable(path)}`, `+++ ${printable(path)}`, ...lineDiff(linesOf(seen), linesOf(repaired), 1)].join(
			'\n',
		);
	} catch (error) {
		if (error instanceof ExpectedError) {
			return `${printable(path)}: ${error.message}`;
		}

		throw error;
	}
}

function linesOf(text: string): readonly string[] {
	return text.split(/\r\n|\n|\r/);
}

function spread(policy: string): readonly string[] {
	return JSON.stringify(JSON.parse(canonicalPolicy(policy)), undefined, 2).split('\n');
}

function writing(files: readonly string[]): string {
	return `New: ${files.map(printable).join(', ')}`;
}
