import {spawnSync} from 'node:child_process';

/** A third party's program that judges our work, and where it comes from. */
const JUDGES = {
	openssl: {probe: ['version'], from: 'Debian package openssl'},
	ssh: {probe: ['-V'], from: 'Debian package openssh-client'},
	certtool: {probe: ['--version'], from: 'Debian package gnutls-bin'},
	python3: {probe: ['-c', 'import botocore'], from: 'Debian package python3-botocore'},
	aws: {probe: ['--version'], from: 'Debian package awscli'},
	moto_server: {probe: ['--help'], from: 'Python package moto[server]'},
	mkcert: {probe: ['--version'], from: 'Debian package mkcert'},
	easyrsa: {command: '/usr/share/easy-rsa/easyrsa', probe: ['--version'], from: 'Debian package easy-rsa'},
	cfssl: {probe: ['version'], from: 'Debian package golang-cfssl'},
	tmux: {probe: ['-V'], from: 'Debian package tmux'},
} as const satisfies Readonly<Record<string, {probe: readonly string[]; from: string; command?: string}>>;

/** The name of a program that tests may call as a judge. */
export type Judge = keyof typeof JUDGES;

const known = new Map<Judge, boolean>();

/**
 * True when the judge can be run here. When it cannot, says so aloud on standard error, once;
 * in CI only moto may be missing, since Debian does not have it.
 */
export function isPresent(judge: Judge): boolean {
	const before = known.get(judge);
	if (before !== undefined) {
		return before;
	}

	const {probe, from, command = judge}: {probe: readonly string[]; from: string; command?: string} = JUDGES[judge];
	const isThere = spawnSync(command, probe, {stdio: 'ignore'}).status === 0;
	known.set(judge, isThere);
	if (!isThere) {
		const message = `${judge} is missing here (${from}): what it would judge has NOT been judged.`;
		if (process.env['CI'] === 'true' && judge !== 'moto_server') {
			throw new Error(message);
		}

		process.stderr.write(`\n!! ${message}\n`);
	}

	return isThere;
}
