// npm run compare: puts random hierarchies to us and to another program, and tells every disagreement that is not
// explained in docs/adr. Words: [--with openssl|openssl-strict|certtool] [--count N] [--seed N] [--show] [--only N --into DIR].
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {encodePem} from '../../src/pki/intake/pem.ts';
import {compareWithCerttool} from '../support/compare-with-certtool.ts';
import {compareWithOpenssl} from '../support/compare-with-openssl.ts';
import {HierarchyMaker} from '../support/random-hierarchy.ts';

const {values} = parseArgs({
	options: {
		with: {type: 'string', default: 'openssl'},
		count: {type: 'string', default: '20000'},
		seed: {type: 'string'},
		show: {type: 'boolean', default: false},
		only: {type: 'string'},
		into: {type: 'string', default: '.'},
	},
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 0x7f_ff_ff_ff));
const count = Number(values.count);
if (values.only === undefined) {
	compare();
} else {
	save(Number(values.only), values.into);
}

function compare(): void {
	const folder = mkdtempSync(path.join(tmpdir(), 'anchorsmith-compare-'));
	process.stdout.write(`seed ${seed}, ${count} hierarchies, with ${values.with}\n`);
	try {
		const asked = {seed, count, folder};
		const {agreed, accepted, explained, unexplained} =
			values.with === 'certtool'
				? compareWithCerttool(asked)
				: compareWithOpenssl({...asked, isStrict: values.with === 'openssl-strict'});
		process.stdout.write(`agreed ${agreed} (accepted by both ${accepted})\n`);
		for (const [why, number] of explained) {
			process.stdout.write(`explained ${number}: ${why}\n`);
		}

		process.stdout.write(`unexplained ${unexplained.length}\n`);
		for (const line of unexplained.slice(0, values.show ? 200 : 10)) {
			process.stdout.write(`${line}\n`);
		}

		process.exitCode = unexplained.length > 0 ? 1 : 0;
	} finally {
		rmSync(folder, {recursive: true});
	}
}

/** Keeps one hierarchy of a seed as files, to look into. */
function save(index: number, folder: string): void {
	const maker = new HierarchyMaker(seed);
	let hierarchy = maker.make();
	for (let number = 0; number < index; number += 1) {
		hierarchy = maker.make();
	}

	const {certificate, intermediates, anchors, crls, policies, features} = hierarchy;
	mkdirSync(folder, {recursive: true});
	const write = (name: string, label: string, all: readonly Uint8Array[]) =>
		writeFileSync(path.join(folder, name), all.map(der => encodePem(label, der)).join(''));
	write('certificate.pem', 'CERTIFICATE', [certificate]);
	write('pool.pem', 'CERTIFICATE', intermediates);
	write('anchors.pem', 'CERTIFICATE', anchors);
	write('crls.pem', 'X509 CRL', crls);
	process.stdout.write(`${features.join(' ')}\npolicies: ${policies.join(' ') || 'any'}\n`);
}
