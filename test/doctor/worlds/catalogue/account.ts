import {ROLE} from '../../../support/worlds/healthy-world.ts';
import type {OpenWorld} from '../../../support/worlds/open-world.ts';
import {defineWorld} from '../../../support/worlds/world.ts';

/** What is in the account, or is not. */
export const account = [
	defineWorld({
		name: 'the trust anchor is disabled',
		fact: ['ERR-14', '6.6 disabled anchor / profile', '6.6 Order 9'],
		cause: 'session-trust-anchor-enabled',
		async breaks({administrator, idOf, trustAnchorArn}) {
			await administrator.rolesAnywhere(`POST /trustanchor/${idOf(trustAnchorArn)}/disable`);
		},
	}),
	defineWorld({
		name: 'the trust anchor was deleted and made again',
		fact: ['ERR-06', '6.6 region mismatch'],
		cause: 'session-trust-anchor-found',
		async breaks(world) {
			const {administrator, idOf, trustAnchorArn} = world;
			await administrator.rolesAnywhere(`DELETE /trustanchor/${idOf(trustAnchorArn)}`);
			await administrator.rolesAnywhere('POST /trustanchors', {
				name: 'build',
				enabled: true,
				source: {sourceType: 'CERTIFICATE_BUNDLE', sourceData: {x509CertificateData: world.root.pem}},
			});
			await world.trust(world.policy({Condition: {StringEquals: {'aws:PrincipalTag/x509Subject/CN': 'build-17'}}}));
		},
	}),
	defineWorld({
		name: 'the id of the trust anchor is mistyped',
		fact: 'ERR-06',
		cause: 'session-trust-anchor-found',
		breaks: world => world.flag('trust-anchor-arn', mistyped(world.trustAnchorArn)),
	}),
	defineWorld({
		name: 'the profile is disabled',
		fact: ['ERR-14', 'ERR-07', '6.6 disabled anchor / profile'],
		cause: 'session-profile-enabled',
		async breaks({administrator, idOf, profileArn}) {
			await administrator.rolesAnywhere(`POST /profile/${idOf(profileArn)}/disable`);
		},
	}),
	defineWorld({
		name: 'the id of the profile is mistyped',
		fact: 'ERR-07',
		cause: 'session-profile-found',
		breaks: world => world.flag('profile-arn', mistyped(world.profileArn)),
	}),
	defineWorld({
		name: 'the profile lists no role',
		fact: 'ERR-07',
		cause: 'session-profile-has-roles',
		breaks: world => updateProfile(world, {roleArns: []}),
	}),
	defineWorld({
		name: 'the profile lists another role',
		fact: ['ERR-08', '6.6 role not in profile'],
		cause: 'session-role-in-profile',
		breaks: world => updateProfile(world, {roleArns: [world.roleArn.replace('Uploader', 'Downloader')]}),
	}),
	defineWorld({
		name: 'the profile lists the role without its path',
		fact: ['ERR-08', '6.6 role not in profile'],
		cause: 'session-role-in-profile',
		breaks: world => updateProfile(world, {roleArns: [world.roleArn.replace('/apps/', '/')]}),
	}),
	defineWorld({
		name: 'the command names the role without its path',
		fact: ['ERR-08', '6.6 role not in profile'],
		cause: 'session-role-in-profile',
		breaks: world => world.flag('role-arn', world.roleArn.replace('/apps/', '/')),
	}),
	defineWorld({
		name: 'the role was deleted',
		fact: ['ERR-10', '6.6 unable to assume role'],
		cause: 'session-role-found',
		how: {notFollowed: 'what the role may do is nowhere any more'},
		async breaks({administrator}) {
			await administrator.iam('DeleteRole', {RoleName: ROLE.name});
		},
	}),
	defineWorld({
		name: 'the session is named, which the profile does not accept',
		fact: 'ERR-09',
		cause: 'session-role-session-name',
		breaks: world => world.flag('role-arn', `${world.roleArn} --role-session-name nightly`),
	}),
	defineWorld({
		name: "the duration is longer than the role's maximum",
		fact: ['ERR-11', '6.6 unsupported duration'],
		cause: 'session-duration',
		async breaks(world) {
			await updateProfile(world, {durationSeconds: 43_200});
			world.flag('role-arn', `${world.roleArn} --session-duration 28800`);
		},
	}),
	defineWorld({
		name: "the profile's own duration is longer than the role's maximum",
		fact: 'ERR-11',
		cause: 'session-duration',
		breaks: world => updateProfile(world, {durationSeconds: 43_200}),
	}),
	defineWorld({
		name: 'the profile no longer maps the subject, which the trust policy compares',
		fact: ['ERR-10', 'ERR-12'],
		cause: ['session-role-trust', 'session-tags-mapped'],
		async breaks({administrator, idOf, profileArn}) {
			await administrator.rolesAnywhere(`DELETE /profiles/${idOf(profileArn)}/mappings`, undefined, {
				certificateField: 'x509Subject',
			});
		},
	}),
	defineWorld({
		name: 'the certificate is revoked by a list that is enabled',
		fact: 'ERR-04',
		cause: 'path-revoked',
		breaks: world => world.importCrl({revoked: [{serial: world.serial()}]}),
	}),
	defineWorld({
		name: 'the certificate stands on a list that is disabled',
		fact: '6.6 disabled CRL',
		cause: ['account-crl-enabled', 'set-not-revoked'],
		how: {isHarmless: true, notFollowed: 'whether the list is to count is for its owner to say'},
		breaks: world => world.importCrl({revoked: [{serial: world.serial()}], isEnabled: false}),
	}),
	defineWorld({
		name: 'the list of revoked certificates has ended',
		fact: ['ERR-04', 'CRL-05'],
		cause: 'crl-current',
		how: {isHarmless: true, notFollowed: 'the next list comes from whoever signs it'},
		breaks: world =>
			world.importCrl({
				revoked: [{serial: 7}],
				thisUpdate: new Date(Date.now() - 1_000_000_000),
				nextUpdate: new Date(Date.now() - 100_000_000),
			}),
	}),
];

async function updateProfile({administrator, idOf, profileArn}: OpenWorld, change: object): Promise<void> {
	await administrator.rolesAnywhere(`PATCH /profile/${idOf(profileArn)}`, change);
}

function mistyped(arn: string): string {
	return `${arn.slice(0, -1)}${arn.endsWith('0') ? '1' : '0'}`;
}
