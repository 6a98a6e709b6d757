import {spawnSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {encodePem} from '../../src/pki/intake/pem.ts';
import {hierarchyTime} from './hierarchy.ts';
import type {RandomHierarchy} from './random-hierarchy.ts';

/** What another program said. */
export interface Judgement {
	readonly accepted: boolean;
	readonly words: string;
}

/** Asks `openssl verify`; files are written into the folder and overwritten each time. */
export function askOpenssl(hierarchy: Question, folder: string, isStrict = false): Judgement {
	const words = verifyCommand(hierarchy, folder, '', isStrict);
	const {status, stdout, stderr} = spawnSync('openssl', words, {cwd: folder, encoding: 'utf8'});
	return {accepted: status === 0, words: `${stdout}${stderr}`.trim()};
}

type Question = Omit<RandomHierarchy, 'features'>;

function verifyCommand(
	{certificate, intermediates, anchors, crls, policies, at = hierarchyTime}: Question,
	folder: string,
	prefix: string,
	isStrict: boolean,
): readonly string[] {
	const save = (name: string, label: string, all: readonly Uint8Array[]) =>
		write(folder, `${prefix}${name}`, label, all);
	return [
		...['verify', '-no-CApath', '-no-CAstore', '-partial_chain', '-purpose', 'sslclient'],
		...['-attime', String(Math.floor(at.getTime() / 1000))],
		...(isStrict ? ['-x509_strict'] : []),
		...(anchors.length > 0 ? ['-CAfile', save('anchors.pem', 'CERTIFICATE', anchors)] : ['-no-CAfile']),
		...(intermediates.length > 0 ? ['-untrusted', save('pool.pem', 'CERTIFICATE', intermediates)] : []),
		...(crls.length > 0
			? ['-crl_check_all', '-extended_crl', '-use_deltas', '-CRLfile', save('crls.pem', 'X509 CRL', crls)]
			: []),
		'-policy_check',
		...(policies.length > 0 ? policies : ['2.5.29.32.0']).flatMap(oid => ['-policy', oid]),
		...(policies.length > 0 ? ['-explicit_policy'] : []),
		save('certificate.pem', 'CERTIFICATE', [certificate]),
	];
}

/** Asks `certtool --verify` about a chain in its order, now: it takes no other time, and knows no policies. */
export function askCerttool(
	{certificate, intermediates, anchors}: Pick<RandomHierarchy, 'certificate' | 'intermediates' | 'anchors'>,
	folder: string,
): Judgement {
	const options = [
		'--verify',
		'--verify-purpose=1.3.6.1.5.5.7.3.2',
		`--load-ca-certificate=${write(folder, 'anchors.pem', 'CERTIFICATE', anchors)}`,
		`--infile=${write(folder, 'chain.pem', 'CERTIFICATE', [certificate, ...intermediates])}`,
	];
	const {status, stdout, stderr} = spawnSync('certtool', options, {cwd: folder, encoding: 'utf8'});
	return {accepted: status === 0, words: `${stdout}${stderr}`.trim()};
}

function write(folder: string, name: string, label: string, all: readonly Uint8Array[]): string {
	writeFileSync(path.join(folder, name), all.map(der => encodePem(label, der)).join(''));
	return name;
}
