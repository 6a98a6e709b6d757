import type {AccountEvidence} from './account.ts';
import type {LiveAnswer, RecordedError} from './answer.ts';
import type {CommandEvidence} from './command.ts';
import type {ConfigEvidence} from './config.ts';
import type {FilesEvidence} from './files.ts';
import type {HostEvidence} from './host.ts';
import type {Look} from './look.ts';
import type {NetworkEvidence} from './network.ts';

/** The name and version of what a bundle holds. */
export const EVIDENCE_FORMAT = 'anchorsmith/evidence/1';

/**
 * Everything that was seen, and what could not be: plain JSON without anything secret, so that judging it elsewhere comes
 * to the same. Gathering it judges nothing.
 */
export interface Evidence {
	readonly format: typeof EVIDENCE_FORMAT;
	/** When it was gathered, by this machine's clock: ISO 8601. */
	readonly at: string;
	/** Whose credentials are asked about. */
	readonly cliProfile: {
		readonly name: string;
		/** A flag, a variable such as `AWS_PROFILE`, that it is the only one with a helper, or that nothing was said. */
		readonly chosenBy: 'flag' | 'environment' | 'only-one' | 'usual';
	};
	/** The message of an error that the person met, as they gave it. */
	readonly told?: string;
	readonly host: HostEvidence;
	readonly config: ConfigEvidence;
	readonly command: Look<CommandEvidence>;
	readonly files: FilesEvidence;
	readonly network: NetworkEvidence;
	readonly account: AccountEvidence;
	readonly live: Look<LiveAnswer>;
	readonly lastError: Look<RecordedError>;
}

/** One part of the evidence, under its own name. */
export type EvidencePart = 'host' | 'config' | 'command' | 'files' | 'network' | 'account' | 'live' | 'lastError';
