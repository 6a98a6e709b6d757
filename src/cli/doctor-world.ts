import type {DoctorWorld} from '../doctor/guide/doctor-world.ts';
import {asCalled} from './called-as.ts';
import type {CommandContext} from './context.ts';

/** What troubleshooting with a person needs of the world. */
export function doctorWorld(context: CommandContext): DoctorWorld {
	return {
		async surround(options) {
			const {doctorSurroundings} = await import('./doctor-surroundings.ts');
			return doctorSurroundings(options, context);
		},
		asCalled: text => asCalled(text, context.calledAs()),
	};
}
