import {createPrivateKey, type KeyObject} from 'node:crypto';
import {PASSPHRASE} from '../../../support/key-files.ts';
import {opensshPem} from '../../../support/openssh-key.ts';
import {HOST, type OpenWorld} from '../../../support/worlds/open-world.ts';
import {runOfficialHelper} from '../../../support/worlds/programs.ts';
import {defineWorld} from '../../../support/worlds/world.ts';

/** Keys that do not belong, or cannot be opened. */
export const keys = [
	defineWorld({
		name: 'the key is that of another certificate',
		fact: ['ERR-03', '6.6 invalid signature, clock skew, key mismatch', '6.6 Order 2'],
		cause: 'set-key-certified',
		async breaks(world) {
			const other = await world.issue();
			world.write(HOST.privateKey, pkcs8(other.privateKey));
		},
	}),
	defineWorld({
		name: 'the certificate was renewed and the key was left behind',
		fact: ['ERR-03', 'HLP-05'],
		cause: 'set-key-certified',
		async breaks(world) {
			const renewed = await world.issue();
			world.write('renewed/private-key.pem', pkcs8(renewed.privateKey));
			world.write(HOST.certificate, renewed.pem, 0o644);
		},
	}),
	defineWorld({
		name: 'the key is encrypted and no word says where its passphrase is',
		fact: '6.6 encrypted key, wrong PEM label, DER file',
		cause: ['passphrase-named', 'key-encryption', 'key-readable', 'set-key-unattended'],
		breaks: world => encrypt(world, 'pkcs8'),
	}),
	defineWorld({
		name: 'the official helper gets a key encrypted in the old way',
		fact: ['6.3 unable to parse private key', '6.6 encrypted key, wrong PEM label, DER file'],
		cause: ['key-not-legacy-encrypted', 'passphrase-named'],
		breaks(world) {
			runOfficialHelper(world);
			encrypt(world, 'sec1');
		},
	}),
	defineWorld({
		name: 'the key is in OpenSSH form',
		fact: '6.3 unable to parse private key',
		cause: 'key-not-openssh',
		breaks(world) {
			runOfficialHelper(world);
			world.write(HOST.privateKey, opensshPem(createPrivateKey(world.read(HOST.privateKey))));
		},
	}),
	defineWorld({
		name: 'the label of the key is another one',
		fact: '6.6 encrypted key, wrong PEM label, DER file',
		cause: ['file-kind', 'file-label', 'file-label-current', 'key-pem'],
		breaks(world) {
			runOfficialHelper(world);
			world.edit(HOST.privateKey, text => text.replaceAll('PRIVATE KEY', 'KEY'));
		},
	}),
	defineWorld({
		name: 'the key file holds the public key',
		fact: '6.3 unable to parse private key',
		cause: ['file-kind', 'key-private', 'set-certificate-keyed'],
		async breaks(world) {
			const {publicKey} = await world.issue();
			world.write(HOST.privateKey, publicKey.export({type: 'spki', format: 'pem'}));
		},
	}),
	defineWorld({
		name: 'key and certificate are Ed25519',
		fact: '6.3 unsupported algorithm',
		cause: ['ee-key-kind', 'key-kind'],
		async breaks(world) {
			world.use(await world.issue({algorithm: 'ed25519'}));
		},
	}),
];

function encrypt(world: OpenWorld, type: 'pkcs8' | 'sec1'): void {
	const key = createPrivateKey(world.read(HOST.privateKey));
	const cipher = {cipher: 'aes-256-cbc', passphrase: PASSPHRASE};
	world.write(HOST.privateKey, key.export({type, format: 'pem', ...cipher}));
	world.write('passphrase.txt', `${PASSPHRASE}\n`);
}

function pkcs8(key: KeyObject): string {
	return key.export({type: 'pkcs8', format: 'pem'}).toString();
}
