import {attemptDer, type DerProblem, readDer} from '../../src/pki/der/der.ts';
import {type DistinguishedName, readName} from '../../src/pki/names/names.ts';

/** Reads the DER of a Name; `notes` are the deviations that were read past. */
export function readNameForTest(bytes: Uint8Array): {name: DistinguishedName; notes: readonly DerProblem[]} {
	const notes: DerProblem[] = [];
	const element = readDer(bytes);
	const name = element.ok
		? attemptDer(() => readName(element.value, 'The name', problem => notes.push(problem)))
		: element;
	if (!name.ok) {
		throw new Error(name.problem.message);
	}

	return {name: name.value, notes};
}
