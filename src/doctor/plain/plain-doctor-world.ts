import type {LinePrompt} from '../../ui/lines/line-prompt.ts';
import type {DoctorWorld} from '../guide/doctor-world.ts';

/** What asking line by line needs of the world. */
export interface PlainDoctorWorld extends DoctorWorld {
	readonly prompt: LinePrompt;
	readonly workingDirectory: string;
	readonly now: () => Date;
}
