import {Crl, REVOCATION_REASONS} from '../../../src/pki/crl/crl.ts';
import {rules} from '../../../src/rules/crl/rules.generated.ts';
import type {CrlToImport} from '../../../src/rules/crl-to-import.ts';
import {type CrlFields, hierarchyTime, listRevoked} from '../hierarchy.ts';
import {pathKeys, pathNames} from '../path-question.ts';
import {examplesOf, readLines} from './example.ts';
import {fromHex, readExtension} from './extension-lines.ts';

/** Examples of the rules on lists: lines by which a list differs from a good one that revokes the serial number 1. */
export const crlExamples = examplesOf<CrlToImport>(rules, readCrlExample);

/** The list that the lines describe, signed for real. */
export function readCrlExample(example: string): CrlToImport {
	let fields: CrlFields = {issuer: pathNames.ca, signer: pathKeys.ca, revoked: [{serial: 1}]};
	let at = hierarchyTime;
	for (const [name, value] of readLines(example)) {
		if (name === 'authorityKeyIdentifier') {
			fields = {...fields, authorityKeyIdentifier: value === 'absent' ? value : fromHex(value.replace(/^keyid:/, ''))};
			continue;
		}

		const extension = readExtension(name, value)?.written;
		if (extension) {
			fields = {...fields, extensions: [...(fields.extensions ?? []), extension]};
		} else if (name === 'at') {
			at = new Date(value);
		} else {
			fields = {...fields, ...readField(name, value)};
		}
	}

	const {reason} = Object.fromEntries(readLines(example));
	const revoked = fields.revoked?.map(entry => ({
		...entry,
		...(reason !== undefined && {reason: reasonNumber(reason)}),
	}));
	const crl = Crl.read(listRevoked({...fields, ...(revoked && {revoked})}));
	if (!crl.ok) {
		throw new Error(crl.problem.message);
	}

	return {crl: crl.value, at};
}

function readField(name: string, value: string): Partial<CrlFields> {
	switch (name) {
		case 'revoked':
			return {revoked: readSerials(value)};
		case 'revokedSerial':
			return {revoked: [{serial: fromHex(value)}]};
		case 'reason':
			return {};
		case 'version':
			return {version: value === '1' ? 1 : 2};
		case 'issuer':
			return {issuer: value};
		case 'number':
			return {number: value === 'absent' ? value : Number(value)};
		case 'signature':
			return {hash: value === 'sha1' ? 'sha1' : 'sha256'};
		case 'revokedAt':
			return {revokedAt: new Date(value)};
		case 'thisUpdate':
			return {thisUpdate: new Date(value)};
		case 'nextUpdate':
			return {nextUpdate: value === 'absent' ? value : new Date(value)};
		default:
			throw new Error(`an example of a list has no line "${name}"`);
	}
}

function reasonNumber(name: string): number {
	const [number] = Object.entries(REVOCATION_REASONS).find(([, reason]) => reason === name) ?? [];
	if (number === undefined) {
		throw new Error(`${name} is no reason for a revocation`);
	}

	return Number(number);
}

/** `none`, `1, 2`, or `2 to 7001`. */
function readSerials(value: string): readonly {readonly serial: number}[] {
	const [, first, last] = /^(\d+) to (\d+)$/.exec(value) ?? [];
	if (first !== undefined && last !== undefined) {
		const start = Number(first);
		return Array.from({length: Number(last) - start + 1}, (_, index) => ({serial: start + index}));
	}

	return value === 'none' ? [] : value.split(',').map(serial => ({serial: Number(serial)}));
}
