import {
	AttachRolePolicyCommand,
	CreateRoleCommand,
	DeleteRoleCommand,
	DeleteRolePolicyCommand,
	DetachRolePolicyCommand,
	GetRoleCommand,
	GetRolePolicyCommand,
	IAMClient,
	ListAttachedRolePoliciesCommand,
	ListRolePoliciesCommand,
	PutRolePolicyCommand,
	UpdateAssumeRolePolicyCommand,
	UpdateRoleCommand,
} from '@aws-sdk/client-iam';
import type {AwsAccess} from './access.ts';
import {isRefusal} from './aws-error.ts';
import type {Tag} from './roles-anywhere-shapes.ts';
import {callSdk, clientOptions} from './sdk.ts';

/** A role as IAM shows it. */
export interface RoleDetail {
	readonly name: string;
	readonly arn: string;
	/** JSON text, as it was given to IAM. */
	readonly trustPolicy: string;
	/** Seconds. */
	readonly maxSessionDuration: number;
	/** ISO 8601. */
	readonly createdAt?: string;
	readonly tags: readonly Tag[];
}

/** What a role is made of. */
export interface RoleInput {
	readonly name: string;
	/** JSON text. */
	readonly trustPolicy: string;
	/** Seconds, 3600 to 43200. */
	readonly maxSessionDuration: number;
	readonly description: string;
}

/** The calls that change nothing. All may throw `AwsError` and `ExpectedError` `ENDPOINT_UNREACHABLE` or `AWS_CREDENTIALS`. */
export interface IamReader {
	findRole(name: string): Promise<RoleDetail | undefined>;
	/** JSON text of an inline policy. */
	findRolePolicy(role: string, policy: string): Promise<string | undefined>;
	/** Names of all inline policies; empty for a role that is gone. */
	listRolePolicies(role: string): Promise<readonly string[]>;
	/** ARNs of all attached policies; empty for a role that is gone. */
	listAttachedPolicies(role: string): Promise<readonly string[]>;
}

/** The calls that change something. */
export interface IamWriter {
	createRole(input: RoleInput, tags: readonly Tag[]): Promise<RoleDetail>;
	updateTrustPolicy(role: string, trustPolicy: string): Promise<void>;
	updateMaxSessionDuration(role: string, seconds: number): Promise<void>;
	putRolePolicy(role: string, policy: string, document: string): Promise<void>;
	attachPolicy(role: string, policyArn: string): Promise<void>;
	/** @returns false when it was gone already, as all that remove here */
	deleteRolePolicy(role: string, policy: string): Promise<boolean>;
	detachPolicy(role: string, policyArn: string): Promise<boolean>;
	/** IAM refuses while policies are left on it. */
	deleteRole(role: string): Promise<boolean>;
}

/** The calls of IAM that setup needs. */
export function createIam(access: AwsAccess): {readonly reader: IamReader; readonly writer: IamWriter} {
	const client = new IAMClient(clientOptions(access, 'iam'));
	const call = <Value>(operation: string, work: (client: IAMClient) => Promise<Value>) =>
		callSdk(`iam:${operation}`, () => work(client));

	return {
		reader: {
			findRole: name =>
				unlessGone(async () => {
					const {Role: role} = await call('GetRole', iam => iam.send(new GetRoleCommand({RoleName: name})));
					return role && toDetail(role);
				}),
			findRolePolicy: (role, policy) =>
				unlessGone(async () => {
					const {PolicyDocument: text} = await call('GetRolePolicy', iam =>
						iam.send(new GetRolePolicyCommand({RoleName: role, PolicyName: policy})),
					);
					return text === undefined ? undefined : decodeURIComponent(text);
				}),
			listRolePolicies: role =>
				pages(async marker => {
					const answer = await call('ListRolePolicies', iam =>
						iam.send(new ListRolePoliciesCommand({RoleName: role, Marker: marker})),
					);
					return {found: answer.PolicyNames ?? [], next: answer.IsTruncated ? answer.Marker : undefined};
				}),
			listAttachedPolicies: role =>
				pages(async marker => {
					const answer = await call('ListAttachedRolePolicies', iam =>
						iam.send(new ListAttachedRolePoliciesCommand({RoleName: role, Marker: marker})),
					);
					const found = (answer.AttachedPolicies ?? []).flatMap(({PolicyArn}) => PolicyArn ?? []);
					return {found, next: answer.IsTruncated ? answer.Marker : undefined};
				}),
		},
		writer: {
			async createRole({name, trustPolicy, maxSessionDuration, description}, tags) {
				const {Role: role} = await call('CreateRole', iam =>
					iam.send(
						new CreateRoleCommand({
							RoleName: name,
							AssumeRolePolicyDocument: inLatin1(trustPolicy),
							MaxSessionDuration: maxSessionDuration,
							Description: description,
							Tags: tags.map(({key, value}) => ({Key: key, Value: value})),
						}),
					),
				);
				return toDetail(role ?? {RoleName: name});
			},
			async updateTrustPolicy(role, trustPolicy) {
				await call('UpdateAssumeRolePolicy', iam =>
					iam.send(new UpdateAssumeRolePolicyCommand({RoleName: role, PolicyDocument: inLatin1(trustPolicy)})),
				);
			},
			async updateMaxSessionDuration(role, seconds) {
				await call('UpdateRole', iam => iam.send(new UpdateRoleCommand({RoleName: role, MaxSessionDuration: seconds})));
			},
			async putRolePolicy(role, policy, document) {
				await call('PutRolePolicy', iam =>
					iam.send(new PutRolePolicyCommand({RoleName: role, PolicyName: policy, PolicyDocument: inLatin1(document)})),
				);
			},
			async attachPolicy(role, policyArn) {
				await call('AttachRolePolicy', iam =>
					iam.send(new AttachRolePolicyCommand({RoleName: role, PolicyArn: policyArn})),
				);
			},
			deleteRolePolicy: (role, policy) =>
				isDone(() =>
					call('DeleteRolePolicy', iam => iam.send(new DeleteRolePolicyCommand({RoleName: role, PolicyName: policy}))),
				),
			detachPolicy: (role, policyArn) =>
				isDone(() =>
					call('DetachRolePolicy', iam =>
						iam.send(new DetachRolePolicyCommand({RoleName: role, PolicyArn: policyArn})),
					),
				),
			deleteRole: role => isDone(() => call('DeleteRole', iam => iam.send(new DeleteRoleCommand({RoleName: role})))),
		},
	};
}

interface SdkRole {
	readonly RoleName?: string | undefined;
	readonly Arn?: string | undefined;
	readonly AssumeRolePolicyDocument?: string | undefined;
	readonly MaxSessionDuration?: number | undefined;
	readonly CreateDate?: Date | undefined;
	readonly Tags?: readonly {readonly Key?: string | undefined; readonly Value?: string | undefined}[] | undefined;
}

/** The same JSON in the characters that IAM takes of a policy, U+0020 to U+00FF (fact sheet, IAM-13); others are escaped. */
function inLatin1(json: string): string {
	return json.replaceAll(
		/[^\u0000-\u00FF]/g,
		unit => String.raw`\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}

/** IAM answers with the policy URL-encoded (fact sheet, IAM-13). */
function toDetail({RoleName, Arn, CreateDate, Tags, ...role}: SdkRole): RoleDetail {
	return {
		name: RoleName ?? '',
		arn: Arn ?? '',
		trustPolicy: decodeURIComponent(role.AssumeRolePolicyDocument ?? ''),
		maxSessionDuration: role.MaxSessionDuration ?? 3600,
		...(CreateDate !== undefined && {createdAt: CreateDate.toISOString()}),
		tags: (Tags ?? []).map(({Key, Value}) => ({key: Key ?? '', value: Value ?? ''})),
	};
}

async function unlessGone<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
	try {
		return await work();
	} catch (error) {
		if (isRefusal(error, 'NoSuchEntity')) {
			return undefined;
		}

		throw error;
	}
}

async function isDone(work: () => Promise<unknown>): Promise<boolean> {
	return (await unlessGone(async () => work().then(() => true))) ?? false;
}

async function pages(
	read: (marker: string | undefined) => Promise<{found: readonly string[]; next: string | undefined}>,
): Promise<readonly string[]> {
	const all: string[] = [];
	let marker: string | undefined;
	do {
		const page = await unlessGone(() => read(marker));
		all.push(...(page?.found ?? []));
		marker = page?.next;
	} while (marker !== undefined);
	return all;
}
