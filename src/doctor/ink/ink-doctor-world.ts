import type {Stage} from '../../ui/stage.tsx';
import type {Terminal} from '../../ui/terminal.ts';
import type {Surroundings} from '../gather/surroundings.ts';
import type {DoctorWorld} from '../guide/doctor-world.ts';

/** What the screens need of the world. */
export interface InkDoctorWorld extends DoctorWorld {
	readonly terminal: Terminal;
	readonly color: 'auto' | 'always' | 'never';
	readonly surroundings: Pick<Surroundings, 'env' | 'platform' | 'signal' | 'now' | 'workingDirectory'>;
}

/** What the screens need once the stage is set, whoever set it. */
export interface DoctorOnStage extends DoctorWorld, Pick<InkDoctorWorld, 'surroundings'> {
	readonly stage: Stage;
}
