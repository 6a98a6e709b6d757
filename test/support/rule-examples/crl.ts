import {Crl} from '../../../src/pki/crl/crl.ts';
import {rules} from '../../../src/rules/crl/rules.generated.ts';
import type {CrlToImport} from '../../../src/rules/crl-to-import.ts';
import {type CrlFields, hierarchyTime, listRevoked} from '../hierarchy.ts';
import {pathKeys, pathNames} from '../path-question.ts';
import {examplesOf, readLines} from './example.ts';
import {readExtension} from './extension-lines.ts';

/** Examples of the rules on lists: lines by which a list differs from a good one that revokes the serial number 1. */
export const crlExamples = examplesOf<CrlToImport>(rules, readCrlExample);

function readCrlExample(example: string): CrlToImport {
	let fields: CrlFields = {issuer: pathNames.ca, signer: pathKeys.ca, revoked: [{serial: 1}]};
	let at = hierarchyTime;
	for (const [name, value] of readLines(example)) {
		const extension = readExtension(name, value)?.written;
		if (extension) {
			fields = {...fields, extensions: [...(fields.extensions ?? []), extension]};
		} else if (name === 'at') {
			at = new Date(value);
		} else {
			fields = {...fields, ...readField(name, value)};
		}
	}

	const crl = Crl.read(listRevoked(fields));
	if (!crl.ok) {
		throw new Error(crl.problem.message);
	}

	return {crl: crl.value, at};
}

function readField(name: string, value: string): Partial<CrlFields> {
	switch (name) {
		case 'revoked':
			return {revoked: value === 'none' ? [] : value.split(',').map(serial => ({serial: Number(serial)}))};
		case 'thisUpdate':
			return {thisUpdate: new Date(value)};
		case 'nextUpdate':
			return {nextUpdate: value === 'absent' ? value : new Date(value)};
		default:
			throw new Error(`an example of a list has no line "${name}"`);
	}
}
