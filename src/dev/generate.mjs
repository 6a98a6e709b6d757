// Writes the lists that would otherwise be kept by hand: the rules of each folder under
// src/rules, the checks of doctor, and the commands. The lists are not committed; building and testing make them.
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** @param {string} folder @param {string} content */
function write(folder, content) {
	const file = path.join(root, folder);
	const before = (() => {
		try {
			return readFileSync(file, 'utf8');
		} catch {
			return undefined;
		}
	})();
	if (before !== content) {
		writeFileSync(file, content);
	}
}

/** @param {string} folder @returns {string[]} names without ending, sorted */
function sources(folder) {
	return readdirSync(path.join(root, folder))
		.filter(name => name.endsWith('.ts') && !name.endsWith('.generated.ts'))
		.map(name => name.slice(0, -3))
		.toSorted();
}

/** @param {string} name */
function identifier(name) {
	return name.replace(/-(.)/g, (_match, letter) => letter.toUpperCase());
}

export function generate() {
	for (const entry of readdirSync(path.join(root, 'src/rules'), {withFileTypes: true})) {
		if (!entry.isDirectory()) {
			continue;
		}

		const folder = `src/rules/${entry.name}`;
		const names = sources(folder).filter(name =>
			/^export default defineRule\b/m.test(readFileSync(path.join(root, folder, `${name}.ts`), 'utf8')),
		);
		write(
			`${folder}/rules.generated.ts`,
			[
				...names.map(name => `import ${identifier(name)} from './${name}.ts';`),
				'',
				'/** Every rule of this folder, by id. */',
				`export const rules = [${names.map(identifier).join(', ')}];`,
				'',
			].join('\n'),
		);
	}

	const checks = sources('src/doctor/diagnose/checks').filter(name =>
		/^export default defineCheck\b/m.test(
			readFileSync(path.join(root, `src/doctor/diagnose/checks/${name}.ts`), 'utf8'),
		),
	);
	write(
		'src/doctor/diagnose/checks.generated.ts',
		[
			"import type {Check} from './check.ts';",
			...checks.map(name => `import ${identifier(name)} from './checks/${name}.ts';`),
			'',
			'/** Every check, by name. */',
			`export const checks: readonly Check[] = [${checks.map(identifier).join(', ')}];`,
			'',
		].join('\n'),
	);

	write(
		'src/cli/commands.generated.ts',
		[
			"import type {RunnableCommand} from './command.ts';",
			'',
			'/** Every verb as typed, and how to load it. */',
			'export const commands: ReadonlyMap<string, () => Promise<{readonly default: RunnableCommand}>> = new Map([',
			...sources('src/cli/commands').map(name => {
				const declared = /^\tname: '([^']+)'/m.exec(
					readFileSync(path.join(root, `src/cli/commands/${name}.ts`), 'utf8'),
				)?.[1];
				if (declared?.replace(' ', '-') !== name) {
					throw new Error(`src/cli/commands/${name}.ts must declare its name, alike, as its first property`);
				}

				return `\t['${declared}', () => import('./commands/${name}.ts')],`;
			}),
			']);',
			'',
		].join('\n'),
	);
}

if (process.argv[1] === import.meta.filename) {
	generate();
}
