import type {CommandEvidence, ProgramEvidence} from '../../../src/doctor/evidence/command.ts';
import type {ConfigEvidence} from '../../../src/doctor/evidence/config.ts';
import type {FileEvidence, FilesEvidence} from '../../../src/doctor/evidence/files.ts';
import type {HostEvidence} from '../../../src/doctor/evidence/host.ts';
import {absent, type Look, seen, unseen} from '../../../src/doctor/evidence/look.ts';

/** A machine on which nothing is wrong. */
export const goodHost: HostEvidence = {
	platform: 'linux',
	architecture: 'x64',
	libc: 'glibc 2.36',
	nodeVersion: 'v22.12.0',
	programVersion: '0.1.0',
	workingDirectory: '/',
	user: {name: 'build', uid: 1000, gids: [1000], isSelf: true},
	home: seen('/home/build'),
	surroundings: [],
	variables: {},
	secretVariables: [],
};

/** The official helper, as it should lie on such a machine. */
export const goodProgram: ProgramEvidence = {
	path: '/opt/aws_signing_helper',
	maker: 'official-helper',
	version: '1.8.5',
	mayBeExecuted: true,
	format: 'elf',
	architecture: 'x64',
	loader: seen('/lib64/ld-linux-x86-64.so.2'),
	glibc: '2.34',
};

/** A command with that helper, and no words that matter. */
export const goodCommand: CommandEvidence = {
	origin: 'config',
	words: ['/opt/aws_signing_helper', 'credential-process'],
	order: {certificate: '/etc/pki/certificate.pem', privateKey: '/etc/pki/key.pem'},
	unknownFlags: [],
	program: seen(goodProgram),
	run: unseen('offline', 'It was not run.'),
};

const file = (path: string): Look<FileEvidence> => seen({path, mode: 0o600, access: {isReadable: true}});

/** The files of that command, all readable. */
export const goodFiles: FilesEvidence = {
	certificate: file('/etc/pki/certificate.pem'),
	privateKey: file('/etc/pki/key.pem'),
	intermediates: absent,
	passphraseFile: absent,
	nearby: [],
	issuers: [],
};

/** A config file that can be read. */
export const goodConfig: ConfigEvidence = {
	config: seen({path: '/home/build/.aws/config', text: ''}),
	credentials: absent,
};
