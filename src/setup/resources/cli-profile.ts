import {parseJson} from '../../aws/answer-reader.ts';
import {type ConfigChange, parseConfigChange} from '../../config-file/change.ts';
import type {CliProfileGoal, CliProfilePlan} from '../../config-file/configure.ts';
import {credentialProcessArguments} from '../../config-file/credential-process.ts';
import {undoBlock} from '../../config-file/undo.ts';
import {ExpectedError} from '../../errors.ts';
import {printable} from '../../printable.ts';
import {type Change, KNOWN_AFTER_APPLY} from '../change.ts';
import type {Facts} from '../journal.ts';
import type {Known} from '../known.ts';
import {defineResource, gone, keep, type PlanContext, type Undo} from '../resource.ts';
import type {CliProfileSpec} from '../specification.ts';

const KIND = 'CLI profile';

/** Stands in an ARN for an id that only applying tells. */
const NO_ID = '00000000-0000-4000-8000-000000000000';

export default defineResource({
	kind: KIND,

	async plan(context) {
		const {specification, reader, known} = context;
		if (!specification.cliProfile) {
			return {};
		}

		const {name} = specification.cliProfile;
		const plan = await reader.config.plan(goalOf(context, known));
		const isRehearsal = reader.consumerEndpoint !== undefined;
		const warnings = plan.findings
			// A rehearsal sets these variables itself.
			.filter(({rule}) => !(isRehearsal && rule === 'config-environment'))
			.map(({message, fix}) => `${printable(message)} ${printable(fix)}`);
		return plan.change === 'none'
			? {unchanged: [{kind: KIND, name, note: `already in ${reader.config.file}`}], warnings}
			: {changes: [writing(plan, context)], warnings};
	},

	async recover(intent, {reader}) {
		const change = changeIn(intent.goal);
		return change && (await standsThere(change, reader)) ? intent.goal : undefined;
	},

	async planUndo({after}, {reader}) {
		const change = changeIn(after);
		if (!change) {
			return keep('the journal does not say how it was');
		}

		const text = await reader.config.read(change.path);
		return planTakingBack(change, text);
	},
});

function planTakingBack(change: ConfigChange, text: string): Undo {
	try {
		if (undoBlock(text, change.block) === text) {
			return gone();
		}
	} catch (error) {
		if (error instanceof ExpectedError) {
			return keep('its block was changed since');
		}

		throw error;
	}

	return {
		action: change.block.before === null ? 'delete' : 'restore',
		note: `in ${change.path}; every other byte stays`,
		calls: [],
		async apply(writer) {
			await writer.config.undo(JSON.stringify(change));
		},
	};
}

function writing(plan: CliProfilePlan, context: PlanContext): Change {
	const {specification, reader, journal, known: knownNow} = context;
	const {name} = cliProfileOf(specification);
	const isComplete = hasAllArns(knownNow);
	const before = journal.find(KIND, name)?.after;
	const factsAfter = ({record}: CliProfilePlan) => (record ? factsOf(merged(before, record)) : (before ?? {}));
	return {
		kind: KIND,
		name,
		action: plan.change === 'create' ? 'create' : 'update',
		details: Object.entries(plan.settings).map(([what, value]) => ({
			what,
			after: printable(isComplete ? String(value) : String(value).replace(/arn:\S+0{8}-\S+/g, KNOWN_AFTER_APPLY)),
		})),
		calls: [],
		files: [{path: reader.config.file, mode: 0o600}],
		goal: async known => factsAfter(await reader.config.plan(goalOf(context, known))),
		async apply(writer, known) {
			const planned = await reader.config.plan(goalOf(context, known));
			await writer.config.apply(planned);
			return {known, facts: factsAfter(planned)};
		},
	};
}

function goalOf({specification, reader}: PlanContext, known: Known): CliProfileGoal {
	const {partition, region, accountId} = reader;
	const files = known.endEntity?.files ?? filesToBe({specification, reader});
	const {name, durationSeconds} = cliProfileOf(specification);
	return {
		cliProfile: name,
		command: credentialProcessArguments({
			helper: reader.helper.kind,
			program: reader.helper.program,
			certificate: files.certificate,
			privateKey: files.privateKey ?? '',
			intermediates: files.intermediates,
			passphraseFile: files.passphraseFile,
			trustAnchorArn:
				known.trustAnchorArn ?? `arn:${partition}:rolesanywhere:${region}:${accountId}:trust-anchor/${NO_ID}`,
			profileArn:
				known.rolesAnywhereProfileArn ?? `arn:${partition}:rolesanywhere:${region}:${accountId}:profile/${NO_ID}`,
			roleArn: known.roleArn ?? `arn:${partition}:iam::${accountId}:role/${NO_ID}`,
			sessionDuration: durationSeconds === 3600 ? undefined : durationSeconds,
			endpoint: reader.sessionEndpoint,
			home: reader.helper.home,
		}),
		region,
		endpoint: reader.consumerEndpoint,
	};
}

/** Where a certificate that is still to be issued will lie. */
function filesToBe({specification: {endEntity, issuer}, reader}: Pick<PlanContext, 'specification' | 'reader'>) {
	if (endEntity?.source !== 'new') {
		throw new Error('a CLI profile is planned for no certificate');
	}

	const hasChain = issuer?.source === 'new' && issuer.withIssuing;
	const paths = reader.keys.filesOfEndEntity(endEntity.name, {hasChain, hasKey: true}).map(({path}) => path);
	const named = (name: string) => paths.find(path => path.endsWith(name));
	return {
		certificate: named('certificate.pem') ?? '',
		privateKey: named('private-key.pem') ?? '',
		intermediates: named('chain.pem'),
		passphraseFile: undefined,
	};
}

function cliProfileOf({cliProfile}: PlanContext['specification']): CliProfileSpec {
	if (!cliProfile) {
		throw new Error('this part of a set-up has no CLI profile');
	}

	return cliProfile;
}

function hasAllArns({trustAnchorArn, roleArn, rolesAnywhereProfileArn}: Known): boolean {
	return trustAnchorArn !== undefined && roleArn !== undefined && rolesAnywhereProfileArn !== undefined;
}

async function standsThere(change: ConfigChange, {config}: PlanContext['reader']): Promise<boolean> {
	const text = await config.read(change.path);
	try {
		return undoBlock(text, change.block) !== text;
	} catch {
		return false;
	}
}

/** Two changes to one block as one: as it was before the first, as it is after the second. */
function merged(before: Facts | undefined, change: ConfigChange): ConfigChange {
	const first = before && changeIn(before);
	return first && first.path === change.path && first.block.after === change.block.before
		? {...first, block: {...first.block, after: change.block.after}}
		: change;
}

function factsOf(change: ConfigChange): Facts {
	return {change: JSON.stringify(change)};
}

function changeIn(facts: Facts): ConfigChange | undefined {
	const parsed = parseConfigChange(parseJson(facts['change'] ?? ''));
	return parsed.ok ? parsed.value : undefined;
}
