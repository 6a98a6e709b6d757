import {HOST, type OpenWorld} from '../../../support/worlds/open-world.ts';
import {defineWorld} from '../../../support/worlds/world.ts';

/** Credential processes that are written over lines, quoted or named so that clients read them differently, or not at all. */
export const configLines = [
	defineWorld({
		name: 'the line is continued on indented lines',
		fact: ['CFG-20', 'CFG-21', 'SEED-000', '6.6 credential_process quoting, relative path, newline, spaces, Windows'],
		cause: 'config-one-line',
		breaks: world => breakLine(world, '\n    --'),
	}),
	defineWorld({
		name: 'the line is continued on lines that are not indented',
		fact: ['CFG-22', 'SEED-002 yubikey'],
		cause: ['config-readable-lines', 'config-one-line'],
		breaks: world => world.config(' --certificate', '\n--certificate'),
	}),
	defineWorld({
		name: 'the line goes on without indent in words that hold a colon',
		fact: 'CFG-23',
		cause: ['config-readable-lines', 'config-one-line'],
		breaks: world => world.config(' --trust-anchor-arn', '\n--trust-anchor-arn'),
	}),
	defineWorld({
		name: 'the line is continued with backslashes, as in a shell',
		fact: ['CFG-24', '6.3 unable to use cert store signer on linux'],
		cause: 'config-one-line',
		breaks: world => breakLine(world, ' \\\n    --'),
	}),
	defineWorld({
		name: 'a backslash was left in one line',
		fact: ['CFG-24', '6.3 unable to use cert store signer on linux'],
		cause: ['config-same-command', 'program-loose-words', 'config-one-line'],
		breaks: world => world.config(/ --/g, ' \\ --'),
	}),
	defineWorld({
		name: 'the command begins on the line below the key',
		fact: 'CFG-25',
		cause: ['config-one-line', 'config-readable-lines'],
		breaks: world => world.config('credential_process = ', 'credential_process =\n    '),
	}),
	defineWorld({
		name: 'a comment follows on the line',
		fact: 'CFG-26',
		cause: 'config-trailing-note',
		breaks: world => world.config(/^(credential_process = .*)$/m, `${lineOf(world)} # made by build`),
	}),
	defineWorld({
		name: 'a quotation mark is not closed',
		fact: 'CFG-31',
		cause: ['config-same-command', 'config-readable-lines'],
		breaks: world => world.config(' --certificate ', ' --certificate "'),
	}),
	defineWorld({
		name: 'a path begins with a tilde',
		fact: 'CFG-40',
		cause: ['config-same-command', 'config-absolute-paths'],
		breaks: world => world.flag('certificate', '~/host/certificate.pem'),
	}),
	defineWorld({
		name: 'a path begins with $HOME',
		fact: ['CFG-40', 'CFG-41'],
		cause: ['config-same-command', 'config-absolute-paths'],
		breaks: world => world.flag('certificate', '$HOME/host/certificate.pem'),
	}),
	defineWorld({
		name: 'a path with a dollar in it is in single quotes, which only some clients heed',
		fact: ['CFG-41', 'CFG-43'],
		cause: 'config-same-command',
		breaks(world) {
			world.write('host/$1.pem', world.read(HOST.certificate));
			world.flag('certificate', `"${world.path('host/$1.pem')}"`);
		},
	}),
	defineWorld({
		name: 'a path with a blank is not quoted',
		fact: ['CFG-43', 'CFG-44'],
		cause: ['config-blanks-quoted', 'file-there', 'program-loose-words'],
		breaks(world) {
			world.write('my host/certificate.pem', world.read(HOST.certificate));
			world.flag('certificate', world.path('my host/certificate.pem'));
			world.remove(HOST.certificate);
		},
	}),
	defineWorld({
		name: 'the paths are relative',
		fact: ['CFG-45', 'SEED-000', 'SEED-001', 'SEED-003'],
		cause: 'config-absolute-paths',
		breaks(world) {
			world.flag('certificate', HOST.certificate);
			world.flag('private-key', HOST.privateKey);
		},
	}),
	defineWorld({
		name: 'the program is named by a relative path',
		fact: ['CFG-45', '6.4 [Errno 2] No such file or directory', 'SEED-002 intro'],
		cause: ['config-absolute-paths', 'program-there'],
		breaks: world => world.config(/^credential_process = \S+/m, 'credential_process = ./node'),
	}),
	defineWorld({
		name: 'words were pasted with typographic hyphens',
		fact: 'SEED-002 yubikey',
		cause: 'program-loose-words',
		breaks: world => world.config(/ --certificate /, ' –certificate '),
	}),
	defineWorld({
		name: 'a word is misspelt',
		fact: '6.3 unknown flag',
		cause: 'program-flags',
		breaks: world => world.config(' --intermediates ', ' --intermediate '),
	}),
];

function breakLine(world: OpenWorld, between: string): void {
	world.config(lineOf(world), lineOf(world).replaceAll(' --', between));
}

function lineOf(world: OpenWorld): string {
	return /^credential_process = .*$/m.exec(world.read(HOST.config))?.[0] ?? '';
}
