import {onStage} from '../../ui/on-stage.ts';
import {busyScreen} from '../../ui/screens/busy-screen.ts';
import {themeFor} from '../../ui/theme.ts';
import type {GatherOptions} from '../gather/surroundings.ts';
import type {DoctorEnd} from '../guide/doctor-world.ts';
import {interruption} from '../guide/interruption.ts';
import {doctor as texts} from '../texts/en.ts';
import type {DoctorFlow} from './doctor-flow.ts';
import {doctorView} from './doctor-view.ts';
import type {InkDoctorWorld} from './ink-doctor-world.ts';

/**
 * Troubleshoots with a person on the alternate screen of the terminal. The first screen is there at once; what looks and
 * judges is loaded behind it.
 *
 * @param options - What was typed; what is left open is asked for.
 * @throws {ExpectedError} `INTERRUPTED`. The terminal is restored by then.
 */
export async function runInkDoctor(world: InkDoctorWorld, options: GatherOptions): Promise<DoctorEnd> {
	const {terminal, color, surroundings} = world;
	const {env, platform, signal, now} = surroundings;
	let flow: DoctorFlow | undefined;
	return onStage<DoctorEnd>(
		{
			terminal,
			theme: themeFor(env, platform, color),
			signal,
			interruption: () => interruption(),
		},
		busyScreen(texts.opening, now, view => doctorView(options.cliProfile, view)),
		(stage, end) => ({
			act: () => flow,
			begin: async () => {
				const {DoctorFlow: Flow} = await import('./doctor-flow.ts');
				flow = new Flow({...world, stage}, options, end);
				await flow.begin();
			},
		}),
	);
}
