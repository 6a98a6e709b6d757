// npm run docs: rewrites the pages that the program itself is the source of. A test fails when they are stale.
import {mkdirSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {commands} from '../cli/commands.generated.ts';
import {commandReference} from './command-reference.ts';
import {messagePage} from './message-page.ts';
import {rulePages} from './rule-pages.ts';

const loaded = await Promise.all([...commands.values()].map(load => load()));
writeFileSync('docs/commands.md', commandReference(loaded.map(({default: command}) => command)));

writeFileSync('docs/messages.md', messagePage());

const pages = rulePages();
mkdirSync('docs/rules', {recursive: true});
for (const [name, text] of pages) {
	writeFileSync(`docs/rules/${name}`, text);
}

for (const name of readdirSync('docs/rules').filter(found => !pages.has(found))) {
	rmSync(`docs/rules/${name}`);
}
