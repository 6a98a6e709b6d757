import path from 'node:path';
import {endEntityFiles} from '../../pki/store/end-entity-store.ts';
import {issuerFiles} from '../../pki/store/issuer-store.ts';
import type {Change, ResourceKind} from '../../setup/change.ts';
import {toAnchorPem} from '../../setup/known.ts';
import type {SetupPlace} from '../../setup/place.ts';
import type {Plan} from '../../setup/planner.ts';
import {statementsOf, withStatements} from '../../setup/policy-json.ts';
import {arnOf} from '../../setup/resources/attached-policy.ts';
import {statementFor} from '../../setup/role-statement.ts';
import type {AwsGoal, Specification} from '../../setup/specification.ts';
import {trustGoalOf, wantedTrust} from '../../setup/trust.ts';
import {NAME_TAG} from '../../setup/world.ts';
import {shellWord} from '../../shell-word.ts';
import {equivalents as texts} from '../texts/en.ts';
import {type CommandBlock, command, variable} from './command-block.ts';

/** What is to be registered, and what is there already. */
export interface AwsCliGoal {
	readonly specification: Specification;
	readonly plan: Plan;
	readonly place: Pick<SetupPlace, 'base' | 'isRehearsal' | 'locations'>;
	/** Which program the CLI profile starts. */
	readonly helper: 'own' | 'official';
}

/** Stands in policies for the ARN that only registering tells; no ARN and no name holds it. */
const ANCHOR_MARK = '<TRUST_ANCHOR_ARN>';

/**
 * Commands of the AWS CLI that make the changes of a plan at AWS, in its order. What only AWS tells, such as ARNs, is
 * kept in variables of the shell; the tag by which a set-up recognises what it made is left to this program.
 */
export function awsCliCommands(goal: AwsCliGoal): readonly CommandBlock[] {
	const {aws} = goal.specification;
	if (!aws) {
		return [];
	}

	const blocks = goal.plan.changes.flatMap(change => blockFor(change, aws, goal) ?? []);
	return [...knownBlocks(goal.plan), ...blocks];
}

/** Variables for what is there and stays. */
function knownBlocks({known, changes}: Plan): readonly CommandBlock[] {
	const isChanged = (kind: ResourceKind) => changes.some(change => change.kind === kind && change.action === 'create');
	const given = [
		['trust anchor', texts.knownTrustAnchor, 'trust_anchor_arn', known.trustAnchorArn],
		['role', texts.knownRole, 'role_arn', known.roleArn],
		['Roles Anywhere profile', texts.profile, 'profile_arn', known.rolesAnywhereProfileArn],
	] as const;
	return given.flatMap(([kind, title, name, arn]) =>
		arn === undefined || isChanged(kind) ? [] : [{title, lines: [`${name}=${shellWord(arn)}`]}],
	);
}

function blockFor(change: Change, aws: AwsGoal, goal: AwsCliGoal): CommandBlock | undefined {
	const [call] = change.calls;
	switch (call) {
		case 'rolesanywhere:CreateTrustAnchor':
		case 'rolesanywhere:UpdateTrustAnchor':
			return trustAnchor(call, aws, goal);
		case 'rolesanywhere:EnableTrustAnchor':
			return {title: texts.trustAnchor, lines: enable('trust-anchor', '$trust_anchor_arn')};
		case 'iam:CreateRole':
			return {title: texts.role, lines: [...trustPolicy(wholeTrust(goal)), ...createRole(aws, goal)]};
		case 'iam:UpdateAssumeRolePolicy':
			return {title: texts.trustStatement, lines: [...trustPolicy(trustAfter(change, goal)), ...updateTrust(aws)]};
		case 'iam:UpdateRole':
			return {
				title: texts.role,
				lines: command('aws iam update-role', roleName(aws), `--max-session-duration ${longest(aws)}`),
			};
		case 'iam:PutRolePolicy':
		case 'iam:DeleteRolePolicy':
			return {title: texts.rolePolicy, lines: rolePolicy(call, aws, goal)};
		case 'iam:AttachRolePolicy':
		case 'iam:DetachRolePolicy':
			return {title: texts.managedPolicy, lines: attachedPolicy(call, change, aws)};
		case 'rolesanywhere:CreateProfile':
		case 'rolesanywhere:UpdateProfile':
			return {title: texts.profile, lines: rolesAnywhereProfile(call, aws, goal)};
		case 'rolesanywhere:EnableProfile':
			return {title: texts.profile, lines: enable('profile', '$profile_arn')};
		default:
			return change.kind === 'CLI profile' ? cliProfile(aws, goal) : undefined;
	}
}

function trustAnchor(call: string, {region, trustAnchor: {name}}: AwsGoal, {plan, ...goal}: AwsCliGoal): CommandBlock {
	const {anchorCertificates} = plan.known;
	const pem =
		anchorCertificates === undefined
			? [`certificates=$(cat ${shellWord(anchorFile(goal))})`]
			: variable('certificates', toAnchorPem(anchorCertificates).trimEnd());
	const shared = [
		`--name ${shellWord(name)}`,
		String.raw`--source "{\"sourceType\":\"CERTIFICATE_BUNDLE\",\"sourceData\":{\"x509CertificateData\":\"$certificates\"}}"`,
		`--region ${region}`,
	];
	const escaped = String.raw`certificates=$(printf '%s\n' "$certificates" | awk '{printf "%s\\n", $0}')`;
	return {
		title: texts.trustAnchor,
		lines: [
			...pem,
			escaped,
			...(call.includes(':Create')
				? keeping(
						'trust_anchor_arn',
						command(
							'aws rolesanywhere create-trust-anchor --enabled',
							...shared,
							`--tags ${shellWord(`key=${NAME_TAG},value=${goal.specification.name}`)}`,
							'--query trustAnchor.trustAnchorArn --output text',
						),
					)
				: command('aws rolesanywhere update-trust-anchor', idIn('trust-anchor', '$trust_anchor_arn'), ...shared)),
		],
	};
}

/** Where the certificate of an authority that is made here will lie. */
function anchorFile({specification: {issuer}, place}: Omit<AwsCliGoal, 'plan'>): string {
	if (issuer?.source !== 'new') {
		return issuer?.file ?? '';
	}

	const file = issuer.withIssuing ? issuerFiles.root : issuerFiles.certificate;
	return path.join(place.base, 'issuers', issuer.name, file);
}

function wholeTrust({specification, plan}: AwsCliGoal): string {
	const {endEntity} = plan.known;
	const known = {trustAnchorArn: ANCHOR_MARK, ...(endEntity && {endEntity})};
	return wantedTrust(trustGoalOf(specification), known, {accountId: plan.accountId ?? ''}).shown;
}

/** Of a role that others made, all other statements stay. */
function trustAfter({before = {}}: Change, goal: AwsCliGoal): string {
	const whole = wholeTrust(goal);
	const {name, aws} = goal.specification;
	const now = before['trustPolicy'];
	if (aws?.role.source !== 'existing' || now === undefined) {
		return whole;
	}

	const statement: unknown = JSON.parse(statementFor(name, whole).text);
	return withStatements(now, [...statementsOf(now), statement]);
}

function trustPolicy(policy: string): readonly string[] {
	const mark = `s|${ANCHOR_MARK}|$trust_anchor_arn|g`;
	return [`trust_policy=$(sed "${mark}" <<'END'`, policy, 'END', ')'];
}

function createRole(aws: AwsGoal, {specification: {name}}: AwsCliGoal): readonly string[] {
	return keeping(
		'role_arn',
		command(
			'aws iam create-role',
			roleName(aws),
			'--assume-role-policy-document "$trust_policy"',
			`--max-session-duration ${longest(aws)}`,
			`--description ${shellWord(`Made by anchorsmith for the set-up ${name}.`)}`,
			`--tags ${shellWord(`Key=${NAME_TAG},Value=${name}`)}`,
			'--query Role.Arn --output text',
		),
	);
}

function updateTrust(aws: AwsGoal): readonly string[] {
	return command('aws iam update-assume-role-policy', roleName(aws), '--policy-document "$trust_policy"');
}

function rolePolicy(call: string, aws: AwsGoal, {specification: {name}}: AwsCliGoal): readonly string[] {
	const which = [roleName(aws), `--policy-name ${shellWord(`anchorsmith-${name}`)}`];
	return call.includes(':Put')
		? [
				...variable('permissions', aws.permissions.inline ?? ''),
				...command('aws iam put-role-policy', ...which, '--policy-document "$permissions"'),
			]
		: command('aws iam delete-role-policy', ...which);
}

function attachedPolicy(call: string, {name}: Change, aws: AwsGoal): readonly string[] {
	const verb = call.includes(':Attach') ? 'attach' : 'detach';
	return command(`aws iam ${verb}-role-policy`, roleName(aws), `--policy-arn ${shellWord(arnOf(name))}`);
}

function rolesAnywhereProfile(
	call: string,
	{region, rolesAnywhereProfile: {name, durationSeconds, sessionPolicy}}: AwsGoal,
	{specification}: AwsCliGoal,
): readonly string[] {
	const shared = [
		`--name ${shellWord(name)}`,
		'--role-arns "$role_arn"',
		`--duration-seconds ${durationSeconds}`,
		...(sessionPolicy === undefined ? [] : ['--session-policy "$session_policy"']),
		`--region ${region}`,
	];
	return [
		...(sessionPolicy === undefined ? [] : variable('session_policy', sessionPolicy)),
		...(call.includes(':Create')
			? keeping(
					'profile_arn',
					command(
						'aws rolesanywhere create-profile --enabled',
						...shared,
						`--tags ${shellWord(`key=${NAME_TAG},value=${specification.name}`)}`,
						'--query profile.profileArn --output text',
					),
				)
			: command('aws rolesanywhere update-profile', idIn('profile', '$profile_arn'), ...shared)),
	];
}

function cliProfile({region}: AwsGoal, {specification, plan, place, helper}: AwsCliGoal): CommandBlock | undefined {
	const {cliProfile: goal, endEntity} = specification;
	const files = plan.known.endEntity?.files ?? filesOf(endEntity, place.base, specification);
	if (!goal || files?.privateKey === undefined) {
		return undefined;
	}

	const {certificate, privateKey, intermediates} = files;
	return {
		title: texts.cliProfile,
		lines: [
			...(place.isRehearsal ? [`export AWS_CONFIG_FILE=${shellWord(place.locations.config)}`] : []),
			...command(
				'anchorsmith configure',
				`--cli-profile ${shellWord(goal.name)}`,
				`--certificate ${shellWord(certificate)}`,
				`--private-key ${shellWord(privateKey)}`,
				...(intermediates === undefined ? [] : [`--intermediates ${shellWord(intermediates)}`]),
				'--trust-anchor-arn "$trust_anchor_arn"',
				'--profile-arn "$profile_arn"',
				'--role-arn "$role_arn"',
				`--session-duration ${goal.durationSeconds}`,
				`--region ${region}`,
				`--helper ${helper}`,
				...(place.isRehearsal ? ['--endpoint "$AWS_ENDPOINT_URL"'] : []),
			),
			`aws sts get-caller-identity --profile ${shellWord(goal.name)}`,
		],
	};
}

function filesOf(endEntity: Specification['endEntity'], base: string, {issuer}: Specification) {
	if (endEntity?.source !== 'new') {
		return undefined;
	}

	const file = (of: keyof typeof endEntityFiles) => path.join(base, 'certificates', endEntity.name, endEntityFiles[of]);
	const hasChain = issuer?.source === 'new' && issuer.withIssuing;
	return {
		certificate: file('certificate'),
		privateKey: file('privateKey'),
		intermediates: hasChain ? file('chain') : undefined,
	};
}

function longest({role, rolesAnywhereProfile: {durationSeconds}}: AwsGoal): number {
	return role.source === 'new' ? role.maxSessionDuration : durationSeconds;
}

function roleName({role}: AwsGoal): string {
	return `--role-name ${shellWord(role.name)}`;
}

function enable(noun: string, arn: string): readonly string[] {
	return command(`aws rolesanywhere enable-${noun}`, idIn(noun, arn));
}

/** The id is what follows the last slash of an ARN. */
function idIn(noun: string, arn: string): string {
	return `--${noun}-id "\${${arn.slice(1)}##*/}"`;
}

/** A variable that gets what a command prints. */
function keeping(name: string, [first = '', ...others]: readonly string[]): readonly string[] {
	const lines = [`${name}=$(${first}`, ...others];
	return [...lines.slice(0, -1), `${lines.at(-1) ?? ''})`];
}
