import {DEFAULT_MAPPINGS} from '../../src/decide/identity.ts';
import {contentEvidence} from '../../src/doctor/evidence/content.ts';
import type {Evidence} from '../../src/doctor/evidence/evidence.ts';
import type {FileEvidence} from '../../src/doctor/evidence/files.ts';
import {seen} from '../../src/doctor/evidence/look.ts';
import {parseWords} from '../../src/doctor/gather/parse-words.ts';
import {takeIn} from '../../src/pki/intake/intake.ts';
import {pki, type TestCertificate} from './certificates.ts';
import {names, openTrustPolicy} from './decide.ts';
import {emptyMachine} from './diagnosed.ts';

/** A file of a machine that is made up. */
export function fileWith(path: string, content: string, differsBy: Partial<FileEvidence> = {}): FileEvidence {
	return {
		path,
		mode: 0o600,
		owner: 1000,
		group: 1000,
		access: {isReadable: true},
		content: contentEvidence(takeIn(Buffer.from(content))),
		...differsBy,
	};
}

/** The key of a certificate for tests, in PEM. */
export function keyOf({privateKey}: TestCertificate): string {
	return privateKey.export({type: 'pkcs8', format: 'pem'}).toString();
}

/** The words of the command of {@link machineForTest}. */
export const words = [
	...['/usr/bin/anchorsmith', 'credentials', '--certificate', '/srv/host/certificate.pem'],
	...['--private-key', '/srv/host/private-key.pem', '--intermediates', '/srv/host/chain.pem'],
	...['--trust-anchor-arn', names.anchor, '--profile-arn', names.profile, '--role-arn', names.role],
];

/** A machine on which all is well, with its account; what differs is put in. Its config file holds the line that is given. */
export async function machineForTest({
	line = words.join(' '),
	config = `[profile build]\ncredential_process = ${line}\nregion = us-east-1\n`,
	files = {},
	account = {},
	host = {},
	...differsBy
}: Partial<Omit<Evidence, 'config' | 'files' | 'account' | 'host'>> & {
	readonly line?: string;
	readonly config?: string;
	readonly files?: Partial<Evidence['files']>;
	readonly account?: Partial<Evidence['account']>;
	readonly host?: Partial<Evidence['host']>;
} = {}): Promise<Evidence> {
	const {endEntity, issuing, root} = await pki();
	const split = line.split(' ');
	const {order, unknownFlags} = parseWords(split);
	return {
		...emptyMachine,
		cliProfile: {name: 'build', chosenBy: 'flag'},
		host: {...emptyMachine.host, user: {name: 'ida', uid: 1000, gids: [1000], isSelf: true}, ...host},
		config: {...emptyMachine.config, config: seen({path: '/home/ida/.aws/config', text: config, mode: 0o600})},
		command: seen({
			origin: 'config',
			words: split,
			order,
			unknownFlags,
			program: seen({path: '/usr/bin/anchorsmith', maker: 'own', mayBeExecuted: true, format: 'script'}),
			run: {state: 'unseen', why: 'offline', message: 'It was not run.'},
		}),
		files: {
			certificate: seen(fileWith('/srv/host/certificate.pem', endEntity.pem)),
			privateKey: seen(fileWith('/srv/host/private-key.pem', keyOf(endEntity))),
			intermediates: seen(fileWith('/srv/host/chain.pem', issuing.pem)),
			passphraseFile: {state: 'absent'},
			nearby: [],
			issuers: [],
			...files,
		},
		account: {
			...emptyMachine.account,
			administrator: seen({arn: 'arn:aws:iam::111122223333:user/ada', accountId: '111122223333', cliProfile: 'admin'}),
			trustAnchor: seen({
				id: names.anchor.split('/').at(-1) ?? '',
				arn: names.anchor,
				name: 'build',
				isEnabled: true,
				sourceType: 'CERTIFICATE_BUNDLE',
				certificates: root.pem,
			}),
			profile: seen({
				id: names.profile.split('/').at(-1) ?? '',
				arn: names.profile,
				name: 'build',
				isEnabled: true,
				roleArns: [names.role],
				durationSeconds: 3600,
				managedPolicyArns: [],
				acceptsRoleSessionName: false,
				attributeMappings: DEFAULT_MAPPINGS,
			}),
			role: seen({arn: names.role, trustPolicy: openTrustPolicy, maxSessionDuration: 3600}),
			...account,
		},
		...differsBy,
	};
}
