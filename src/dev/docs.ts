// npm run docs: rewrites the pages that the program itself is the source of. A test fails when they are stale.
import {writeFileSync} from 'node:fs';
import {commands} from '../cli/commands.generated.ts';
import {commandReference} from './command-reference.ts';

const loaded = await Promise.all([...commands.values()].map(load => load()));
writeFileSync('docs/commands.md', commandReference(loaded.map(({default: command}) => command)));
