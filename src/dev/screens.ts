// npm run screens: draws the screens of the guide anew from the running program. A test fails when they are stale.
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {guideScreens} from './guide-screens.ts';

const folder = 'docs/guide/screens';
mkdirSync(folder, {recursive: true});
for (const [name, svg] of await guideScreens([process.execPath, path.resolve('dist/main.js')])) {
	writeFileSync(path.join(folder, name), svg);
}
