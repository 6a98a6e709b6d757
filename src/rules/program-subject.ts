import type {CommandEvidence} from '../doctor/evidence/command.ts';
import type {HostEvidence} from '../doctor/evidence/host.ts';

/** What the rules on the program of a credential process judge: the program, the words that it gets, and where it is to run. */
export interface ProgramSubject {
	readonly command: CommandEvidence;
	readonly host: HostEvidence;
}
