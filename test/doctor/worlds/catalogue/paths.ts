import {HOST} from '../../../support/worlds/open-world.ts';
import {defineWorld} from '../../../support/worlds/world.ts';

/** Chains that do not reach the trust anchor. */
export const paths = [
	defineWorld({
		name: 'the intermediate is not sent',
		fact: ['ERR-01', '6.6 untrusted / signing certificate', '6.6 several certificates in one PEM, chain missing'],
		cause: ['path-issuer-present', 'set-issuer-present'],
		breaks: world => world.flag('intermediates', undefined),
	}),
	defineWorld({
		name: 'the chain is that of another CA',
		fact: 'ERR-01',
		cause: ['path-issuer-present', 'set-issuer-present'],
		async breaks(world) {
			const other = await world.issue({role: 'issuer', subject: 'CN=Other issuing,O=Example', signedBy: world.root});
			world.write(HOST.intermediates, other.pem, 0o644);
		},
	}),
	defineWorld({
		name: 'the chain holds the root alone',
		fact: 'ERR-01',
		cause: ['path-issuer-present', 'set-issuer-present', 'set-no-root'],
		breaks: world => world.write(HOST.intermediates, world.root.pem, 0o644),
	}),
	defineWorld({
		name: 'the trust anchor was made for another CA',
		fact: ['ERR-01', '6.6 Order 4'],
		cause: ['path-issuer-present', 'path-signature'],
		async breaks(world) {
			const other = await world.issue({role: 'anchor', subject: 'CN=Other CA,O=Example', signedBy: 'itself'});
			await world.anchor(other.pem);
		},
	}),
	defineWorld({
		name: 'the CA was made again with the same name and another key, and the trust anchor is the old one',
		fact: 'ERR-01',
		cause: ['path-signature', 'path-key-identifier', 'path-issuer-present'],
		async breaks(world) {
			const old = await world.issue({role: 'anchor', subject: 'CN=Build CA,O=Example', signedBy: 'itself'});
			await world.anchor(old.pem);
		},
	}),
	defineWorld({
		name: 'the issuing CA was made again with the same name, and the chain holds the old one',
		fact: 'ERR-01',
		cause: ['path-signature', 'path-key-identifier', 'set-issuer-signed'],
		async breaks(world) {
			const subject = 'CN=Build CA issuing,O=Example';
			const old = await world.issue({role: 'issuer', subject, signedBy: world.root});
			world.write(HOST.intermediates, old.pem, 0o644);
		},
	}),
	defineWorld({
		name: 'the intermediate has expired',
		fact: ['ERR-01', '6.6 certificate expired / not yet valid'],
		cause: ['issuer-valid-now', 'path-validity'],
		breaks: world =>
			world.replaceIntermediate({
				notBefore: new Date(Date.now() - 200_000_000),
				notAfter: new Date(Date.now() - 100_000_000),
			}),
	}),
	defineWorld({
		name: 'the intermediate may not sign certificates',
		fact: 'ERR-01',
		cause: ['issuer-key-cert-sign', 'path-key-cert-sign', 'path-ca', 'issuer-basic-constraints'],
		breaks: world => world.replaceIntermediate({keyUsage: ['cRLSign']}),
	}),
	defineWorld({
		name: 'the intermediate is signed with SHA-1',
		fact: 'ERR-01',
		cause: ['issuer-signature-algorithm', 'path-signature-algorithm'],
		breaks: world => world.replaceIntermediate({signature: 'sha1'}),
	}),
	defineWorld({
		name: 'the certificate comes from the issuer of another team',
		fact: 'ERR-01',
		cause: ['path-issuer-present', 'set-issuer-present', 'set-issuer-signed'],
		async breaks(world) {
			const other = await world.issue({role: 'anchor', subject: 'CN=Other CA,O=Example', signedBy: 'itself'});
			world.use(await world.issue({signedBy: other}));
		},
	}),
];
