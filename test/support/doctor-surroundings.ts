import {randomBytes} from 'node:crypto';
import path from 'node:path';
import {setTimeout} from 'node:timers/promises';
import type {Surroundings} from '../../src/doctor/gather/surroundings.ts';
import {ExpectedError} from '../../src/errors.ts';

/** The world as looks of doctor find it: this machine, an environment of its own, nobody who administers anything. */
export function surroundingsForTest(differsBy: Partial<Surroundings> = {}): Surroundings {
	const homeless = (): never => {
		throw new ExpectedError('HOME_MISSING', 'There is no home folder.', {next: ['Set HOME.']});
	};
	const signal = differsBy.signal ?? new AbortController().signal;
	return {
		options: {isOffline: false},
		env: {},
		platform: process.platform,
		architecture: process.arch,
		workingDirectory: process.cwd(),
		program: [process.execPath, path.resolve('dist/main.js')],
		userHome: homeless,
		stateDirectory: homeless,
		now: () => new Date(),
		randomBytes: count => randomBytes(count),
		sleep: milliseconds => setTimeout(milliseconds, undefined, {signal}),
		signal,
		administer: () => {
			throw new Error('nobody administers the account in this test');
		},
		...differsBy,
	};
}
