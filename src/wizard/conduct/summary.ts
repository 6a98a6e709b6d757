import path from 'node:path';
import type {EndEntityFiles} from '../../setup/known.ts';
import type {SetupPlace} from '../../setup/place.ts';
import type {Plan} from '../../setup/planner.ts';
import type {Proof} from '../../setup/prove.ts';
import {shellWord} from '../../shell-word.ts';
import {type HandOver, type HandOverParts, handOversOf} from './hand-over.ts';

/** A set-up that is there: what it is, how to check it, how to undo it, and what others need from it. */
export interface SetupSummary {
	readonly setup: string;
	readonly plan: Plan;
	/** Where the trust anchor and the Roles Anywhere profile are. */
	readonly region?: string;
	readonly trustAnchorArn?: string;
	readonly roleArn?: string;
	readonly profileArn?: string;
	/** The certificate of an authority that is used or was made here. */
	readonly issuerCertificate?: string;
	readonly files?: EndEntityFiles;
	/** A request that waits for its certificate. */
	readonly requestFile?: string;
	readonly cliProfile?: {readonly name: string; readonly file: string};
	readonly proof?: Proof;
	/** What the others of the three persons need; empty when all is done. */
	readonly handOvers: readonly HandOver[];
	/** A command that shows the same identity. */
	readonly check?: string;
	/** What to type; it begins with `anchorsmith`. */
	readonly undo: string;
}

/** What a summary is made from. */
export interface SummaryParts extends HandOverParts {
	readonly place: SetupPlace;
	readonly plan: Plan;
	readonly proof: Proof | undefined;
	readonly undo: string;
	readonly env: Readonly<Record<string, string | undefined>>;
}

/** Sums up what stands. */
export function summarise(parts: SummaryParts): SetupSummary {
	const {specification, place, plan, known, proof, undo} = parts;
	const {trustAnchorArn, roleArn, rolesAnywhereProfileArn: profileArn, anchorFile, endEntity, requestFile} = known;
	const {cliProfile} = specification;
	return {
		setup: specification.name,
		plan,
		...(plan.region !== undefined && {region: plan.region}),
		...(trustAnchorArn !== undefined && {trustAnchorArn}),
		...(roleArn !== undefined && {roleArn}),
		...(profileArn !== undefined && {profileArn}),
		...(anchorFile !== undefined && {issuerCertificate: anchorFile}),
		...(endEntity && {files: endEntity.files}),
		...(requestFile !== undefined && {requestFile}),
		...(cliProfile && {
			cliProfile: {name: cliProfile.name, file: place.locations.config},
			check: checkCommand(cliProfile.name, parts),
		}),
		...(proof && {proof}),
		handOvers: handOversOf(parts),
		undo,
	};
}

/** A rehearsal that was served by this very process must be started again to answer. */
function checkCommand(cliProfile: string, {place, env}: Pick<SummaryParts, 'place' | 'env'>): string {
	const ask = `aws sts get-caller-identity --profile ${cliProfile}`;
	const {config} = place.locations;
	const isElsewhere = place.isRehearsal || env['AWS_CONFIG_FILE'] !== undefined;
	const file = isElsewhere ? `AWS_CONFIG_FILE=${shellWord(config)} ` : '';
	return place.isRehearsal && !env['ANCHORSMITH_REHEARSAL']
		? `${file}anchorsmith rehearse --state ${shellWord(path.join(place.base, 'state'))} -- ${ask}`
		: `${file}${ask}`;
}
