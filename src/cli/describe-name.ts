import type {GeneralName} from '../pki/names/general-name.ts';
import {printable} from '../printable.ts';

/** Kind and value of an alternative name, safe to show. */
export function describeName(name: GeneralName): string {
	switch (name.kind) {
		case 'directoryName':
			return `directory name ${printable(name.value.text)}`;
		case 'other':
			return `a name of kind ${name.tag}`;
		default:
			return `${name.kind} ${printable(name.value)}`;
	}
}
