import {ExpectedError} from '../../errors.ts';
import {fileProblem, systemCode} from '../../files/problem.ts';
import {printable} from '../../printable.ts';
import {type Look, unseen} from '../evidence/look.ts';

/** Why a file could not be looked at, by the system's error; every other value is thrown again. */
export function unseenFile(error: unknown, file: string): Look<never> {
	const code = systemCode(error);
	if (code === undefined) {
		throw error;
	}

	const known = fileProblem(error, file, 'read');
	const message = known instanceof ExpectedError ? known.message : `Cannot read ${printable(file)} (${code}).`;
	return unseen(code === 'EACCES' || code === 'EPERM' ? 'denied' : 'failed', message, code);
}
