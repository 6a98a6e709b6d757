// npm run new:rule FOLDER ID: writes a rule and its test from templates/rule, to be filled in. Tests fail until they are.
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {generate} from './generate.mjs';

const root = process.cwd();
const [folder = '', id = ''] = process.argv.slice(2);
const rules = path.join(root, 'src/rules');
const folders = readdirSync(rules, {withFileTypes: true}).flatMap(entry => (entry.isDirectory() ? [entry.name] : []));

if (!folders.includes(folder) || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(id)) {
	fail(
		`Usage: npm run new:rule FOLDER ID\nFOLDER is one of ${folders.join(', ')}; ID is words with hyphens, such as ee-key-kind.`,
	);
}

const taken = folders.find(name => existsSync(path.join(rules, name, `${id}.ts`)));
if (taken !== undefined) {
	fail(`There is a rule ${id} in src/rules/${taken}.`);
}

const values = {folder, id, ...subjectOf(folder)};
for (const {template, file} of [
	{template: 'rule.ts.template', file: `src/rules/${folder}/${id}.ts`},
	{template: 'rule.test.ts.template', file: `test/rules/${folder}/${id}.test.ts`},
]) {
	const text = readFileSync(path.join(root, 'templates/rule', template), 'utf8');
	mkdirSync(path.dirname(path.join(root, file)), {recursive: true});
	writeFileSync(path.join(root, file), filledIn(text, values), {flag: 'wx'});
	process.stdout.write(`${file}\n`);
}

generate();
process.stdout.write(
	`Fill both in, then: npx vitest run test/rules/${folder}/${id}.test.ts test/rules && npm run docs\n`,
);

/**
 * What the rules of a folder judge, as the first of them says it.
 *
 * @param {string} name
 */
function subjectOf(name) {
	for (const file of readdirSync(path.join(rules, name)).toSorted()) {
		const text = readFileSync(path.join(rules, name, file), 'utf8');
		const subject = /^export default defineRule<(\w+)>/m.exec(text)?.[1];
		const line = text.split('\n').find(candidate => new RegExp(`^import .*\\b${subject}\\b.*'\\.\\./`).test(candidate));
		const from = line === undefined ? undefined : /from '([^']+)'/.exec(line)?.[1];
		if (subject !== undefined && from !== undefined) {
			return {subject, import: `import type {${subject}} from '${from}';`};
		}
	}

	return {subject: '{readonly what: string}', import: ''};
}

/** @param {string} text @param {Readonly<Record<string, string>>} words */
function filledIn(text, words) {
	return text
		.replace(/\{\{(\w+)\}\}/g, (_match, /** @type {string} */ name) => words[name] ?? '')
		.replace(/^\n(?=\n)/gm, '');
}

/** @param {string} message */
function fail(message) {
	process.stderr.write(`${message}\n`);
	process.exit(2);
}
