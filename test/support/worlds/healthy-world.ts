import {appendFileSync, chmodSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {runProgram} from '../../../src/cli/program.ts';
import {createRehearsal} from '../../../src/rehearsal/create-rehearsal.ts';
import {testWorld} from '../context.ts';
import {program} from '../program.ts';
import {member} from '../rehearsal.ts';
import {type Administrator, administratorOf} from './account.ts';

/** A world that works, at rest: nobody serves its account. */
export interface HealthyWorld extends Arns {
	/** Holds `home` and `account`. */
	readonly folder: string;
	/** Where its account answered, as the AWS config file has it. */
	readonly endpoint: string;
}

/** What the credential process names at AWS. */
export interface Arns {
	readonly trustAnchorArn: string;
	readonly profileArn: string;
	readonly roleArn: string;
}

/** The subject of the end-entity certificate. */
export const SUBJECT = 'CN=build-17,O=Example';

/** The role that is assumed; it has a path. */
export const ROLE = {name: 'Uploader', path: '/apps/'} as const;

/** It was set up an hour ago: nothing of it is too new to be known everywhere, or for a clock that is behind. */
const AN_HOUR = 3_600_000;

/** Only whom this trust anchor's issuer certified as `build-17` may become the role. */
export function trustPolicy(trustAnchorArn: string, differsBy: object = {}): string {
	return JSON.stringify({
		Version: '2012-10-17',
		Statement: [
			{
				Effect: 'Allow',
				Principal: {Service: 'rolesanywhere.amazonaws.com'},
				Action: ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'],
				Condition: {
					ArnEquals: {'aws:SourceArn': trustAnchorArn},
					StringEquals: {'aws:PrincipalTag/x509Subject/CN': 'build-17'},
				},
				...differsBy,
			},
		],
	});
}

/**
 * Makes a world that works as people make it, in an empty folder: a root and an issuing CA in the store of a home, a
 * certificate of theirs, a trust anchor, a role and a profile in a rehearsal, and an AWS config file that `configure`
 * wrote, beside the CLI profile `admin` of whoever administers the account.
 */
export async function makeHealthyWorld(folder: string): Promise<HealthyWorld> {
	const home = path.join(folder, 'home');
	mkdirSync(home, {recursive: true});
	const now = () => new Date(Date.now() - AN_HOUR);
	const rehearsal = await createRehearsal({stateDirectory: path.join(folder, 'account'), now});
	try {
		const {endpoint, adminCredentials, region} = rehearsal;
		const typed = (...words: readonly string[]) => type(home, words, now);
		await typed(
			...['issuer', 'create', '--name', 'build', '--subject', 'CN=Build CA,O=Example', '--with-issuing'],
			'--no-passphrase',
		);
		await typed('issue', '--issuer', 'build', '--name', 'build-17', '--subject', SUBJECT, '--out', 'host');
		const arns = await fillAccount(administratorOf(rehearsal, now), readRoot(home));
		await typed(
			...['configure', '--cli-profile', 'build', '--endpoint', endpoint, '--certificate', 'host/certificate.pem'],
			...['--private-key', 'host/private-key.pem', '--intermediates', 'host/chain.pem'],
			...['--trust-anchor-arn', arns.trustAnchorArn, '--profile-arn', arns.profileArn, '--role-arn', arns.roleArn],
		);
		const {accessKeyId, secretAccessKey} = adminCredentials;
		appendFileSync(
			path.join(home, '.aws/config'),
			`\n[profile admin]\nregion = ${region}\nendpoint_url = ${endpoint}\n`,
		);
		const credentials = path.join(home, '.aws/credentials');
		writeFileSync(
			credentials,
			`[admin]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`,
		);
		chmodSync(credentials, 0o600);
		return {folder, endpoint, ...arns};
	} finally {
		await rehearsal.close();
	}
}

async function fillAccount(administrator: Administrator, root: string): Promise<Arns> {
	const anchor = await administrator.rolesAnywhere('POST /trustanchors', {
		name: 'build',
		enabled: true,
		source: {sourceType: 'CERTIFICATE_BUNDLE', sourceData: {x509CertificateData: root}},
	});
	const trustAnchorArn = member(anchor, 'trustAnchor', 'trustAnchorArn');
	await administrator.iam('CreateRole', {
		RoleName: ROLE.name,
		Path: ROLE.path,
		AssumeRolePolicyDocument: trustPolicy(trustAnchorArn),
	});
	const roleArn = `arn:aws:iam::111122223333:role${ROLE.path}${ROLE.name}`;
	const made = await administrator.rolesAnywhere('POST /profiles', {name: 'build', enabled: true, roleArns: [roleArn]});
	return {trustAnchorArn, profileArn: member(made, 'profile', 'profileArn'), roleArn};
}

function readRoot(home: string): string {
	return readFileSync(path.join(home, '.anchorsmith/issuers/build/root.pem'), 'utf8');
}

/** Types a command when the world was made. */
async function type(home: string, words: readonly string[], now: () => Date): Promise<void> {
	const world = testWorld({home, now});
	const built = await program();
	const exit = await runProgram(words, flags => ({...world.makeContext(flags), program: built}));
	if (exit !== 0) {
		throw new Error(`${words.join(' ')}: ${world.stderr()}`);
	}
}
