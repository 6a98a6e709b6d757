import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import type {AwsAccess} from '../../src/aws/access.ts';
import type {MendMeans} from '../../src/doctor/mend/mend-means.ts';
import {testWorld} from './context.ts';
import {temporaryFolder} from './temporary-folder.ts';

/** A person's home in which mends are made. */
export interface MendWorld {
	readonly home: string;
	readonly means: MendMeans;
	/** Absolute. */
	path(name: string): string;
	read(name: string): string;
	write(name: string, content: string | Uint8Array, mode?: number): void;
}

/** Makes such a home, gone when the test ends. */
export function mendWorld({
	administer = noAdministrator,
	passphrase,
}: {
	readonly administer?: (region: string) => AwsAccess;
	readonly passphrase?: string;
} = {}): MendWorld {
	const home = temporaryFolder();
	const {env, platform, workingDirectory, program, userHome, stateDirectory, now, randomBytes, signal} = testWorld({
		home,
	}).context;
	const at = (name: string) => path.join(home, name);
	return {
		home,
		path: at,
		read: name => readFileSync(at(name), 'utf8'),
		write(name, content, mode = 0o600) {
			mkdirSync(path.dirname(at(name)), {recursive: true});
			writeFileSync(at(name), content, {mode});
		},
		means: {
			...{env, platform, workingDirectory, program, now, randomBytes, signal, administer},
			userHome: () => userHome(),
			stateDirectory: () => stateDirectory(),
			options: {...(passphrase !== undefined && {passphrase})},
		},
	};
}

function noAdministrator(): never {
	throw new Error('nobody administers an account in this test');
}
