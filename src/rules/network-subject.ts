import type {CommandEvidence} from '../doctor/evidence/command.ts';
import type {NetworkEvidence} from '../doctor/evidence/network.ts';

/** What the rules on the way to the service judge. */
export interface NetworkSubject {
	readonly network: NetworkEvidence;
	/** What is run for credentials; absent when that was not seen. */
	readonly command?: Pick<CommandEvidence, 'order' | 'program' | 'words' | 'run'>;
}
