import {ExpectedError} from '../../errors.ts';
import type {MendedThing} from '../../report/doctor-text.ts';
import {doctor as texts} from '../texts/en.ts';

/** Why it ends when somebody interrupts it between changes. */
export function interruption(mended: readonly MendedThing[] = [], cause?: unknown): ExpectedError {
	return mended.length === 0
		? new ExpectedError('INTERRUPTED', texts.interrupted, {next: [texts.runAgain], cause})
		: new ExpectedError(
				'INTERRUPTED',
				[texts.interruptedMended, ...mended.flatMap(({what, did}) => [what, ...did])].join('\n  '),
				{next: [texts.lookAgain], cause},
			);
}

/** The same in the middle of one. */
export function interruptionOfMend(): ExpectedError {
	return new ExpectedError('INTERRUPTED', texts.interruptedMend, {next: [texts.lookAgain]});
}
