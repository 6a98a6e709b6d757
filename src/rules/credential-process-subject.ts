import type {ProgramRun} from '../doctor/evidence/command.ts';
import type {Look} from '../doctor/evidence/look.ts';

/** What the rules on the run of a credential process judge. */
export interface CredentialProcessSubject {
	readonly run: Look<ProgramRun>;
	/** When it was run, by this machine's clock. */
	readonly at: Date;
}
