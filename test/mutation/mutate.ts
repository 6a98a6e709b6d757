import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {MUTATIONS, type MutationName, VARIABLE} from './mutations.ts';

/** A rule as a file. */
export interface RuleFile {
	readonly id: string;
	/** The folder under `src/rules`. */
	readonly folder: string;
	readonly source: string;
	/** The test at the mirrored path; undefined where there is none. */
	readonly test: string | undefined;
}

/** The test that runs the failing and the passing example of every rule. */
export const EXAMPLES = 'test/rules/examples.test.ts';

/** Every rule of every folder. */
export function ruleFiles(): readonly RuleFile[] {
	return readdirSync('src/rules', {recursive: true, encoding: 'utf8'})
		.filter(name => name.endsWith('.ts') && path.dirname(name) !== '.')
		.map(name => ({name, source: readFileSync(path.join('src/rules', name), 'utf8')}))
		.filter(({source}) => /^export default defineRule\b/m.test(source))
		.map(({name, source}) => {
			const test = path.join('test/rules', name.replace(/\.ts$/, '.test.ts'));
			return {
				id: path.basename(name, '.ts'),
				folder: path.dirname(name),
				source,
				test: existsSync(test) ? test : undefined,
			};
		})
		.toSorted((one, other) => one.id.localeCompare(other.id));
}

/** What became of one way of breaking every rule. */
export interface Outcome {
	readonly mutants: number;
	/** Rules that could be broken this way without a failing test. */
	readonly survivors: readonly string[];
}

/** Breaks every rule in one way, runs these tests once, and tells whose breaking no test of its own noticed. */
export async function mutate(name: MutationName, tests: readonly string[]): Promise<Outcome> {
	const applies = MUTATIONS[name].applies ?? (() => true);
	const rules = ruleFiles().filter(({source}) => applies(source));
	const failed = await failedTests(name, tests);
	const survivors = rules.filter(
		({id, test}) =>
			!failed.files.has(test ?? '') &&
			!failed.files.has(EXAMPLES) &&
			!failed.titles.some(title => title.startsWith(`${id}: `)),
	);
	return {mutants: rules.length, survivors: survivors.map(({folder, id}) => `${folder}/${id}`)};
}

interface Report {
	readonly testResults: readonly {
		readonly name: string;
		readonly status: string;
		readonly assertionResults: readonly {readonly title: string; readonly status: string}[];
	}[];
}

/** Runs vitest with the mutation; a file that cannot even be loaded has failed, and examples fail one by one. */
async function failedTests(name: MutationName, tests: readonly string[]) {
	const folder = mkdtempSync(path.join(tmpdir(), 'anchorsmith-mutation-'));
	try {
		const output = path.join(folder, 'report.json');
		await runVitest(name, [...tests, '--reporter=json', `--outputFile=${output}`]);
		const report: Report = JSON.parse(readFileSync(output, 'utf8'));
		const files = report.testResults.filter(({status}) => status === 'failed');
		const names = files.map(file => ({...file, path: path.relative(process.cwd(), file.name)}));
		return {
			files: new Set(
				names
					.filter(({path: file, assertionResults}) => file !== EXAMPLES || assertionResults.length === 0)
					.map(({path: file}) => file),
			),
			titles: names
				.flatMap(({assertionResults}) => assertionResults)
				.filter(({status}) => status === 'failed')
				.map(({title}) => title),
		};
	} finally {
		rmSync(folder, {recursive: true, force: true});
	}
}

/** @throws {Error} When it cannot be started; failing tests are what is hoped for. */
function runVitest(name: MutationName, words: readonly string[]): Promise<void> {
	const {PATH = '', HOME = ''} = process.env;
	return new Promise((resolve, reject) => {
		const child = spawn(
			process.execPath,
			['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/mutation/vitest.config.ts', ...words],
			{stdio: 'ignore', env: {PATH, HOME, [VARIABLE]: name}},
		);
		child.once('error', reject);
		child.once('close', () => resolve());
	});
}
