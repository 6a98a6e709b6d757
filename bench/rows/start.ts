import {execFile, spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';
import type {Comparison} from '../comparison.ts';

const RUNS = 15;
const BUDGET = 'bare node + 40 ms';
const main = path.resolve('dist/main.js');
const vectors = path.resolve('test/fixtures/vectors');

const credentials = [
	main,
	'credentials',
	...['--certificate', path.join(vectors, 'ec-certificate.pem')],
	...['--private-key', path.join(vectors, 'ec-private-key.pem')],
	...[
		'--trust-anchor-arn',
		'arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555555',
	],
	...['--profile-arn', 'arn:aws:rolesanywhere:us-east-1:111122223333:profile/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee'],
	...['--role-arn', 'arn:aws:iam::111122223333:role/Uploader'],
];

const comparison: Comparison = {
	title: `Start of the program (median of ${RUNS}, interleaved; peer: node -e 0)`,

	async run() {
		if (!existsSync(main)) {
			throw new Error('dist/main.js is missing: npm run build');
		}

		const home = mkdtempSync(path.join(tmpdir(), 'anchorsmith-bench-'));
		try {
			const env = {PATH: process.env['PATH'] ?? '', HOME: home};
			await fillCache({...env});
			const [bare = 0, version = 0, cached = 0] = medians([['-e', '0'], [main, '--version'], credentials], env);
			return [
				{what: '--version', ours: version, peer: bare, unit: 'ms', budget: BUDGET, note: over(version, bare)},
				{
					what: 'credentials, from cache',
					ours: cached,
					peer: bare,
					unit: 'ms',
					budget: BUDGET,
					note: over(cached, bare),
				},
			];
		} finally {
			rmSync(home, {recursive: true});
		}
	},
};

export default comparison;

function over(ours: number, bare: number): string {
	return `bare node + ${(ours - bare).toFixed(1)} ms`;
}

/** The median time of each command in milliseconds, one run of each in turn. */
function medians(commands: readonly (readonly string[])[], env: Readonly<Record<string, string>>): readonly number[] {
	const times = commands.map((): number[] => []);
	for (let run = 0; run < RUNS; run++) {
		for (const [index, words] of commands.entries()) {
			const start = performance.now();
			const {status, stderr} = spawnSync(process.execPath, words, {env, encoding: 'utf8'});
			times[index]?.push(performance.now() - start);
			if (status !== 0) {
				throw new Error(`${words.join(' ')} failed: ${stderr}`);
			}
		}
	}

	return times.map(series => series.toSorted((one, other) => one - other)[Math.floor(RUNS / 2)] ?? 0);
}

/** Has the program get credentials once from a server that grants everything, which is gone afterwards. */
async function fillCache(env: Readonly<Record<string, string>>): Promise<void> {
	const server = createServer((_request, response) => {
		const expiration = new Date(Date.now() + 3_600_000).toISOString();
		response.writeHead(201, {'content-type': 'application/json'}).end(
			JSON.stringify({
				credentialSet: [
					{
						credentials: {
							accessKeyId: 'ASIAEXAMPLE',
							secretAccessKey: 'example/secret',
							sessionToken: 'x'.repeat(1000),
							expiration,
						},
					},
				],
			}),
		);
	});
	const port = await listen(server);
	credentials.push('--endpoint', `http://127.0.0.1:${port}`);
	try {
		await promisify(execFile)(process.execPath, credentials, {env});
	} finally {
		server.close();
	}
}

async function listen(server: Server): Promise<number> {
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	return typeof address === 'object' && address !== null ? address.port : 0;
}
