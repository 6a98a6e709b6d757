import {printable} from '../../printable.ts';
import type {Change} from '../change.ts';
import {canonicalPolicy, isSamePolicy} from '../policy-json.ts';
import {defineResource, gone, keep} from '../resource.ts';

const KIND = 'role policy';

export default defineResource({
	kind: KIND,

	async plan({specification: {name: setup, aws}, reader, journal, known}) {
		if (!aws) {
			return {};
		}

		const {role, permissions} = aws;
		const name = `${role.name}/anchorsmith-${setup}`;
		const wanted = permissions.inline;
		const standing = journal.find(KIND, name);
		const found = known.roleArn === undefined ? undefined : await reader.iam.findRolePolicy(role.name, policyOf(name));
		if (wanted === undefined) {
			return {changes: found !== undefined && standing?.isMade ? [removal(name, found)] : []};
		}

		if (found !== undefined && isSamePolicy(found, wanted)) {
			return {unchanged: [{kind: KIND, name, note: 'already there'}]};
		}

		return {changes: [putting(name, found, wanted)]};
	},

	async recover(intent, {reader}) {
		const found = await reader.iam.findRolePolicy(roleOf(intent.name), policyOf(intent.name));
		const isDone = found !== undefined && isSamePolicy(found, intent.goal['document'] ?? '');
		return isDone ? intent.goal : undefined;
	},

	async planUndo({name, isMade, before, after}, {reader}) {
		const found = await reader.iam.findRolePolicy(roleOf(name), policyOf(name));
		if (found === undefined) {
			return gone();
		}

		if (!isSamePolicy(found, after['document'] ?? '')) {
			return keep('it was changed since');
		}

		const original = isMade ? undefined : before?.['document'];
		return original === undefined
			? {
					action: 'delete',
					note: '',
					calls: ['iam:DeleteRolePolicy'],
					async apply(writer) {
						await writer.iam.deleteRolePolicy(roleOf(name), policyOf(name));
					},
				}
			: {
					action: 'restore',
					note: 'as it was before',
					calls: ['iam:PutRolePolicy'],
					async apply(writer) {
						await writer.iam.putRolePolicy(roleOf(name), policyOf(name), original);
					},
				};
	},
});

function putting(name: string, found: string | undefined, wanted: string): Change {
	const policy = policyOf(name);
	return {
		kind: KIND,
		name,
		action: found === undefined ? 'create' : 'update',
		details: [
			{
				what: 'permissions',
				...(found !== undefined && {before: printable(canonicalPolicy(found))}),
				after: printable(canonicalPolicy(wanted)),
			},
		],
		calls: ['iam:PutRolePolicy'],
		files: [],
		...(found !== undefined && {before: {policy, document: found}}),
		goal: () => ({policy, document: wanted}),
		async apply(writer, known) {
			await writer.iam.putRolePolicy(roleOf(name), policy, wanted);
			return {known, facts: {policy, document: wanted}};
		},
	};
}

function removal(name: string, found: string): Change {
	return {
		kind: KIND,
		name,
		action: 'delete',
		details: [{what: 'permissions', before: printable(canonicalPolicy(found)), after: 'none'}],
		calls: ['iam:DeleteRolePolicy'],
		files: [],
		goal: () => ({}),
		async apply(writer, known) {
			await writer.iam.deleteRolePolicy(roleOf(name), policyOf(name));
			return {known, facts: {}};
		},
	};
}

/** Resources are named `role/policy`; neither part can hold a slash. */
function roleOf(name: string): string {
	return name.slice(0, name.indexOf('/'));
}

function policyOf(name: string): string {
	return name.slice(name.indexOf('/') + 1);
}
