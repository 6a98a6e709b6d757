import path from 'node:path';
import type {EndEntityFiles, Known} from '../../setup/known.ts';
import type {SetupPlace} from '../../setup/place.ts';
import type {Plan} from '../../setup/planner.ts';
import type {Proof} from '../../setup/prove.ts';
import type {Specification} from '../../setup/specification.ts';
import {shellWord} from '../../shell-word.ts';

/** A set-up that is there: what it is, how to check it, and how to undo it. Commands begin with `anchorsmith`. */
export interface SetupSummary {
	readonly setup: string;
	readonly plan: Plan;
	readonly trustAnchorArn?: string;
	readonly roleArn?: string;
	readonly profileArn?: string;
	readonly files?: EndEntityFiles;
	readonly cliProfile?: {readonly name: string; readonly file: string};
	readonly proof?: Proof;
	/** A command that shows the same identity. */
	readonly check?: string;
	readonly undo: string;
}

/** What a summary is made from. */
export interface SummaryParts {
	readonly specification: Specification;
	readonly place: SetupPlace;
	readonly plan: Plan;
	readonly known: Known;
	readonly proof: Proof | undefined;
	readonly undo: string;
	readonly env: Readonly<Record<string, string | undefined>>;
}

/** Sums up what stands. */
export function summarise(parts: SummaryParts): SetupSummary {
	const {specification, place, plan, known, proof, undo} = parts;
	const {trustAnchorArn, roleArn, rolesAnywhereProfileArn: profileArn, endEntity} = known;
	return {
		setup: specification.name,
		plan,
		...(trustAnchorArn !== undefined && {trustAnchorArn}),
		...(roleArn !== undefined && {roleArn}),
		...(profileArn !== undefined && {profileArn}),
		...(endEntity && {files: endEntity.files}),
		cliProfile: {name: specification.cliProfile.name, file: place.locations.config},
		...(proof && {proof}),
		check: checkCommand(parts),
		undo,
	};
}

/** A rehearsal that was served by this very process must be started again to answer. */
function checkCommand({place, specification, env}: SummaryParts): string {
	const ask = `aws sts get-caller-identity --profile ${specification.cliProfile.name}`;
	const {config} = place.locations;
	const isElsewhere = place.isRehearsal || env['AWS_CONFIG_FILE'] !== undefined;
	const file = isElsewhere ? `AWS_CONFIG_FILE=${shellWord(config)} ` : '';
	return place.isRehearsal && !env['ANCHORSMITH_REHEARSAL']
		? `${file}anchorsmith rehearse --state ${shellWord(path.join(place.base, 'state'))} -- ${ask}`
		: `${file}${ask}`;
}
