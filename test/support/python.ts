import {spawnSync} from 'node:child_process';

/**
 * What Python code makes of JSON on its standard input; its standard output is JSON too. For asking botocore,
 * and the parts of Python that it uses, what they read.
 */
export function askPython(code: string, input: unknown): unknown {
	const {status, stdout, stderr} = spawnSync(
		'python3',
		['-c', `import json, sys\ninput = json.load(sys.stdin)\n${code}`],
		{
			input: JSON.stringify(input),
			encoding: 'utf8',
			maxBuffer: 1 << 28,
			env: {PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', PYTHONUTF8: '1', PYTHONIOENCODING: 'utf-8'},
		},
	);
	if (status !== 0) {
		throw new Error(`python3 failed: ${stderr}`);
	}

	return JSON.parse(stdout);
}
