import type {AccountEvidence} from '../../../src/doctor/evidence/account.ts';
import type {CommandEvidence, ProgramEvidence} from '../../../src/doctor/evidence/command.ts';
import {contentEvidence} from '../../../src/doctor/evidence/content.ts';
import {EVIDENCE_FORMAT, type Evidence} from '../../../src/doctor/evidence/evidence.ts';
import type {FileEvidence, FilesEvidence} from '../../../src/doctor/evidence/files.ts';
import {absent, type Look, seen, unseen} from '../../../src/doctor/evidence/look.ts';
import type {NetworkEvidence} from '../../../src/doctor/evidence/network.ts';
import {takeIn} from '../../../src/pki/intake/intake.ts';
import {pki, testTime} from '../certificates.ts';
import {names, openTrustPolicy} from '../decide.ts';

/** How evidence is to differ from that of a world in which everything is in order. */
export interface EvidenceDiffersBy {
	readonly order?: Partial<CommandEvidence['order']>;
	readonly maker?: ProgramEvidence['maker'];
	readonly files?: Partial<FilesEvidence>;
	readonly account?: Partial<AccountEvidence>;
	/** Milliseconds by which the service is ahead; `unseen` when nobody compared the clocks. */
	readonly clockOffset?: number | 'unseen';
	readonly endpoint?: NetworkEvidence['endpoint'];
	readonly evidence?: Partial<Evidence>;
}

const none = unseen('nothing-to-look-at', 'Not in this test.');
/** What was not looked at, for whatever reason. */
export const dark: Look<never> = unseen('denied', 'Nobody may look.', 'AccessDeniedException');

/** A file as it was seen on a disk. */
export function fileOf(text: string, path = '/etc/pki/file.pem'): Look<FileEvidence> {
	return seen({path, access: {isReadable: true}, content: contentEvidence(takeIn(Buffer.from(text)))});
}

/** Evidence of a world in which a session is granted, but for what is named. */
export async function evidenceForTest(differsBy: EvidenceDiffersBy = {}): Promise<Evidence> {
	const {clockOffset = 0, maker = 'own'} = differsBy;
	const {root, issuing, endEntity} = await pki();
	const key = String(endEntity.privateKey.export({type: 'pkcs8', format: 'pem'}));
	return {
		format: EVIDENCE_FORMAT,
		at: testTime.toISOString(),
		cliProfile: {name: 'test', chosenBy: 'flag'},
		host: {
			platform: 'linux',
			architecture: 'x64',
			nodeVersion: '20.19.0',
			programVersion: '0.0.0',
			workingDirectory: '/',
			home: none,
			surroundings: [],
			variables: {},
			secretVariables: [],
		},
		config: {config: absent, credentials: absent},
		command: seen(commandOf(maker, differsBy.order ?? {})),
		files: {
			certificate: fileOf(endEntity.pem),
			privateKey: fileOf(key),
			intermediates: fileOf(issuing.pem),
			passphraseFile: absent,
			nearby: [],
			issuers: [],
			...differsBy.files,
		},
		network: {
			endpoint: differsBy.endpoint ?? endpointIn('us-east-1'),
			proxy: absent,
			dns: none,
			tcp: none,
			tunnel: absent,
			authorities: absent,
			tls: none,
			http: clockOffset === 'unseen' ? none : seen({status: 404, headers: {}, isService: true, clockOffset}),
		},
		account: {...accountWith(root.pem), ...differsBy.account},
		live: none,
		lastError: none,
		...differsBy.evidence,
	};
}

/** AWS's own endpoint of a region. */
export function endpointIn(region: string, signedFor = region): NetworkEvidence['endpoint'] {
	const url = `https://rolesanywhere.${region}.amazonaws.com`;
	return seen({url, origin: 'AWS', region: signedFor, warnings: []});
}

function commandOf(maker: ProgramEvidence['maker'], order: Partial<CommandEvidence['order']>): CommandEvidence {
	return {
		origin: 'config',
		words: [],
		order: {
			certificate: '/etc/pki/certificate.pem',
			privateKey: '/etc/pki/key.pem',
			intermediates: '/etc/pki/chain.pem',
			trustAnchorArn: names.anchor,
			profileArn: names.profile,
			roleArn: names.role,
			...order,
		},
		unknownFlags: [],
		program: seen({path: '/opt/helper', maker, mayBeExecuted: true, format: 'script'}),
		run: none,
	};
}

/** The account that `sessionForTest` decides about, as its administrator sees it. */
function accountWith(root: string): AccountEvidence {
	return {
		administrator: seen({arn: 'arn:aws:iam::111122223333:user/admin', accountId: '111122223333'}),
		trustAnchor: seen({
			id: names.anchor.replace(/.*\//, ''),
			arn: names.anchor,
			name: 'test',
			isEnabled: true,
			sourceType: 'CERTIFICATE_BUNDLE',
			certificates: root,
		}),
		trustAnchors: none,
		profile: seen({
			id: names.profile.replace(/.*\//, ''),
			arn: names.profile,
			name: 'test',
			isEnabled: true,
			roleArns: [names.role],
			durationSeconds: 3600,
			managedPolicyArns: [],
			acceptsRoleSessionName: false,
			attributeMappings: [
				{certificateField: 'x509Subject', specifiers: ['*']},
				{certificateField: 'x509Issuer', specifiers: ['*']},
			],
		}),
		profiles: none,
		role: seen({arn: names.role, trustPolicy: openTrustPolicy, maxSessionDuration: 3600}),
		crls: seen([]),
		subject: absent,
	};
}

/** What was seen, changed in part. */
export function changed<Value extends object>(look: Look<Value>, differsBy: Partial<Value>): Look<Value> {
	return look.state === 'seen' ? seen({...look.value, ...differsBy}) : look;
}
