import {spawn} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import type {OpenWorld} from './open-world.ts';

/**
 * Types commands into a POSIX shell in a world's home, word for word; the first that fails ends it. What the shell
 * exports at its end is the person's environment from then on.
 *
 * @param mayEndWith - Exit codes that are as they should be.
 * @throws what the shell said, when it ended otherwise
 */
export async function typeInShell(
	world: OpenWorld,
	commands: readonly string[],
	{mayEndWith = [0]}: {readonly mayEndWith?: readonly number[]} = {},
): Promise<void> {
	const [script, environment] = [world.path('..', 'fix.sh'), world.path('..', 'environment')];
	// Doctor itself says with its exit code when something else is left.
	const typed = commands.map(command =>
		/^anchorsmith doctor .*--mend/.test(command) ? `${command} || [ $? = 1 ]` : command,
	);
	writeFileSync(script, [...typed, `env -0 > '${environment}'`, ''].join('\n'));
	const {code, output} = await runShell(script, world);
	if (code === null || !mayEndWith.includes(code)) {
		throw new Error(`sh ended with ${code}: ${output}`);
	}

	const after = new Map(
		readFileSync(environment, 'utf8')
			.split('\0')
			.filter(entry => entry !== '')
			.map(entry => {
				const [name = '', ...value] = entry.split('=');
				return [name, value.join('=')];
			}),
	);
	for (const name of Object.keys(world.env).filter(name => !after.has(name))) {
		delete world.env[name];
	}

	Object.assign(world.env, Object.fromEntries(after));
}

/** Without blocking this process, which answers for the rehearsal. */
function runShell(
	script: string,
	{home, env}: OpenWorld,
): Promise<{readonly code: number | null; readonly output: string}> {
	return new Promise((resolve, reject) => {
		const shell = spawn('sh', ['-e', script], {cwd: home, env, stdio: ['ignore', 'pipe', 'pipe']});
		let output = '';
		const take = (chunk: Buffer) => {
			output += chunk.toString('utf8');
		};
		shell.stdout.on('data', take);
		shell.stderr.on('data', take);
		shell.on('error', reject);
		shell.on('close', code => resolve({code, output}));
	});
}
