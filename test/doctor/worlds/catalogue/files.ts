import {spawnSync} from 'node:child_process';
import {HOST, type OpenWorld} from '../../../support/worlds/open-world.ts';
import {runOfficialHelper} from '../../../support/worlds/programs.ts';
import {defineWorld} from '../../../support/worlds/world.ts';

/** Files that are not there, cannot be read, or are of another form. */
export const files = [
	defineWorld({
		name: 'the certificate file is not there',
		fact: ['6.6 Order 1', '6.3 could not parse PEM data'],
		cause: 'file-there',
		breaks: world => world.remove(HOST.certificate),
	}),
	defineWorld({
		name: 'the key file is not there',
		fact: '6.6 Order 1',
		cause: 'file-there',
		breaks: world => world.remove(HOST.privateKey),
	}),
	defineWorld({
		name: 'the file of intermediates is not there',
		fact: '6.6 Order 1',
		cause: 'file-there',
		breaks: world => world.remove(HOST.intermediates),
	}),
	defineWorld({
		name: 'the certificate file is empty',
		fact: '6.6 Order 1',
		cause: ['file-recognised', 'file-complete'],
		breaks: world => world.write(HOST.certificate, ''),
	}),
	defineWorld({
		name: 'the certificate was cut off while it was copied',
		fact: '6.3 could not parse certificate',
		cause: 'file-complete',
		breaks: world => world.edit(HOST.certificate, text => text.slice(0, text.length / 2)),
	}),
	defineWorld({
		name: 'the official helper gets a certificate in DER',
		fact: '6.6 encrypted key, wrong PEM label, DER file',
		cause: 'file-pem',
		breaks(world) {
			runOfficialHelper(world);
			world.write(HOST.certificate, derOf(world.read(HOST.certificate)), 0o644);
		},
	}),
	defineWorld({
		name: 'the official helper gets a certificate in UTF-16, as PowerShell writes files',
		fact: '6.3 could not parse PEM data',
		cause: 'file-utf-8',
		breaks(world) {
			runOfficialHelper(world);
			world.write(HOST.certificate, Buffer.from(`\uFEFF${world.read(HOST.certificate)}`, 'utf16le'), 0o644);
		},
	}),
	defineWorld({
		name: 'the official helper gets a certificate with another label',
		fact: '6.6 encrypted key, wrong PEM label, DER file',
		cause: ['file-label', 'file-label-current'],
		breaks(world) {
			runOfficialHelper(world);
			world.edit(HOST.certificate, text => text.replaceAll('CERTIFICATE', 'X509 CERTIFICATE'));
		},
	}),
	defineWorld({
		name: 'certificate and key lie in one PKCS#12 file',
		fact: '6.3 could not parse PEM data',
		cause: 'file-no-container',
		breaks(world) {
			const {status, stderr} = spawnSync(
				'openssl',
				[
					...['pkcs12', '-export', '-in', HOST.certificate, '-inkey', HOST.privateKey, '-passout', 'pass:'],
					...['-out', 'host/host.p12'],
				],
				{cwd: world.home, encoding: 'utf8'},
			);
			if (status !== 0) {
				throw new Error(stderr);
			}

			runOfficialHelper(world);
			world.flag('certificate', world.path('host/host.p12'));
			world.flag('private-key', world.path('host/host.p12'));
			world.remove(HOST.certificate);
			world.remove(HOST.privateKey);
		},
	}),
	defineWorld({
		name: 'certificate and key are named the wrong way round',
		fact: '6.3 unable to parse private key',
		cause: ['file-kind', 'key-private', 'set-certificate-keyed'],
		breaks(world) {
			world.flag('certificate', world.path(HOST.privateKey));
			world.flag('private-key', world.path(HOST.certificate));
		},
	}),
	defineWorld({
		name: 'the key stands in the file of intermediates',
		fact: '6.3 invalid certificate chain',
		cause: ['file-kind', 'set-key-apart', 'file-nothing-around'],
		breaks(world) {
			runOfficialHelper(world);
			world.edit(HOST.intermediates, text => text + world.read(HOST.privateKey));
		},
	}),
	defineWorld({
		name: 'the user of the workload cannot read the key',
		fact: ['6.3 unable to parse private key', '6.6 works by hand, fails in CI / container'],
		cause: 'file-readable',
		how: {words: ['--user', '65534']},
		breaks: world => runAsOther(world),
	}),
	defineWorld({
		name: 'the user of the workload cannot enter the folder of the certificate',
		fact: '6.6 works by hand, fails in CI / container',
		cause: 'file-readable',
		how: {words: ['--user', '65534']},
		breaks(world) {
			runAsOther(world);
			world.chmod(HOST.privateKey, 0o644);
			world.chmod('host', 0o700);
		},
	}),
];

/** Another user reads the same AWS config file. */
function runAsOther(world: OpenWorld): void {
	world.openToEverybody();
	world.env['AWS_CONFIG_FILE'] = world.path(HOST.config);
}

function derOf(pem: string): Uint8Array {
	return Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64');
}
