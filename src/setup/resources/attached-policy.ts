import type {Change} from '../change.ts';
import {defineResource, gone} from '../resource.ts';

const KIND = 'attached policy';

export default defineResource({
	kind: KIND,

	async plan({specification: {aws}, reader, journal, known}) {
		if (!aws) {
			return {};
		}

		const {role, permissions} = aws;
		const attached = known.roleArn === undefined ? [] : await reader.iam.listAttachedPolicies(role.name);
		const wanted = permissions.managed.map(arn => nameOf(role.name, arn));
		const unwanted = journal.standing.filter(
			({kind, name, isMade}) =>
				kind === KIND &&
				isMade &&
				roleOf(name) === role.name &&
				!wanted.includes(name) &&
				attached.includes(arnOf(name)),
		);
		const isThere = (name: string) => attached.includes(arnOf(name));
		return {
			changes: [...wanted.filter(name => !isThere(name)).map(attaching), ...unwanted.map(({name}) => detaching(name))],
			unchanged: wanted.filter(isThere).map(name => ({kind: KIND, name, note: 'already attached'})),
		};
	},

	async recover(intent, {reader}) {
		const attached = await reader.iam.listAttachedPolicies(roleOf(intent.name));
		return attached.includes(arnOf(intent.name)) ? intent.goal : undefined;
	},

	async planUndo({name}, {reader}) {
		if (!(await reader.iam.listAttachedPolicies(roleOf(name))).includes(arnOf(name))) {
			return gone();
		}

		return {
			action: 'delete',
			note: 'detached; the policy itself stays',
			calls: ['iam:DetachRolePolicy'],
			async apply(writer) {
				await writer.iam.detachPolicy(roleOf(name), arnOf(name));
			},
		};
	},
});

function attaching(name: string): Change {
	return {
		kind: KIND,
		name,
		action: 'create',
		details: [],
		calls: ['iam:AttachRolePolicy'],
		files: [],
		goal: () => ({policy: arnOf(name)}),
		async apply(writer, known) {
			await writer.iam.attachPolicy(roleOf(name), arnOf(name));
			return {known, facts: {policy: arnOf(name)}};
		},
	};
}

function detaching(name: string): Change {
	return {
		kind: KIND,
		name,
		action: 'delete',
		details: [],
		calls: ['iam:DetachRolePolicy'],
		files: [],
		goal: () => ({}),
		async apply(writer, known) {
			await writer.iam.detachPolicy(roleOf(name), arnOf(name));
			return {known, facts: {}};
		},
	};
}

/** Resources are named `role ← ARN`; no role has a space in its name. */
function nameOf(role: string, arn: string): string {
	return `${role} ← ${arn}`;
}

function roleOf(name: string): string {
	return name.split(' ← ')[0] ?? '';
}

/** The ARN of the policy that a change of this kind is about, from its name. */
export function arnOf(name: string): string {
	return name.split(' ← ')[1] ?? '';
}
