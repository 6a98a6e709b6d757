import path from 'node:path';
import {printable} from '../printable.ts';
import {planJson} from '../report/setup-plan.ts';
import {type Known, must} from '../setup/known.ts';
import type {Plan} from '../setup/planner.ts';
import type {Proof} from '../setup/prove.ts';
import type {Specification} from '../setup/specification.ts';
import type {Json} from './command.ts';
import type {CommandContext} from './context.ts';
import {placeFlags, type SetupPlace, shellWord} from './setup-place.ts';

/** A set-up that is there and proven. */
export interface DoneSetup {
	readonly plan: Plan;
	readonly known: Known;
	readonly proof: Proof;
	readonly place: SetupPlace;
	readonly specification: Specification;
	readonly context: CommandContext;
}

/** What was done, how to check it, and how to undo it. */
export function setupText(done: DoneSetup): string {
	const {plan, known, proof, place, specification, context} = done;
	const {files} = must(known, 'endEntity');
	return [
		plan.changes.length === 0
			? `Nothing to change: the set-up ${specification.name} is as it should be.`
			: `The set-up ${specification.name} is done: ${plan.changes.length} changes made.`,
		'',
		`  Trust anchor            ${must(known, 'trustAnchorArn')}`,
		`  Role                    ${must(known, 'roleArn')}`,
		`  Roles Anywhere profile  ${must(known, 'rolesAnywhereProfileArn')}`,
		`  Certificate             ${printable(files.certificate)}`,
		`  Private key             ${printable(files.privateKey)}`,
		`  AWS CLI profile         ${specification.cliProfile.name} in ${printable(place.locations.config)}`,
		'',
		'Proof, through that profile as any program would use it:',
		`  Identity         ${printable(proof.arn)}`,
		`  Source identity  ${printable(proof.sourceIdentity)}`,
		`  Valid until      ${proof.expiration.toISOString()}`,
		'',
		'Check it yourself:',
		`  ${checkCommand(done)}`,
		'Undo it:',
		`  anchorsmith destroy ${placeFlags(specification.name, place, context)}`,
		'',
	].join('\n');
}

/** The same for the `--json` envelope. */
export function setupJson(done: DoneSetup): Json {
	const {plan, known, proof, place, specification, context} = done;
	const {files} = must(known, 'endEntity');
	return {
		...planJson(plan),
		applied: true,
		trustAnchorArn: must(known, 'trustAnchorArn'),
		roleArn: must(known, 'roleArn'),
		profileArn: must(known, 'rolesAnywhereProfileArn'),
		certificate: files.certificate,
		privateKey: files.privateKey,
		configFile: place.locations.config,
		cliProfile: specification.cliProfile.name,
		proof: {
			arn: proof.arn,
			accountId: proof.accountId,
			sourceIdentity: proof.sourceIdentity,
			expiration: proof.expiration.toISOString(),
		},
		check: checkCommand(done),
		undo: `anchorsmith destroy ${placeFlags(specification.name, place, context)}`,
	};
}

/** A rehearsal that was served by this very process must be started again to answer. */
function checkCommand({place, specification, context}: DoneSetup): string {
	const ask = `aws sts get-caller-identity --profile ${specification.cliProfile.name}`;
	const {config} = place.locations;
	const isElsewhere = place.isRehearsal || context.env['AWS_CONFIG_FILE'] !== undefined;
	const file = isElsewhere ? `AWS_CONFIG_FILE=${shellWord(config)} ` : '';
	return place.isRehearsal && !context.env['ANCHORSMITH_REHEARSAL']
		? `${file}anchorsmith rehearse --state ${shellWord(path.join(place.base, 'state'))} -- ${ask}`
		: `${file}${ask}`;
}
