import {HOST} from '../../../support/worlds/open-world.ts';
import {runOfficialHelper} from '../../../support/worlds/programs.ts';
import {defineWorld} from '../../../support/worlds/world.ts';

/** End-entity certificates that the service does not take. */
export const certificates = [
	defineWorld({
		name: 'the certificate may not sign: it lacks digitalSignature',
		fact: ['ERR-02', '6.6 insufficient certificate', '6.6 Order 3'],
		cause: 'ee-digital-signature',
		async breaks(world) {
			world.use(await world.issue({keyUsage: ['keyEncipherment']}));
		},
	}),
	defineWorld({
		name: 'the certificate has no key usage at all',
		fact: ['ERR-02', 'SEED-003'],
		cause: 'ee-digital-signature',
		async breaks(world) {
			world.use(await world.issue({keyUsage: 'absent'}));
		},
	}),
	defineWorld({
		name: 'the certificate is of version 1, as openssl x509 -req makes them',
		fact: 'ERR-02',
		cause: 'ee-version-3',
		async breaks(world) {
			world.use(await world.issue({version: 1}));
		},
	}),
	defineWorld({
		name: 'the certificate calls itself a CA',
		fact: ['ERR-02', 'SEED-000'],
		cause: ['ee-basic-constraints', 'ee-digital-signature'],
		async breaks(world) {
			world.use(await world.issue({basicConstraints: {isCa: true}}));
		},
	}),
	defineWorld({
		name: "the CA's own certificate and key are used on the machine",
		fact: ['SEED-000', 'SEED-001'],
		cause: ['ee-basic-constraints', 'set-client-no-authority', 'path-end-entity-not-anchor', 'ee-digital-signature'],
		breaks(world) {
			world.use(world.root);
			world.flag('intermediates', undefined);
		},
	}),
	defineWorld({
		name: 'the certificate is signed with SHA-1',
		fact: 'ERR-02',
		cause: ['ee-signature-algorithm', 'path-signature-algorithm'],
		async breaks(world) {
			world.use(await world.issue({signature: 'sha1'}));
		},
	}),
	defineWorld({
		name: 'the subject holds no common name, which the trust policy compares',
		fact: ['SEED-003', 'ERR-10'],
		cause: ['ee-common-name-present', 'session-role-trust'],
		async breaks(world) {
			world.use(await world.issue({subject: 'O=Example'}));
		},
	}),
	defineWorld({
		name: 'the subject is empty',
		fact: 'ERR-10',
		cause: 'ee-subject-present',
		async breaks(world) {
			world.use(await world.issue({subject: ''}));
		},
	}),
	defineWorld({
		name: 'the common name holds characters that no session tag can hold',
		fact: ['ERR-12', 'TAG-06'],
		cause: ['ee-common-name-characters', 'ee-tag-characters', 'session-tags-mapped'],
		async breaks(world) {
			world.use(await world.issue({subject: 'CN=build-17 (new),O=Example'}));
			await world.trust(
				world.policy({
					Condition: {
						ArnEquals: {'aws:SourceArn': world.trustAnchorArn},
						StringLike: {'aws:PrincipalTag/x509Subject/CN': 'build-*'},
					},
				}),
			);
		},
	}),
	defineWorld({
		name: 'the organisation holds characters that no session tag can hold, and the trust policy compares it',
		fact: ['ERR-12', 'TAG-06'],
		cause: ['ee-tag-characters', 'session-tags-mapped'],
		async breaks(world) {
			world.use(await world.issue({subject: 'CN=build-17,O=Example & Sons'}));
			const policy = {
				Condition: {
					ArnEquals: {'aws:SourceArn': world.trustAnchorArn},
					StringEquals: {'aws:PrincipalTag/x509Subject/O': 'Example & Sons'},
				},
			};
			await world.trust(world.policy(policy));
		},
	}),
	defineWorld({
		name: 'the certificate signed itself',
		fact: 'ERR-01',
		cause: ['ee-not-self-issued', 'set-issuer-present', 'path-issuer-present'],
		async breaks(world) {
			world.use(await world.issue({signedBy: 'itself'}));
		},
	}),
	defineWorld({
		name: 'the official helper gets a certificate file that begins with the issuer',
		fact: '6.6 several certificates in one PEM, chain missing',
		cause: ['set-end-entity-first', 'set-order', 'set-certificate-keyed'],
		breaks(world) {
			runOfficialHelper(world);
			world.edit(HOST.certificate, text => world.read(HOST.intermediates) + text);
		},
	}),
];
