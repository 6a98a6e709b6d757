import {elf} from '../../../support/elf.ts';
import {HELPER, replaceHelper, runOfficialHelper, runOther} from '../../../support/worlds/programs.ts';
import {defineWorld} from '../../../support/worlds/world.ts';

const GRANTED = {
	Version: 1,
	AccessKeyId: 'ASIAEXAMPLEEXAMPLE00',
	SecretAccessKey: 'not-a-secret',
	SessionToken: 'not-a-token',
	Expiration: '2099-01-01T00:00:00Z',
};

/** What a program of somebody else prints is for its maker to mend. */
const THEIRS = "the program is somebody else's";

const printing = (value: object) => `#!/bin/sh\ncat <<'END'\n${JSON.stringify(value)}\nEND\n`;

const HERE = process.arch === 'arm64' ? 'arm64' : 'x64';
const THERE = HERE === 'arm64' ? 'x64' : 'arm64';

/** Programs that cannot be run, or do not say what clients want to hear. */
export const programs = [
	defineWorld({
		name: 'the helper is not there',
		fact: '6.4 [Errno 2] No such file or directory',
		cause: 'program-there',
		breaks(world) {
			runOfficialHelper(world);
			world.remove(HELPER);
		},
	}),
	defineWorld({
		name: 'the helper may not be executed',
		fact: '6.4 Error when retrieving credentials from custom-process',
		cause: 'program-executable',
		breaks(world) {
			runOfficialHelper(world);
			world.chmod(HELPER, 0o644);
		},
	}),
	defineWorld({
		name: 'the download of the helper is a page that says no',
		fact: '6.3 file starts with <?xml',
		cause: 'program-format',
		breaks: world =>
			replaceHelper(world, '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code></Error>\n'),
	}),
	defineWorld({
		name: 'the download of the helper is empty',
		fact: '6.3 file starts with <?xml',
		cause: 'program-format',
		breaks: world => replaceHelper(world, ''),
	}),
	defineWorld({
		name: 'the helper wants the loader of another C library',
		fact: ['6.3 aws_signing_helper: not found', '6.6 works by hand, fails in CI / container'],
		cause: 'program-loader',
		breaks: world => replaceHelper(world, elf({machine: HERE, loader: '/lib/ld-musl-example.so.1'})),
	}),
	defineWorld({
		name: 'the helper is made for another architecture',
		fact: ['6.3 file starts with <?xml', '6.6 works by hand, fails in CI / container'],
		cause: 'program-architecture',
		breaks: world => replaceHelper(world, elf({machine: THERE, loader: '/lib/ld-linux-aarch64.so.1'})),
	}),
	defineWorld({
		name: 'the helper wants a newer glibc',
		fact: ['6.3 GLIBC not found', '6.6 works by hand, fails in CI / container'],
		cause: 'program-glibc',
		breaks: world => replaceHelper(world, elf({machine: HERE, loader: '/bin/sh', glibc: ['2.2.5', '2.99']})),
	}),
	defineWorld({
		name: 'the helper is too old for a word that it gets',
		fact: '6.3 unknown flag',
		cause: 'program-version',
		async breaks(world) {
			runOfficialHelper(world, {version: '1.1.1', knows: false});
			await world.administrator.rolesAnywhere(`PATCH /profile/${world.idOf(world.profileArn)}`, {
				acceptRoleSessionName: true,
			});
			world.flag('role-arn', `${world.roleArn} --role-session-name nightly`);
		},
	}),
	defineWorld({
		name: 'the process prints a greeting before the JSON',
		fact: ['CFG-50', '6.4 Expecting value'],
		cause: 'process-json',
		how: {notFollowed: THEIRS},
		breaks: world => runOther(world, `${printing(GRANTED)}`.replace('cat', 'echo Welcome!\ncat')),
	}),
	defineWorld({
		name: 'the process prints nothing',
		fact: ['CFG-50', '6.4 Expecting value'],
		cause: 'process-json',
		how: {notFollowed: THEIRS},
		breaks: world => runOther(world, '#!/bin/sh\nexit 0\n'),
	}),
	defineWorld({
		name: 'the process says its version as text',
		fact: ['CFG-50', '6.4 Unsupported version'],
		cause: 'process-version',
		how: {notFollowed: THEIRS},
		breaks: world => runOther(world, printing({...GRANTED, Version: '1'})),
	}),
	defineWorld({
		name: 'the process leaves the secret key out',
		fact: ['CFG-50', '6.4 Missing required key in response'],
		cause: 'process-members',
		how: {notFollowed: THEIRS},
		breaks: world => runOther(world, printing({...GRANTED, SecretAccessKey: undefined})),
	}),
	defineWorld({
		name: 'the process fails and says why',
		fact: ['CFG-51', '6.4 Error when retrieving credentials from custom-process'],
		cause: 'process-succeeds',
		how: {notFollowed: THEIRS},
		breaks: world => runOther(world, '#!/bin/sh\necho the vault is sealed >&2\nexit 3\n'),
	}),
	defineWorld({
		name: 'the process hands out credentials that ended long ago',
		fact: ['CFG-52', '6.4 Credentials were refreshed, but the refreshed credentials are still expired'],
		cause: 'process-expiration',
		how: {notFollowed: THEIRS},
		breaks: world => runOther(world, printing({...GRANTED, Expiration: '2020-01-01T00:00:00Z'})),
	}),
	defineWorld({
		name: 'the process does not say when its credentials end',
		fact: 'CFG-52',
		cause: 'process-expiration',
		how: {isHarmless: true},
		breaks: world => runOther(world, printing({...GRANTED, Expiration: undefined})),
	}),
	defineWorld({
		name: 'Node was taken from the machine',
		fact: ['6.4 [Errno 2] No such file or directory', 'CFG-53'],
		cause: 'program-there',
		breaks: world => world.config(/^credential_process = \S+/m, 'credential_process = /opt/node/bin/node'),
	}),
];
