import type {CommandEvidence} from '../doctor/evidence/command.ts';
import type {ConfigEvidence} from '../doctor/evidence/config.ts';
import type {FilesEvidence} from '../doctor/evidence/files.ts';
import type {HostEvidence} from '../doctor/evidence/host.ts';
import type {Look} from '../doctor/evidence/look.ts';

/** What the rules on the machine and its user judge: whether what is needed is there, and theirs to read. */
export interface HostSubject {
	readonly host: HostEvidence;
	readonly config: ConfigEvidence;
	readonly command: Look<CommandEvidence>;
	readonly files: FilesEvidence;
}
