import type {ProgramRun} from '../../doctor/evidence/command.ts';
import type {CredentialProcessSubject} from '../credential-process-subject.ts';

/** What came of the run, when the program could be started. */
export function runOf({run}: CredentialProcessSubject): ProgramRun | undefined {
	return run.state === 'seen' ? run.value : undefined;
}

/** What it printed, when it ended well: clients look at nothing else. */
export function outputOf(subject: CredentialProcessSubject): ProgramRun['output'] | undefined {
	const run = runOf(subject);
	return run?.exit === 0 ? run.output : undefined;
}

/** What it printed, when it ended well and that was JSON. */
export function jsonOf(subject: CredentialProcessSubject): Extract<ProgramRun['output'], {kind: 'json'}> | undefined {
	const output = outputOf(subject);
	return output?.kind === 'json' ? output : undefined;
}

/** True when it was tried to start it. */
export function wasTried({run}: CredentialProcessSubject): boolean {
	return run.state === 'seen' || (run.state === 'unseen' && (run.why === 'failed' || run.why === 'denied'));
}
