import {createPrivateKey} from 'node:crypto';
import {HOST, type OpenWorld} from '../../../support/worlds/open-world.ts';
import {runOfficialHelper} from '../../../support/worlds/programs.ts';
import {defineWorld} from '../../../support/worlds/world.ts';

const A_DAY = 86_400_000;

/** Worlds that are broken in two ways at once. */
export const twice = [
	defineWorld({
		name: 'the certificate has expired and the trust anchor is disabled',
		fact: ['ERR-05', 'ERR-14'],
		cause: 'ee-valid-now',
		second: 'session-trust-anchor-enabled',
		async breaks(world) {
			await expire(world);
			await world.administrator.rolesAnywhere(`POST /trustanchor/${world.idOf(world.trustAnchorArn)}/disable`);
		},
	}),
	defineWorld({
		name: 'the key is another one and the intermediate is not sent',
		fact: ['ERR-03', 'ERR-01'],
		cause: 'set-key-certified',
		second: ['path-issuer-present', 'set-issuer-present'],
		async breaks(world) {
			const {privateKey} = await world.issue();
			world.write(HOST.privateKey, privateKey.export({type: 'pkcs8', format: 'pem'}));
			world.flag('intermediates', undefined);
		},
	}),
	defineWorld({
		name: 'the line is broken and the role is not listed',
		fact: ['CFG-21', 'ERR-08'],
		cause: ['config-one-line', 'session-role-in-profile'],
		second: ['session-role-in-profile', 'config-one-line'],
		async breaks(world) {
			breakLine(world);
			await updateProfile(world, {roleArns: [world.roleArn.replace('/apps/', '/')]});
		},
	}),
	defineWorld({
		name: 'static keys win and the profile is disabled',
		fact: ['CFG-08', 'ERR-14'],
		cause: ['config-static-keys', 'session-profile-enabled'],
		second: ['session-profile-enabled', 'config-static-keys'],
		async breaks(world) {
			world.edit(
				HOST.credentials,
				text => `${text}\n[build]\naws_access_key_id = AKIAEXAMPLEEXAMPLE00\naws_secret_access_key = not-a-secret\n`,
			);
			await world.administrator.rolesAnywhere(`POST /profile/${world.idOf(world.profileArn)}/disable`);
		},
	}),
	defineWorld({
		name: 'the helper may not be executed and the certificate has another label',
		fact: ['6.4', '6.6 encrypted key, wrong PEM label, DER file'],
		cause: ['program-executable', 'file-label-current'],
		second: ['program-executable', 'file-label-current'],
		breaks(world) {
			runOfficialHelper(world);
			world.edit(HOST.certificate, text => text.replaceAll('CERTIFICATE', 'X509 CERTIFICATE'));
			world.chmod('opt/aws_signing_helper', 0o644);
		},
	}),
	defineWorld({
		name: 'the trust policy wants another name and the duration is too long',
		fact: ['ERR-10', 'ERR-11'],
		cause: ['session-role-trust', 'session-duration'],
		second: ['session-duration', 'session-role-trust'],
		async breaks(world) {
			await updateProfile(world, {durationSeconds: 43_200});
			await world.trust(
				world.policy({
					Condition: {
						ArnEquals: {'aws:SourceArn': world.trustAnchorArn},
						StringEquals: {'aws:PrincipalTag/x509Subject/CN': 'build17'},
					},
				}),
			);
		},
	}),
	defineWorld({
		name: 'the certificate lacks digitalSignature and the session is named',
		fact: ['ERR-02', 'ERR-09'],
		cause: 'ee-digital-signature',
		second: 'session-role-session-name',
		async breaks(world) {
			world.use(await world.issue({keyUsage: ['keyEncipherment']}));
			world.flag('role-arn', `${world.roleArn} --role-session-name nightly`);
		},
	}),
	defineWorld({
		name: "the machine's clock is behind and the role is not listed",
		fact: ['ERR-03', 'ERR-08'],
		cause: ['network-clock', 'session-role-in-profile'],
		second: ['session-role-in-profile', 'network-clock'],
		async breaks(world) {
			world.setServiceClock(1_800_000);
			await updateProfile(world, {roleArns: [world.roleArn.replace('Uploader', 'Downloader')]});
		},
	}),
	defineWorld({
		name: 'the profile stands twice and the certificate has expired',
		fact: ['CFG-11', 'ERR-05'],
		cause: ['config-no-duplicates', 'ee-valid-now'],
		second: ['ee-valid-now', 'config-no-duplicates'],
		async breaks(world) {
			await expire(world);
			world.edit(HOST.config, text => `${text}\n[profile build]\noutput = json\n`);
		},
	}),
	defineWorld({
		name: 'the file begins with a byte order mark and the header lacks the word profile',
		fact: ['CFG-28', 'CFG-02'],
		cause: ['config-byte-order-mark', 'config-profile-header'],
		second: ['config-profile-header', 'config-byte-order-mark'],
		breaks(world) {
			world.config('[profile build]', '[build]');
			world.edit(HOST.config, text => `\uFEFF${text}`);
		},
	}),
	defineWorld({
		name: 'the certificate is revoked and the trust policy allows no tags',
		fact: ['ERR-04', 'ERR-10'],
		cause: 'path-revoked',
		second: 'session-role-trust',
		async breaks(world) {
			await world.importCrl({revoked: [{serial: world.serial()}]});
			await world.trust(world.policy({Action: ['sts:AssumeRole', 'sts:SetSourceIdentity']}));
		},
	}),
	defineWorld({
		name: 'the certificate file is not there and the id of the profile is mistyped',
		fact: ['6.6 Order 1', 'ERR-07'],
		cause: 'file-there',
		second: 'session-profile-found',
		breaks(world) {
			world.remove(HOST.certificate);
			const {profileArn} = world;
			world.flag('profile-arn', `${profileArn.slice(0, -1)}${profileArn.endsWith('0') ? '1' : '0'}`);
		},
	}),
	defineWorld({
		name: 'the intermediate has expired and keys in the environment win',
		fact: ['ERR-01', 'CFG-09'],
		cause: ['issuer-valid-now', 'path-validity', 'config-environment'],
		second: ['config-environment', 'issuer-valid-now', 'path-validity'],
		how: {withoutProfile: true},
		async breaks(world) {
			await world.replaceIntermediate({
				notBefore: new Date(Date.now() - 30 * A_DAY),
				notAfter: new Date(Date.now() - A_DAY),
			});
			Object.assign(world.env, {
				AWS_PROFILE: 'build',
				AWS_ACCESS_KEY_ID: 'AKIAEXAMPLEEXAMPLE00',
				AWS_SECRET_ACCESS_KEY: 'not-a-secret',
			});
		},
	}),
	defineWorld({
		name: 'the trust anchor is one of another region and the key is encrypted',
		fact: ['ERR-06', 'KEY-04'],
		cause: ['passphrase-named', 'set-key-unattended', 'order-one-region'],
		second: ['order-one-region', 'passphrase-named', 'set-key-unattended'],
		breaks(world) {
			const key = createPrivateKey(world.read(HOST.privateKey));
			const encrypted = {type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'correct horse'} as const;
			world.write(HOST.privateKey, key.export(encrypted));
			world.flag('trust-anchor-arn', world.trustAnchorArn.replace('us-east-1', 'eu-central-1'));
		},
	}),
];

async function expire(world: OpenWorld): Promise<void> {
	const [notBefore, notAfter] = [new Date(Date.now() - 30 * A_DAY), new Date(Date.now() - A_DAY)];
	world.use(await world.issue({notBefore, notAfter}));
}

function breakLine(world: OpenWorld): void {
	const [line = ''] = /^credential_process = .*$/m.exec(world.read(HOST.config)) ?? [];
	world.config(line, line.replaceAll(' --', '\n    --'));
}

async function updateProfile({administrator, idOf, profileArn}: OpenWorld, change: object): Promise<void> {
	await administrator.rolesAnywhere(`PATCH /profile/${idOf(profileArn)}`, change);
}
