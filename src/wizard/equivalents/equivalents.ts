import {createFile} from '../../files/create.ts';
import type {SetupPlace} from '../../setup/place.ts';
import type {Plan} from '../../setup/planner.ts';
import type {Specification} from '../../setup/specification.ts';
import type {Answers} from '../answers.ts';
import {equivalents as texts} from '../texts/en.ts';
import {awsCliCommands} from './aws-cli-commands.ts';
import {type CommandBlock, scriptOf} from './command-block.ts';
import {opensslCommands} from './openssl-commands.ts';
import {ownCommands} from './own-commands.ts';

export type {CommandBlock} from './command-block.ts';

/** What is to be done, as it was reviewed. */
export interface PlannedSetup {
	/** Those that were given. */
	readonly answers: Answers;
	readonly specification: Specification;
	readonly plan: Plan;
	readonly place: SetupPlace;
	/** The state folder, when it is not the usual one. */
	readonly home?: string | undefined;
}

/** Commands that would do the same. Secrets are in none of them; all text is safe to show. */
export interface Equivalents {
	/** This program's own line. */
	readonly own: readonly CommandBlock[];
	/** What makes the same authority and certificate; empty when none is made. */
	readonly openssl: readonly CommandBlock[];
	/** What registers the same at AWS; empty when nothing is. */
	readonly awsCli: readonly CommandBlock[];
	/** OpenSSL and the AWS CLI in one script for a POSIX shell; this program's own line where they have nothing to do. */
	readonly script: string;
}

/** The commands for a plan, before it is applied. Pure. */
export function equivalentsOf({answers, specification, plan, place, home}: PlannedSetup): Equivalents {
	const makes = (kind: string) => plan.changes.some(change => change.kind === kind);
	const {issuer, endEntity} = specification;
	const own = ownCommands(answers, {home});
	const openssl = opensslCommands({
		issuer,
		endEntity: makes('certificate') || makes('certificate request') ? endEntity : undefined,
		isIssuerThere: !makes('issuer'),
		passphrase: answers.passphrase,
		base: place.base,
	});
	const awsCli = awsCliCommands({specification, plan, place, helper: answers.helper ?? 'own'});
	const blocks = [...openssl, ...awsCli];
	const note = place.isRehearsal ? [{title: texts.rehearsal, lines: []}] : [];
	return {
		own,
		openssl,
		awsCli,
		script: scriptOf(texts.scriptOf(specification.name), blocks.length === 0 ? own : [...note, ...blocks]),
	};
}

/**
 * Writes a script to a file that must not exist, for its owner alone to read and to run.
 *
 * @throws {ExpectedError} `FILE_EXISTS`, `FILE_MISSING`, `FILE_UNWRITABLE`, `DISK_FULL`.
 */
export async function writeScript(file: string, script: string): Promise<void> {
	await createFile(file, script, {mode: 0o700});
}
