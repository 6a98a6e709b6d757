import path from 'node:path';
import {parseArn} from '../../aws/arn.ts';
import {createRolesAnywhere} from '../../aws/roles-anywhere.ts';
import type {RolesAnywhereProfileDetail} from '../../aws/roles-anywhere-shapes.ts';
import {ExpectedError} from '../../errors.ts';
import {printable} from '../../printable.ts';
import type {ResourceKind} from '../../setup/change.ts';
import {type Facts, Journal} from '../../setup/journal.ts';
import {isSamePolicy} from '../../setup/policy-json.ts';
import {type AwsCommands, awsCommands} from './aws-commands.ts';
import type {Mend} from './mend.ts';
import type {MendMeans} from './mend-means.ts';

/** A mend that changes something at AWS. */
export type AwsMend = Mend & {readonly kind: 'trust-policy' | 'enable' | 'profile-roles' | 'map-attributes'};

/**
 * Makes one change at AWS, in a journal before and after.
 *
 * @throws {ExpectedError} `SETUP_CHANGED` when what is there is no longer what was seen; `AWS_REFUSED`, and what else calls
 * to AWS throw. Nothing was changed then.
 */
export async function applyAtAws(mend: AwsMend, means: MendMeans): Promise<readonly string[]> {
	const commands = awsCommands({adminProfile: means.options.adminProfile});
	switch (mend.kind) {
		case 'trust-policy':
			return changeTrustPolicy(mend, means, commands);
		case 'enable':
			return enable(mend.arn, means, commands);
		case 'profile-roles':
			return changeRoles(mend, means, commands);
		case 'map-attributes':
			return changeMapping(mend, means, commands);
	}
}

async function changeTrustPolicy(
	{roleArn, before, policy, region}: AwsMend & {readonly kind: 'trust-policy'},
	means: MendMeans,
	commands: AwsCommands,
): Promise<readonly string[]> {
	const {createIam} = await import('../../aws/iam.ts');
	const {reader, writer} = createIam(means.administer(region));
	const name = roleArn.slice(roleArn.lastIndexOf('/') + 1);
	const role = await reader.findRole(name);
	if (role?.arn !== roleArn || !isSamePolicy(role.trustPolicy, before)) {
		throw changed(`The trust policy of ${printable(roleArn)}`);
	}

	await journalled({
		means,
		kind: 'role',
		name,
		before: {arn: roleArn, trustPolicy: before},
		goal: {arn: roleArn, trustPolicy: policy},
		work: () => writer.updateTrustPolicy(name, policy),
	});
	return [
		`Changed the trust policy of ${printable(roleArn)}. It may take some seconds until that is known everywhere.`,
		`Undo it: ${commands.updateTrustPolicy(roleArn, before)}`,
	];
}

async function enable(arn: string, means: MendMeans, commands: AwsCommands): Promise<readonly string[]> {
	const {region, id, isAnchor} = partsOf(arn);
	const {writer} = createRolesAnywhere(means.administer(region));
	await journalled({
		means,
		kind: isAnchor ? 'trust anchor' : 'Roles Anywhere profile',
		name: id,
		before: {arn, enabled: 'no'},
		goal: {arn, enabled: 'yes'},
		async work() {
			const {isEnabled} = await (isAnchor ? writer.enableTrustAnchor(id) : writer.enableProfile(id));
			if (!isEnabled) {
				throw new ExpectedError('AWS_REFUSED', `${printable(arn)} stays disabled.`, {
					next: ['Enable it in the console, then look again: anchorsmith doctor'],
				});
			}
		},
	});
	return [`Enabled ${printable(arn)}.`, `Undo it: ${commands.disable(arn)}`];
}

async function changeRoles(
	{profileArn, before, roleArns}: AwsMend & {readonly kind: 'profile-roles'},
	means: MendMeans,
	commands: AwsCommands,
): Promise<readonly string[]> {
	const {profile, writer} = await openProfile(profileArn, means);
	if (profile.roleArns.join(' ') !== before.join(' ')) {
		throw changed(`The list of roles of ${printable(profileArn)}`);
	}

	await journalled({
		means,
		kind: 'Roles Anywhere profile',
		name: profile.id,
		before: {arn: profileArn, roles: before.join(' ')},
		goal: {arn: profileArn, roles: roleArns.join(' ')},
		async work() {
			const {name, durationSeconds} = profile;
			await writer.updateProfile(profile.id, {name, durationSeconds, roleArns});
		},
	});
	return [
		`${printable(profileArn)} now lists ${roleArns.map(printable).join(', ')}.`,
		`Undo it: ${commands.updateRoles(profileArn, before)}`,
	];
}

async function changeMapping(
	{profileArn, before, goal}: AwsMend & {readonly kind: 'map-attributes'},
	means: MendMeans,
	commands: AwsCommands,
): Promise<readonly string[]> {
	const {profile, writer} = await openProfile(profileArn, means);
	const now = profile.attributeMappings
		.filter(({certificateField}) => certificateField === goal.certificateField)
		.flatMap(({specifiers}) => specifiers);
	if (now.toSorted().join(' ') !== before.specifiers.toSorted().join(' ')) {
		throw changed(`What ${printable(profileArn)} maps to session tags`);
	}

	await journalled({
		means,
		kind: 'Roles Anywhere profile',
		name: profile.id,
		before: {arn: profileArn, [goal.certificateField]: before.specifiers.join(' ')},
		goal: {arn: profileArn, [goal.certificateField]: goal.specifiers.join(' ')},
		work: () => writer.putAttributeMapping(profile.id, goal),
	});
	return [
		`${printable(profileArn)} now maps ${goal.specifiers.map(printable).join(', ')} of ${goal.certificateField}.`,
		`Undo it: ${commands.mapAttributes(profileArn, goal, before)}`,
	];
}

async function openProfile(
	arn: string,
	means: MendMeans,
): Promise<{
	readonly profile: RolesAnywhereProfileDetail;
	readonly writer: ReturnType<typeof createRolesAnywhere>['writer'];
}> {
	const {region, id} = partsOf(arn);
	const {reader, writer} = createRolesAnywhere(means.administer(region));
	const profile = await reader.findProfile(id);
	if (profile?.arn !== arn) {
		throw changed(`The Roles Anywhere profile ${printable(arn)}`);
	}

	return {profile, writer};
}

interface Step {
	readonly means: MendMeans;
	readonly kind: ResourceKind;
	readonly name: string;
	readonly before: Facts;
	readonly goal: Facts;
	work(): Promise<void>;
}

async function journalled({means, work, ...step}: Step): Promise<void> {
	const file = path.join(means.stateDirectory(), 'doctor', 'journal.jsonl');
	const journal = await Journal.read(file, means.now);
	const intent = await journal.intend({...step, action: 'update'});
	try {
		await work();
	} catch (error) {
		if (error instanceof ExpectedError && error.code === 'AWS_REFUSED') {
			await journal.drop(intent);
		}

		throw error;
	}

	await journal.settle(intent, step.goal);
}

function partsOf(arn: string): {readonly region: string; readonly id: string; readonly isAnchor: boolean} {
	const parsed = parseArn(arn);
	if (!parsed.ok) {
		throw new ExpectedError('ARN_INVALID', `"${printable(arn)}" ${parsed.problem}.`, {
			next: ['Look again: anchorsmith doctor'],
		});
	}

	const {region, resource} = parsed.value;
	return {region, id: resource.slice(resource.lastIndexOf('/') + 1), isAnchor: resource.startsWith('trust-anchor/')};
}

function changed(what: string): ExpectedError {
	return new ExpectedError('SETUP_CHANGED', `${what} is no longer as it was looked at, so it is left alone.`, {
		next: ['Look again: anchorsmith doctor'],
	});
}
